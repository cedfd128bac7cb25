import ArgumentParser
import LeadIngest
import LeadModel

/// `leadheat inspect`: what a file is, and a configuration that says so.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what was recognised of a lead export, and why.",
    discussion: """
      Shows the delimiter, the encoding, the role and form of every column, the time that the leads cover, and \
      everything that is in doubt; then a configuration to paste, with which build reads the file in the same way.

      EXAMPLES:
        leadheat inspect leads.csv
        leadheat inspect leads.csv --timezone Europe/Berlin > about.txt
        leadheat inspect leads.csv --config leadheat.yml

      Exit status: 0 when the file can be built from as the configuration says, 1 when it cannot, 64 for wrong usage.
      """)

  @Argument(help: "A lead export (CSV, perhaps packed by gzip).")
  var file: String

  @Option(
    help: ArgumentHelp(
      "Read the file as this configuration says: its entry for the file, or else its keys for all files.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Option(
    help: ArgumentHelp("The report's time zone, an IANA name such as Europe/Berlin.", valueName: "zone"))
  var timezone: String?

  func run() throws {
    let terminal = Terminal(form: Terminal.usualForm)
    do throws(Failure) {
      let subject = try Subject(file: file, configuration: configuration())
      try terminal.say(subject.lines.map(visible))
      if subject.intake != nil { return }
    } catch {
      try terminal.report(error.diagnostics)
    }
    throw ExitCode(1)
  }

  private func configuration() throws(Failure) -> Configuration {
    var result = Configuration()
    if let config {
      result = try Configuration.read(InputFiles.text(of: config, what: "configuration"), file: config)
    }
    result.timezone = timezone ?? result.timezone
    return result
  }
}
