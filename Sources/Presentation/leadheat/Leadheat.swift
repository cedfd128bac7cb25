import ArgumentParser

/// The command line: `leadheat build` and its siblings.
@main
struct Leadheat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadheat",
    abstract: "Build a static site that shows when leads are answered in time.",
    discussion: """
      Reads lead exports, staff schedules and Markdown templates, and writes a site of HTML and SVG for any \
      static host: per team, week and month, the share of leads answered within an hour by weekday and time of day.

      EXAMPLES:
        leadheat init report
        leadheat build leads.csv --schedule schedule.csv --timezone Europe/Berlin
        leadheat build --config leadheat.yml --output public
      """,
    version: "0.1.0",
    subcommands: [Init.self, Build.self, Check.self, Inspect.self, Values.self])

  static func main() {
    Signals.watch()
    keepFreedMemory()
    main(nil)
  }
}
