import Foundation
import LeadModel

/// A program whose standard output is CSV, run without a shell and read while it runs.
struct CommandSource: Hashable, Sendable {
  /// The program and its arguments.
  var arguments: [String]
  /// What stands on its standard input; nil for nothing.
  var input: String?
  /// What is added to the environment it inherits.
  var environment: [String: String] = [:]
  /// Seconds after which it is stopped.
  var timeout: Int = 600

  /// As it is called in messages and on the site: never its arguments, which may hold a secret.
  var name: String { arguments[0].split(separator: "/").last.map(String.init) ?? arguments[0] }

  /// Starts the program. Throws where there is none of that name.
  func start(at place: Place) throws(Failure) -> RunningCommand {
    guard let path = Self.find(arguments[0]) else {
      throw Failure([CommandFact.missing(arguments[0]).at(place)])
    }
    return try RunningCommand(self, executable: path, place: place)
  }

  /// The program's file: a path as it stands, a bare name by PATH.
  private static func find(_ program: String) -> String? {
    let folders =
      program.contains("/")
      ? [""] : (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" }
    return folders.map { $0 + program }.first {
      FileManager.default.isExecutableFile(atPath: $0) && POSIX.kind(of: $0) == .other
    }
  }
}

/// A program that is running. One reader takes its output; its end is judged when the output ends.
final class RunningCommand: @unchecked Sendable {
  private let source: CommandSource
  private let place: Place
  private let process = Process()
  private let output = Pipe()
  private let errors: ErrorText
  private let ended = DispatchSemaphore(value: 0)
  private let lock = NSLock()
  private var isLate = false

  fileprivate init(_ source: CommandSource, executable: String, place: Place) throws(Failure) {
    self.source = source
    self.place = place
    let errorPipe = Pipe()
    errors = ErrorText(errorPipe.fileHandleForReading)
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = Array(source.arguments.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(source.environment) { $1 }
    process.standardOutput = output
    process.standardError = errorPipe
    let inputPipe = Pipe()
    process.standardInput = source.input == nil ? FileHandle.nullDevice : inputPipe
    do {
      try process.run()
    } catch {
      throw Failure([CommandFact.failed(source.name, "it cannot be started", "").at(place)])
    }
    errors.start()
    if let input = source.input {
      // A query is far smaller than the pipe: this cannot wait for the reader.
      try? inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? inputPipe.fileHandleForWriting.close()
    }
    watch()
  }

  deinit {
    ended.signal()
    if process.isRunning { process.terminate() }
  }

  /// The next bytes of its output; nil when it ended well. Throws when it ended otherwise, or took too long.
  func next() throws(Failure) -> [UInt8]? {
    let data = try? output.fileHandleForReading.read(upToCount: 1 << 18)
    if let data, !data.isEmpty { return [UInt8](data) }
    process.waitUntilExit()
    ended.signal()
    let said = errors.text()
    if lock.withLock({ isLate }) {
      throw Failure([
        CommandFact.failed(source.name, "it took longer than \(source.timeout) s and was stopped", said).at(
          place)
      ])
    }
    let status = process.terminationStatus
    if process.terminationReason == .uncaughtSignal {
      throw Failure([CommandFact.failed(source.name, "signal \(status) ended it", said).at(place)])
    }
    if status != 0 {
      throw Failure([CommandFact.failed(source.name, "it ended with status \(status)", said).at(place)])
    }
    return nil
  }

  /// Stops the program when its time is over. A thread of its own: a queue may be busy with reading.
  private func watch() {
    let deadline = DispatchTime.now() + .seconds(source.timeout)
    Thread.detachNewThread { [weak self, ended] in
      guard ended.wait(timeout: deadline) == .timedOut, let self, process.isRunning else { return }
      lock.withLock { isLate = true }
      process.terminate()
      // A program may ignore, or have inherited as blocked, the polite signal.
      if ended.wait(timeout: .now() + .seconds(2)) == .timedOut && process.isRunning {
        kill(process.processIdentifier, SIGKILL)
      }
    }
  }
}

/// What a program says on its standard error, taken while it runs so that it never waits for us.
private final class ErrorText: @unchecked Sendable {
  private let handle: FileHandle
  private let done = DispatchSemaphore(value: 0)
  private var bytes = Data()

  init(_ handle: FileHandle) { self.handle = handle }

  func start() {
    Thread.detachNewThread { [self] in
      while let data = try? handle.read(upToCount: 1 << 12), !data.isEmpty {
        if bytes.count < 1 << 14 { bytes += data }
      }
      done.signal()
    }
  }

  /// Everything it said, shortened, secrets hidden.
  func text() -> String {
    // A grandchild may hold the pipe open after the program has ended.
    _ = done.wait(timeout: .now() + .seconds(2))
    let text = String(decoding: bytes.prefix(2_000), as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    return hidingSecrets(text, environment: ProcessInfo.processInfo.environment)
  }
}

/// A text without what must not be shown: values of environment variables that name a password, key or token, and
/// the password of an address such as `postgres://user:password@host`.
func hidingSecrets(_ text: String, environment: [String: String]) -> String {
  var text = text
  for (name, value) in environment where value.count >= 4 {
    let name = name.uppercased()
    if ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "KEY"].contains(where: name.contains) {
      text = text.replacingOccurrences(of: value, with: "…")
    }
  }
  text = text.replacing(#/(:\/\/[^:@\/\s]+:)[^@\s]+@/#) { $0.output.1 + "…@" }
  return text.replacing(#/(password\s*=\s*)[^\s]+/#.ignoresCase()) { $0.output.1 + "…" }
}

/// What can be wrong with a program that should write CSV.
enum CommandFact {
  case missing(String)
  case failed(String, String, String)

  /// The fact in words.
  func at(_ place: Place) -> Diagnostic {
    switch self {
    case .missing(let program):
      Diagnostic(
        .error, "command-missing", at: place, "there is no program '\(program)'",
        remedy:
          "Install it, or give its full path. A command is a program and its arguments, not a line of a shell."
      )
    case .failed(let name, let how, let said):
      Diagnostic(
        .error, "command-failed", at: place,
        "the command '\(name)' failed: \(how)" + (said.isEmpty ? "" : "; it said: \(said)"),
        remedy: "Run it by hand to see its output; it has to write CSV with a header and end with status 0.")
    }
  }
}
