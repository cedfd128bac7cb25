import Foundation
import Testing

/// Who may import whom, and who may touch the outside world: read off the sources, so that an arrow cannot
/// appear by accident.
@Suite struct ImportTests {
  /// What each target may import, of ours and of others'. The system's C library is for the targets listed
  /// with `Glibc`; its names elsewhere are the same thing.
  static let allowed: [String: Set<String>] = [
    "LeadModel": [],
    "LeadIngest": ["LeadModel", "CScan", "Dispatch"],
    "LeadMetrics": ["Dispatch", "LeadModel"],
    "Markup": [],
    "HeatmapSVG": ["Markup"],
    "Narrative": ["LeadModel", "CCmark"],
    "ReportSite": [
      "LeadModel", "LeadMetrics", "Markup", "HeatmapSVG", "Narrative", "Dispatch",
    ],
    "leadheat": [
      "LeadModel", "LeadIngest", "LeadMetrics", "HeatmapSVG", "Narrative", "ReportSite", "CZlib", "CLinux",
      "Yams",
      "ArgumentParser",
      "Foundation", "Glibc", "Musl", "Darwin",
    ],
  ]

  @Test(arguments: allowed.keys.sorted())
  func aTargetImportsOnlyWhatTheTableAllows(target: String) throws {
    let files = try Source.files(of: target)
    #expect(!files.isEmpty, "no sources of \(target)")
    for file in files {
      for module in file.imports where !Self.allowed[target]!.contains(module) {
        Issue.record("\(file.path) imports \(module), which \(target) may not")
      }
    }
  }

  @Test func cmarkIsImportedInOneFile() throws {
    let files = try Self.allowed.keys.flatMap(Source.files).filter { $0.imports.contains("CCmark") }
    #expect(files.count == 1, "\(files.map(\.path))")
  }

  @Test(arguments: allowed.keys.filter { $0 != "leadheat" }.sorted())
  func onlyLeadheatTouchesTheOutsideWorld(target: String) throws {
    let world = [
      "print(", "debugPrint(", "FileManager", "FileHandle", "ProcessInfo", "CommandLine", "Date(", "Date.now",
      "ContinuousClock", "SuspendingClock", "Locale", "TimeZone(", "Calendar(", "getenv", "fopen(",
      "readLine(", "Process(", ".random(", "SystemRandomNumberGenerator", "URLSession",
    ]
    for file in try Source.files(of: target) {
      for (number, line) in file.code.enumerated() {
        for word in world where line.mentions(word) {
          Issue.record("\(file.path):\(number + 1) uses \(word) outside leadheat")
        }
      }
    }
  }

  @Test func everyTargetHasItsRow() throws {
    let layers = ["Logic", "Visualization", "Presentation"]
    let folders = try layers.flatMap {
      try FileManager.default.contentsOfDirectory(atPath: "\(Source.root)/Sources/\($0)")
    }
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.allowed.keys))
  }
}

/// One Swift file of the package.
struct Source {
  var path: String
  /// As they stand in the file, without its line feeds.
  var lines: [String]

  /// Its lines, those of comments blank; comments behind code and the contents of literals are not told apart.
  var code: [String] {
    lines.map { $0.trimmingCharacters(in: .whitespaces).hasPrefix("//") ? "" : $0 }
  }

  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The modules named by `import`, whatever stands before and after.
  var imports: [String] {
    code.compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({
          $0.hasPrefix("@") || $0 == "package" || $0 == "public" || $0 == "internal" || $0 == "private"
        })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let module = words[(position + 1)...].first { !kinds.contains($0) }
      return module.map { String($0.prefix { $0 != "." }) }
    }
  }

  static func files(of target: String) throws -> [Source] {
    let layers = ["Logic", "Visualization", "Presentation"]
    let folder = layers.map { "\(root)/Sources/\($0)/\(target)" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
    guard let folder else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { path in
        let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
        return Source(path: "\(target)/\(path)", lines: text.components(separatedBy: "\n"))
      }
  }
}

extension String {
  /// Whether a word stands in the line, not as the end of a longer name.
  func mentions(_ word: String) -> Bool {
    var rest = Substring(self)
    while let found = rest.range(of: word) {
      let before = rest[..<found.lowerBound].last
      if before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" && ($0 != "." || word.hasPrefix(".")) })
        ?? true
      {
        return true
      }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
