import Foundation

/// The real program, run as people run it.
enum Binary {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The binary that was built beside these tests.
  static let path: String = {
    let tests =
      Bundle.allBundles.map(\.bundlePath).first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("leadheat").path
  }()

  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs leadheat in a folder, with nothing in its environment but what is given. `wrapper` is a program, with its
  /// arguments, that starts it.
  static func run(
    _ arguments: [String], in folder: String = package, environment: [String: String] = [:],
    wrapper: [String] = []
  ) throws -> Outcome {
    try Running(wrapper + [path] + arguments, in: folder, environment: environment).outcome()
  }

  /// leadheat, or another program that is given by its path, while it runs.
  final class Running {
    private let process = Process()
    private let scratch = Scratch()

    init(_ command: [String], in folder: String = package, environment: [String: String] = [:]) throws {
      process.executableURL = URL(fileURLWithPath: command[0])
      process.arguments = Array(command.dropFirst())
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      var environment = environment
      // Where the toolchain's libraries are: a debug binary needs them.
      environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
      process.environment = environment
      process.standardInput = FileHandle.nullDevice
      _ = FileManager.default.createFile(atPath: scratch.path + "/out", contents: nil)
      _ = FileManager.default.createFile(atPath: scratch.path + "/err", contents: nil)
      process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/out")
      process.standardError = FileHandle(forWritingAtPath: scratch.path + "/err")
      try process.run()
    }

    /// The number of its process.
    var id: Int32 { process.processIdentifier }

    /// What it came to, when it has ended.
    func outcome() -> Outcome {
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: scratch.read("out") ?? "",
        errors: scratch.read("err") ?? ""
      )
    }
  }
}
