import ArgumentParser
import LeadModel

/// `leadheat init`: a project to begin with.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a project with sample data, which builds at once.",
    discussion: """
      Writes a configuration, sample exports and a schedule to be replaced by your own, and the templates of all pages \
      to be edited. Nothing is written over.

      EXAMPLES:
        leadheat init report && cd report && leadheat build
        leadheat init --templates

      Exit status: 0 when everything was written, 1 when nothing was, 64 for wrong usage.
      """)

  @Argument(help: "The folder of the project. It is made if it is not there.", completion: .directory)
  var folder = "."

  @Flag(help: "Only the folder Templates, for a project that has been started.")
  var templates = false

  func validate() throws {
    if folder.isEmpty { throw ValidationError("A folder is expected, found ''.") }
  }

  func run() throws {
    let terminal = Terminal(form: Terminal.usualForm)
    do throws(Failure) {
      let files = templates ? NewProject.templates : NewProject.all
      try Signals.whole { () throws(Failure) in try NewProject.write(files, to: folder) }
      try terminal.say([
        "wrote \(folder): \(times(files.count, "file"))",
        templates
          ? "Name the folder under templates: in leadheat.yml, and edit what you like."
          : "Build it there with leadheat build, and open site/index.html.",
      ])
    } catch {
      try? terminal.report(error.diagnostics)
      throw ExitCode(1)
    }
  }
}
