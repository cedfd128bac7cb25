import Foundation
import Testing

@testable import leadheat

/// A signal that ends leadheat ends what it has started, too.
@Suite struct SignalTests {
  let scratch = Scratch()

  /// leadheat while it waits for a command, and the numbers of the command's process and of one that it has started.
  /// Started as commands are: Foundation hands on the signals that its own threads block.
  private struct Waiting {
    var leadheat: ChildProcess
    var processes: [Int32]

    /// How it ended; nil where it has not after ten seconds.
    func ending() -> ChildProcess.Ending? {
      let deadline = Date.now + 10
      while Date.now < deadline {
        if let ending = leadheat.poll() { return ending }
        Thread.sleep(forTimeInterval: 0.01)
      }
      leadheat.stop()
      return nil
    }

    /// How many of the processes are still there, after ten seconds at most.
    func left() -> Int {
      let deadline = Date.now + 10
      while Date.now < deadline, processes.contains(where: isRunning) { Thread.sleep(forTimeInterval: 0.01) }
      return processes.count(where: isRunning)
    }

    /// Whether a process has not ended. Who has to wait for it may not have done so yet.
    func isRunning(_ process: Int32) -> Bool {
      if kill(process, 0) != 0 { return false }
      let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
      return status.split(separator: ")").last?.hasPrefix(" Z") != true
    }
  }

  /// Starts a check whose command begins with some words of the shell, and does not end by itself.
  private func wait(_ words: String = "", wrapper: String = "") throws -> Waiting {
    scratch.write(
      "leadheat.yml",
      "leads:\n  - command: [sh, -c, '\(words) sleep 60 & echo $$ $! > new; mv new ids; wait; sleep 60']\n")
    var environment = ["PATH": "/usr/bin:/bin"]
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    let leadheat = try ChildProcess(
      "/bin/sh", ["-c", "cd \"$0\" && exec \(wrapper) \"$1\" check", scratch.path, Binary.path],
      environment: environment, input: nil)
    let deadline = Date.now + 20
    while scratch.read("ids") == nil, Date.now < deadline { Thread.sleep(forTimeInterval: 0.01) }
    let ids = try #require(scratch.read("ids")).split(whereSeparator: \.isWhitespace)
    return Waiting(leadheat: leadheat, processes: ids.compactMap { Int32($0) })
  }

  @Test(arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM])
  func itsCommandsAreEndedAndItDiesByTheSignal(number: Int32) throws {
    let waiting = try wait()
    #expect(waiting.processes.count == 2)
    #expect(kill(waiting.leadheat.id, number) == 0)
    #expect(waiting.ending() == .signal(number))
    #expect(waiting.left() == 0)
    #expect(waiting.leadheat.errors.read() == nil && waiting.leadheat.output.read() == nil)
  }

  @Test func aCommandThatTakesNoHintIsEndedAllTheSame() throws {
    let waiting = try wait("trap \"\" TERM;")
    #expect(kill(waiting.leadheat.id, SIGTERM) == 0)
    #expect(waiting.ending() == .signal(SIGTERM))
    #expect(waiting.left() == 0)
  }

  /// What is started to outlive its terminal does.
  @Test func aSignalThatIsIgnoredStaysSo() throws {
    let waiting = try wait(wrapper: "nohup")
    #expect(kill(waiting.leadheat.id, SIGHUP) == 0)
    Thread.sleep(forTimeInterval: 0.3)
    #expect(waiting.processes.allSatisfy(waiting.isRunning))
    #expect(kill(waiting.leadheat.id, SIGTERM) == 0)
    #expect(waiting.ending() == .signal(SIGTERM))
    #expect(waiting.left() == 0)
  }
}
