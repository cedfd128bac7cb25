import ArgumentParser
import LeadModel
import Narrative
import ReportSite

/// `leadheat values`: what a narrative template may say.
struct Values: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every value that a narrative template may use, with its type and what it shows now.",
    discussion: """
      Each kind of page has a template in Templates/narrative and values of its own, and so have the frames in \
      Templates/layout. Where a configuration or files are given, the values of a page about leads are those of the latest \
      such page, of the team with most leads.

      EXAMPLES:
        leadheat values team-week
        leadheat values month --config leadheat.yml
      """)

  @Argument(help: "The kind of page: \(ToldTemplate.names.joined(separator: ", ")).")
  var page: ToldTemplate

  @OptionGroup var options: ReportOptions

  func run() throws {
    try options.run(givesText: true) { terminal, configuration throws(Failure) in
      let isGiven = !configuration.leads.isEmpty || !configuration.problems.isEmpty
      let site = isGiven ? try Report(configuration).site : nil
      try terminal.give(page.schema.listing(with: site.flatMap(page.values), blocks: page.blocks))
    }
  }
}

/// A template that has values: that of a kind of page about leads, that about the numbers, or a frame.
enum ToldTemplate: ExpressibleByArgument {
  case page(NarrativePage)
  case about
  case layout(Schema)

  static let names =
    NarrativePage.allCases.map(\.rawValue) + [AboutPage.template] + SiteTemplates.layouts.map(\.name)
  static var allValueStrings: [String] { names }

  init?(argument: String) {
    if let page = NarrativePage(rawValue: argument) {
      self = .page(page)
    } else if argument == AboutPage.template {
      self = .about
    } else if let layout = SiteTemplates.layouts.first(where: { $0.name == argument }) {
      self = .layout(layout.schema)
    } else {
      return nil
    }
  }

  var schema: Schema {
    switch self {
    case .page(let page): page.schema
    case .about: AboutPage.schema
    case .layout(let schema): schema
    }
  }

  /// What it may place beside them.
  var blocks: [String] {
    switch self {
    case .page: NarrativePage.blocks.sorted()
    case .about: AboutPage.blocks.sorted()
    case .layout: []
    }
  }

  /// What it may say now; nil where there is no such page.
  func values(of site: Site) -> Value? {
    switch self {
    case .page(let page): site.example(of: page).flatMap(site.values)
    case .about: site.aboutValues
    case .layout: nil
    }
  }
}
