import Foundation
import Testing

/// The README's table of messages is that of the code: every id, each with its severities, and no other.
@Suite struct MessageTableTests {
  /// The first text of a call that makes a diagnostic: `Diagnostic(.error, "id"`, or `error("id"` in a file that
  /// has such a helper.
  private static func made(in text: String) -> [(severity: String, id: String)] {
    text.matches(of: #/(?:\bDiagnostic\(\s*\.(error|warning|note),|\b(error|warning)\()\s*"([a-z0-9-]+)"/#)
      .map {
        (String($0.1 ?? $0.2 ?? ""), String($0.3))
      }
  }

  private static func sources() throws -> [String: String] {
    let all = FileManager.default.enumerator(atPath: Source.root + "/Sources")?.allObjects as? [String] ?? []
    return Dictionary(
      uniqueKeysWithValues: try all.filter { $0.hasSuffix(".swift") }.map {
        ($0, try String(contentsOfFile: Source.root + "/Sources/" + $0, encoding: .utf8))
      })
  }

  @Test func theTableIsThatOfTheCode() throws {
    var code: [String: Set<String>] = [:]
    for text in try Self.sources().values {
      for (severity, id) in Self.made(in: text) { code[id, default: []].insert(severity) }
    }
    #expect(code.count > 80)
    var table: [String: Set<String>] = [:]
    var order: [String] = []
    let readme = try String(contentsOfFile: Source.root + "/README.md", encoding: .utf8)
    let section = try #require(
      readme.split(separator: "\n## Messages\n").last?.split(separator: "\n## ").first)
    for line in section.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.replacing("\\|", with: "/").split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.count == 6 && cells[1...4].allSatisfy { !$0.isEmpty }, "\(line)")
      let id = cells[1].trimmingCharacters(in: ["`"])
      table[id] = Set(cells[2].components(separatedBy: " or "))
      order.append(id)
    }
    #expect(order == order.sorted() && order.count == table.count)
    for id in Set(code.keys).union(table.keys).sorted() {
      #expect(table[id] == code[id], "the README's table says otherwise about \(id)")
    }
  }

  /// An id that is put together, or that stands elsewhere, would escape the test above.
  @Test func everyDiagnosticHasALiteralID() throws {
    var makers: [String: Int] = [:]
    for (path, text) in try Self.sources() {
      let calls = text.matches(of: #/\bDiagnostic\(\s*\./#).count
      let literal = text.matches(of: #/\bDiagnostic\(\s*\.(?:error|warning|note),\s*"/#).count
      if calls != literal { makers[path] = calls - literal }
    }
    // Its two helpers, whose calls are found by their own names.
    #expect(makers == ["Presentation/Narrative/Diagnostics/NarrativeMessages.swift": 2])
  }
}
