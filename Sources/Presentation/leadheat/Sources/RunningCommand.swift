import Foundation
import LeadModel

/// A program that is running. One reader takes its output; its end is judged when the output ends.
///
/// What it says on its standard error is taken whenever its output is waited for, so neither pipe fills up.
final class RunningCommand: @unchecked Sendable {
  private let source: CommandSource
  private let place: Place
  private let child: ChildProcess
  private let start = ContinuousClock.now
  private var said: [UInt8] = []
  /// Whether it wrote anything but white space.
  private var hasWritten = false
  /// What there is to say about it though it ended well: what it said itself.
  private(set) var remark: Diagnostic?

  /// Starts it. Throws where the system does not.
  init(_ source: CommandSource, executable: String, place: Place) throws(Failure) {
    self.source = source
    self.place = place
    do throws(ChildProcess.Refusal) {
      child = try ChildProcess(
        executable, Array(source.arguments.dropFirst()),
        environment: ProcessInfo.processInfo.environment.merging(source.environment) { $1 },
        folder: source.folder, input: source.input, polite: source.polite)
    } catch {
      throw Failure([
        CommandFact.failed(source, "it cannot be started: \(error.reason)", "", isLate: false).at(place)
      ])
    }
  }

  deinit {
    if child.poll() == nil { child.stop() }
  }

  /// The next bytes of its output; nil when it ended well. Throws when it ended otherwise, took too long, or wrote nothing.
  func next() throws(Failure) -> [UInt8]? {
    while !child.output.isAtEnd {
      try wait(for: [child.output, child.errors], atMost: .seconds(60))
      if let block = child.output.read() {
        hasWritten = hasWritten || block.contains { !Character(Unicode.Scalar($0)).isWhitespace }
        return block
      }
    }
    while true {
      switch child.poll() {
      case nil: try wait(for: [], atMost: .milliseconds(10))
      case .status(0) where hasWritten:
        let said = words()
        if !said.isEmpty { remark = CommandFact.said(source, said).at(place) }
        return nil
      case .status(0): throw Failure([CommandFact.silent(source, words()).at(place)])
      case .status(let status): throw failure("it ended with status \(status)")
      case .signal(let number): throw failure("signal \(number) ended it")
      }
    }
  }

  /// Waits for one of the pipes, but not beyond the deadline: then the program is stopped.
  private func wait(for pipes: [PipeReader], atMost time: Duration) throws(Failure) {
    let left = start + .seconds(source.timeout) - .now
    guard left > .zero else {
      let how =
        child.poll() == nil
        ? "it took longer than \(source.limit) s and was stopped"
        : "it ended, but what it had started kept its output open for more than \(source.limit) s"
      child.stop()
      throw failure(how)
    }
    PipeReader.wait(for: pipes, atMost: min(left, time))
    listen()
  }

  /// Takes what it says on its standard error. The end is kept: that is where programs say why they failed.
  private func listen() {
    said = Array((said + (child.errors.read() ?? [])).suffix(1 << 14))
  }

  private func failure(_ how: String) -> Failure {
    // A server that stops a statement says so in the language of its own.
    let isLate = start + .seconds(source.limit) <= .now
    return Failure([CommandFact.failed(source, how, words(), isLate: isLate).at(place)])
  }

  /// What it said on its standard error, without secrets, in one line.
  private func words() -> String {
    listen()
    let text = hidingSecrets(
      String(decoding: said, as: UTF8.self), environment: ProcessInfo.processInfo.environment)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    let line = lines.filter { !$0.isEmpty }.joined(separator: "; ")
    return line.count > 1_000 ? "… " + line.suffix(1_000) : line
  }
}
