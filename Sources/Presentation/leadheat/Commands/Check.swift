import ArgumentParser
import LeadModel

/// `leadheat check`: everything `build` does, but making the pages about leads, and writing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read everything and report everything, writing nothing.",
    discussion: """
      Reads leads, schedules and templates as build does, the templates in every branch, and tells what it found. In \
      GitHub Actions the findings are annotations of the files they concern.

      EXAMPLES:
        leadheat check --config leadheat.yml --strict
        leadheat check leads.csv --json

      Exit status: 0 when a build into an empty folder would succeed, 1 when it would not, 64 for wrong usage.
      """)

  @OptionGroup var options: ReportOptions

  func run() throws {
    try options.run { terminal, configuration throws(Failure) in
      let report = try leadheat.check(configuration, isStrict: options.strict)
      try terminal.report(report.diagnostics)
      try terminal.say([report.reading] + report.diagnostics.warnings)
    }
  }
}
