import ArgumentParser
import Narrative
import ReportSite

/// `leadheat values`: what a narrative template may say.
struct Values: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every value that a narrative template may use, with its type.",
    discussion: """
      Each kind of page has a template in Templates/narrative and values of its own.

      EXAMPLES:
        leadheat values team-week
      """)

  @Argument(help: "The kind of page: \(NarrativePage.allCases.map(\.rawValue).joined(separator: ", ")).")
  var page: NarrativePage

  func run() {
    print(page.schema.listing(with: nil))
  }
}

extension NarrativePage: ExpressibleByArgument {}
