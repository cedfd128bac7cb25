import Foundation

/// A PostgreSQL of its own for the tests: a cluster in a temporary folder, on a free port of 127.0.0.1, without
/// passwords, gone with the value.
///
/// The database's programs refuse to run as root: there they run as the user `postgres`.
final class PostgresServer: @unchecked Sendable {
  struct Problem: Error { var output: String }

  let port: Int
  private let folder: String
  private let programs: String
  private let server = Process()

  /// Where its programs are; nil where it is not installed.
  static let programs: String? = {
    let versions = "/usr/lib/postgresql"
    let packaged = (try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? []
    let searched = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    let folders = packaged.sorted { Int($0) ?? 0 > Int($1) ?? 0 }.map { "\(versions)/\($0)/bin" } + searched
    return folders.first { folder in
      ["initdb", "pg_ctl"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
      }
    }
  }()

  /// Makes a cluster and starts it.
  init() throws {
    programs = Self.programs!
    port = try Self.freePort()
    folder = NSTemporaryDirectory() + "leadheat-postgres-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if getuid() == 0 { try Self.run("/bin/chown", ["postgres", folder]) }
    try control(
      "initdb --pgdata='\(folder)/data' --username=analyst --auth=trust --encoding=UTF8 --locale=C --no-sync")
    // As a child of ours and no daemon, which would keep Foundation waiting for the end of its starter.
    let (program, arguments) = command(
      "postgres -D '\(folder)/data' -h 127.0.0.1 -p \(port) -k '' -F >'\(folder)/log' 2>&1")
    server.executableURL = URL(fileURLWithPath: program)
    server.arguments = arguments
    server.standardInput = FileHandle.nullDevice
    try server.run()
    for _ in 0..<600 where server.isRunning {
      if (try? run("select 1")) != nil { return }
      usleep(100_000)
    }
    throw Problem(output: (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "not started")
  }

  deinit {
    try? control("pg_ctl --pgdata='\(folder)/data' --mode=immediate --silent stop")
    server.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What a client's environment needs to reach it.
  var environment: [String: String] {
    [
      "PGHOST": "127.0.0.1", "PGPORT": "\(port)", "PGUSER": "analyst", "PGDATABASE": "postgres",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }

  /// Runs statements of SQL; gives what they print.
  @discardableResult func run(_ statements: String) throws -> String {
    try Self.run(
      "/usr/bin/env",
      [
        "psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--command",
        statements,
      ],
      environment: environment)
  }

  /// Runs one of its programs as a user that may.
  private func control(_ line: String) throws {
    let (program, arguments) = command(line)
    try Self.run(program, arguments)
  }

  private func command(_ line: String) -> (program: String, arguments: [String]) {
    let line = "cd / && exec '\(programs)'/\(line)"
    return getuid() == 0
      ? ("/bin/su", ["postgres", "-s", "/bin/sh", "-c", line]) : ("/bin/sh", ["-c", line])
  }

  @discardableResult private static func run(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    let output = NSTemporaryDirectory() + "leadheat-" + UUID().uuidString
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: output) }
    let handle = FileHandle(forWritingAtPath: output)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    if process.terminationStatus != 0 { throw Problem(output: text) }
    return text
  }

  /// A port nobody listens on now.
  private static func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    if !isBound { throw Problem(output: "no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
