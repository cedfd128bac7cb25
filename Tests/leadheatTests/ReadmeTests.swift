import Foundation
import LeadIngest
import LeadModel
import Testing

@testable import leadheat

/// The README's tables of the configuration are those of the code: every key, role and preset, and no other.
@Suite struct ReadmeTests {
  /// The cells of the table whose header begins with that cell, row by row.
  private func table(_ title: String) throws -> [[String]] {
    let text = try String(contentsOfFile: Binary.package + "/README.md", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix(title) })
    return lines[start...].prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
      return [cells[0].trimmingCharacters(in: ["`"])] + cells.dropFirst()
    }
  }

  /// The keys that a reader knows where `{}` stands in a configuration.
  private func known(_ yaml: String) throws -> Set<String> {
    let configuration = try Configuration.read(yaml.replacing("{}", with: "{no such key: 1}"), file: "x.yml")
    let diagnostic = try #require(configuration.problems.first { $0.id == "configuration-unknown-key" })
    let words = try #require(diagnostic.remedy).dropFirst("Known here: ".count).dropLast()
    return Set(words.split(separator: ", ").map(String.init))
  }

  @Test func everyKeyIsThere() throws {
    let rows = try table("| key | stands in |")
    #expect(rows.allSatisfy { $0.count == 4 && !$0[2].isEmpty })
    func keys(_ place: String) -> Set<String> {
      Set(rows.filter { $0[1].components(separatedBy: ", ").contains(place) }.map { $0[0] })
    }
    let top = try Set(table("| key | option |").map { $0[0] })
    #expect(try known("{}") == top.union(keys("top")) && top.isDisjoint(with: keys("top")))
    #expect(try known("leads: [{}]") == keys("entry"))
    #expect(try known("leads: [{path: a, activities: {}}]") == keys("activities"))
    #expect(try known("schedule: [{}]") == keys("schedule"))
    let database = try #require(rows.first { $0[0] == "postgresql" })
    for key in try known("leads: [{postgresql: {}}]") { #expect(database[2].contains("`\(key)`")) }
    func words(_ key: String) -> String { rows.first { $0[0] == key }![2] }
    for unit in DurationUnit.allCases { #expect(words("duration_unit").contains("`\(unit.rawValue)`")) }
    for mark in DecimalMark.allCases { #expect(words("decimal_mark").contains("`\"\(mark.rawValue)\"`")) }
    for order in DateOrder.allCases { #expect(words("date_order").contains("`\(order.rawValue)`")) }
    for encoding in TextEncoding.allCases { #expect(words("encoding").contains("`\(encoding.rawValue)`")) }
  }

  @Test func everyRoleIsThere() throws {
    let rows = try table("| role | in |")
    #expect(rows.allSatisfy { $0.count == 3 && !$0[2].isEmpty })
    func roles(_ place: String) -> Set<String> {
      Set(rows.filter { $0[1].components(separatedBy: ", ").contains(place) }.map { $0[0] })
    }
    #expect(roles("leads") == Set(ColumnRole.allCases.map(\.rawValue)))
    #expect(roles("activities") == Set(ActivityColumn.allCases.map(\.rawValue)))
    #expect(roles("schedule") == Set(ScheduleColumn.allCases.map(\.rawValue)))
    #expect(rows.count == roles("leads").union(roles("activities")).union(roles("schedule")).count)
  }

  @Test func everyWordForYesAndNoIsThere() throws {
    let text = try String(contentsOfFile: Binary.package + "/README.md", encoding: .utf8)
    for word in FlagWords.all.flatMap({ $0.yes + $0.no }) { #expect(text.contains("`\(word)`"), "\(word)") }
  }

  @Test func everyPresetIsThere() throws {
    let rows = try table("| preset | system |")
    #expect(rows.map { $0[0] } == Preset.all.map(\.name))
    for (row, preset) in zip(rows, Preset.all) {
      #expect(row[1] == preset.title)
      #expect(row[2].hasPrefix("none") == (preset.adviceWithoutResponse != nil), "\(preset.name)")
      if let unit = preset.durationUnit, let header = preset.headers[.duration]?.first {
        #expect(row[2].hasPrefix("`\(header)`, in \(unit.name)"), "\(preset.name)")
      }
    }
  }
}
