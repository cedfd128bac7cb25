import ArgumentParser
import LeadModel

/// `leadheat build`: read, compute, write the site.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read leads and schedules, and write the site.",
    discussion: """
      The output folder is replaced only when the whole site has been made; until then the former one stays. \
      Paths are relative to the working folder, those in a configuration to its file.

      EXAMPLES:
        leadheat build leads.csv
        leadheat build 'exports/*.csv' --schedule rota.csv --timezone America/New_York --output public
        leadheat build --config leadheat.yml --as-of 2026-11-15

      Exit status: 0 when the site was written, 1 when the input or the build is at fault, 64 for wrong usage.
      """)

  @OptionGroup var options: ReportOptions

  @Option(
    help: ArgumentHelp("The folder of the site. (default: site)", valueName: "dir"), completion: .directory)
  var output: String?

  @Flag(
    help: ArgumentHelp(
      "Write into a folder that holds files which leadheat did not make: those in the place of a page are replaced, "
        + "with a warning, and all others kept."))
  var force = false

  @Flag(help: "Stay, and build again whenever a file that the site is built of changes or comes.")
  var watch = false

  func validate() throws {
    if output == "" { throw ValidationError("--output takes a folder, found ''.") }
  }

  func run() throws {
    if watch { return try BuildWatch(options: options).run() }
    try options.run { terminal, given throws(Failure) in
      var configuration = given
      configuration.output = output ?? configuration.output
      let result = try build(configuration, isStrict: options.strict, force: force)
      try terminal.report(result.diagnostics)
      try terminal.say(result.summary)
    }
  }
}
