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

  /// Runs leadheat in a folder, with nothing in its environment but what is given.
  static func run(
    _ arguments: [String], in folder: String = package, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = environment
    // Where the toolchain's libraries are: a debug binary needs them.
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let scratch = Scratch()
    _ = FileManager.default.createFile(atPath: scratch.path + "/out", contents: nil)
    _ = FileManager.default.createFile(atPath: scratch.path + "/err", contents: nil)
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch.path + "/err")
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: scratch.read("out") ?? "", errors: scratch.read("err") ?? "")
  }
}
