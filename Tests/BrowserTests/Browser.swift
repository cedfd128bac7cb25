import Foundation

/// A real Chromium without a window, cut off from the network.
enum Browser {
  /// Its program; nil where none is installed, and then these tests are skipped.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" }
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let candidates =
      names.flatMap { name in folders.map { $0 + name } }
      + ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Opens a page, waits until it has done its work, and gives its document and what it wrote to the console.
  static func open(_ file: String, options: [String] = []) throws -> (document: String, console: [String]) {
    let (output, errors) = try run(options + ["--dump-dom", "file://" + file])
    return (output, errors.split(separator: "\n").map(String.init).filter { $0.contains("CONSOLE") })
  }

  /// Prints a page on sheets of the size it likes, and gives their number.
  static func sheets(of file: String) throws -> Int {
    let sheets = NSTemporaryDirectory() + "leadheat-sheets-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: sheets) }
    _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(sheets)", "file://" + file])
    // Bytes of pictures are no UTF-8.
    let text = String(decoding: FileManager.default.contents(atPath: sheets) ?? Data(), as: UTF8.self)
    return text.matches(of: #/\/Type \/Page\b/#).count
  }

  /// What it writes to its standard output and its standard error.
  private static func run(_ arguments: [String]) throws -> (output: String, errors: String) {
    let scratch = NSTemporaryDirectory() + "leadheat-browser-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: "\(scratch)/\(name)", contents: nil)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path!)
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=\(scratch)/profile",
        "--allow-file-access-from-files", "--disable-web-security", "--enable-logging=stderr",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=60000", "--window-size=1440,1000",
      ] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: "\(scratch)/\(name)") ?? Data(), as: UTF8.self)
    }
    return (text("out"), text("err"))
  }
}
