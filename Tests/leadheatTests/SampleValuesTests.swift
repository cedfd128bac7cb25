import Foundation
import LeadModel
import Narrative
import ReportSite
import Testing

@testable import leadheat

/// Every value that `leadheat values` lists, told by a template on every page of the sample.
@Suite struct SampleValuesTests {
  static let site = Result {
    let file = Binary.package + "/sample_data/leadheat.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    return try Report(Configuration.read(text, file: file)).site
  }

  @Test(arguments: NarrativePage.allCases)
  func everyValueCanBeTold(kind: NarrativePage) throws {
    let site = try Self.site.get()
    let templates = NarrativeTemplates(files: ["narrative/all.md": Self.everything(kind.schema)])
    #expect(templates.check("all", schema: kind.schema, blocks: []) == [])
    var pages = 0
    for page in site.pages where page.narrative == kind.rawValue {
      let values = try #require(site.values(of: page))
      let html = String(decoding: try templates.render("all", values: values, blocks: [:]), as: UTF8.self)
      #expect(html.contains("shares"), "\(page)")
      pages += 1
    }
    #expect(pages > 0)
  }

  @Test func everyKindOfPageHasAnExample() throws {
    let site = try Self.site.get()
    for kind in NarrativePage.allCases {
      let page = try #require(site.example(of: kind), "\(kind)")
      #expect(page.narrative == kind.rawValue && site.pages.contains(page))
      let listed = kind.schema.listed(with: site.values(of: page))
      #expect(listed.first { $0.name == "judged" }?.example != nil)
    }
  }

  /// A template that says each name of a schema, in the section that it needs.
  private static func everything(_ schema: Schema) -> String {
    switch schema {
    case .object(let fields): fields.map { told($0.name, $0.schema) }.joined()
    default: ""
    }
  }

  private static func told(_ name: String, _ schema: Schema) -> String {
    func section(_ content: String) -> String { "{{#\(name)}}\(content){{/\(name)}}" }
    func forms(_ forms: [String]) -> String { forms.map { "{{\(name).\($0)}} " }.joined() }
    let content =
      switch schema {
      case .text: "{{\(name)}} "
      case .address: "[\(name)]({{\(name)}}) "
      case .flag: section("yes ")
      case .quantity(let names): "{{\(name)}} " + forms(names)
      case .count: "{{\(name)}} " + forms(Noun.forms.map(\.name))
      case .object(let fields): fields.map { told("\(name).\($0.name)", $0.schema) }.joined()
      case .list(let element): section(everything(element))
      case .optional(.text), .optional(.address): section("{{\(name)}}")
      case .optional(let wrapped): section(everything(wrapped))
      }
    return "\(name.split(separator: ".").last!) " + content
  }
}
