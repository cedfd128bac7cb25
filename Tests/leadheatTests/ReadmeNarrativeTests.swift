import Foundation
import Narrative
import ReportSite
import Testing

@testable import leadheat

/// The README's examples of templates say, of the page that it names, exactly what it shows below them.
@Suite struct ReadmeNarrativeTests {
  /// The contents of the fences of the section on commentary, each with its language.
  private static func fences() throws -> [(language: String, text: String)] {
    let readme = try String(contentsOfFile: Binary.package + "/README.md", encoding: .utf8)
    let section = try #require(
      readme.split(separator: "\n## Commentary\n").last?.split(separator: "\n## ").first)
    return section.matches(of: #/(?ms)^```(\w+)\n(.*?)^```$/#).map { (String($0.1), String($0.2)) }
  }

  /// As HTML, on the page of South's week 42.
  private static func told(_ template: String) throws -> String {
    let site = try SampleValuesTests.site.get()
    let page = try #require(
      site.pages.first { site.path(of: $0) == "teams/south/2026-W42.html" })
    let templates = NarrativeTemplates(files: ["narrative/team-week.md": template])
    #expect(
      templates.check("team-week", schema: NarrativePage.teamWeek.schema, blocks: NarrativePage.blocks) == [])
    let values = try #require(site.values(of: page))
    return String(
      decoding: try templates.render("team-week", values: values, blocks: [:]), as: UTF8.self)
  }

  @Test func everyExampleShowsWhatStandsBelowIt() throws {
    let fences = try Self.fences()
    #expect(
      fences.map(\.language)
        == Array(repeating: ["markdown", "text"], count: fences.count / 2).flatMap { $0 })
    #expect(fences.count == 14)
    for index in stride(from: 0, to: fences.count - 1, by: 2) {
      let shown = fences[index + 1].text.replacing("{{", with: "&#123;&#123;")
      #expect(try Self.told(fences[index].text) == Self.told(shown), "\(fences[index].text)")
    }
  }
}
