import ArgumentParser
import LeadModel
import Narrative
import ReportSite

/// `leadheat values`: what a narrative template may say.
struct Values: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every value that a narrative template may use, with its type and what it shows now.",
    discussion: """
      Each kind of page has a template in Templates/narrative and values of its own. Where a configuration or files \
      are given, the values are those of the latest such page, of the team with most leads.

      EXAMPLES:
        leadheat values team-week
        leadheat values month --config leadheat.yml
      """)

  @Argument(help: "The kind of page: \(ToldTemplate.names.joined(separator: ", ")).")
  var page: ToldTemplate

  @OptionGroup var options: ReportOptions

  func run() throws {
    try options.run(givesText: true) { terminal throws(Failure) in
      let configuration = try options.configuration()
      let isGiven = !configuration.leads.isEmpty || !configuration.problems.isEmpty
      let site = isGiven ? try Report(configuration).site : nil
      try terminal.give(page.schema.listing(with: site.flatMap(page.values)))
    }
  }
}

/// A template that has values: that of a kind of page about leads, or that about the numbers.
struct ToldTemplate: ExpressibleByArgument {
  private let page: NarrativePage?

  static let names = NarrativePage.allCases.map(\.rawValue) + [AboutPage.template]
  static var allValueStrings: [String] { names }

  init?(argument: String) {
    page = NarrativePage(rawValue: argument)
    if page == nil && argument != AboutPage.template { return nil }
  }

  var schema: Schema { page?.schema ?? AboutPage.schema }

  /// What it may say now; nil where there is no such page.
  func values(of site: Site) -> Value? {
    guard let page else { return site.aboutValues }
    return site.example(of: page).flatMap(site.values)
  }
}
