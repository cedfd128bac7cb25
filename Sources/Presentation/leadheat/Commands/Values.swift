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

  @Argument(help: "The kind of page: \(NarrativePage.allCases.map(\.rawValue).joined(separator: ", ")).")
  var page: NarrativePage

  @OptionGroup var options: ReportOptions

  func run() throws {
    try options.run { terminal throws(Failure) in
      let configuration = try options.configuration()
      let isGiven = !configuration.leads.isEmpty
      let value = isGiven ? try Report(configuration).values(of: page) : nil
      print(page.schema.listing(with: value))
    }
  }
}

extension NarrativePage: ExpressibleByArgument {}
