import ArgumentParser
import LeadModel

/// What `build` and its siblings take: inputs, choices, and how to talk. Each choice is a key of the
/// configuration too; what is said here wins.
struct ReportOptions: ParsableArguments {
  @Argument(help: "Lead exports (CSV); globs are allowed. They replace the configuration's 'leads'.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The configuration. Without it, and without FILES, leadheat.yml of the working folder.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Option(
    help: ArgumentHelp("A staff schedule (CSV); may be given several times.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var schedule: [String] = []

  @Option(
    help: ArgumentHelp("A folder whose files replace the built-in templates one by one.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @Option(help: ArgumentHelp("The site's title.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The report's time zone, an IANA name such as Europe/Berlin. Without it, times are taken as they stand.",
      valueName: "zone"))
  var timezone: String?

  @Option(help: ArgumentHelp("Minutes of a slot: 15, 30 or 60. (default: 30)", valueName: "minutes"))
  var slot: Int?

  @Option(
    help: ArgumentHelp("Answered within this many minutes is in time. (default: 60)", valueName: "minutes"))
  var threshold: Int?

  @Option(help: ArgumentHelp("A further threshold; may be given several times.", valueName: "minutes"))
  var also: [Int] = []

  @Option(
    help: ArgumentHelp(
      "Fewer judged leads than this, and a rate says little. (default: 5)", valueName: "count"))
  var minLeads: Int?

  @Option(
    help: ArgumentHelp(
      "The cut-off: a date (its end), a time, or now. (default: the latest received time)", valueName: "time")
  )
  var asOf: String?

  @Option(help: ArgumentHelp("The data begin on this day, even without leads on it.", valueName: "date"))
  var from: String?

  @Option(help: "Rows with the same id: the last one counts, or the first, or keep all. (default: last)")
  var duplicates: Rules.Duplicates?

  @Option(help: "Leads too young to be judged: exclude them, or count all. (default: exclude)")
  var pending: Rules.Pending?

  @Option(
    help: ArgumentHelp(
      "Seconds by which a first response may precede its receipt and count as at once. (default: 0)",
      valueName: "seconds"))
  var clockSkew: Int?

  @Option(
    help: ArgumentHelp(
      "Fail when more than this percentage of rows, and more than ten, cannot be read. (default: 1)",
      valueName: "percent"))
  var maxRejected: Double?

  @Option(
    help: ArgumentHelp(
      "The name of the one team where no row names any. (default: All leads)", valueName: "name"))
  var team: String?

  @Option(
    help: ArgumentHelp(
      "A site of one team, which names no other team and holds none of their numbers.", valueName: "team=name"
    )
  )
  var only: String?

  @Option(help: "People's names: show them, or hide them everywhere. (default: show)")
  var reps: RepNames?

  @Option(
    help: ArgumentHelp(
      "The percentage of leads to be answered in time: a line in trends, marks on maps.",
      valueName: "percent"))
  var target: Int?

  @Option(
    help: ArgumentHelp("The site's public address, for the site map and the feed.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Print diagnostics as JSON lines, and on standard output instead of the summary.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print neither notes nor the summary.")
  var quiet = false

  func validate() throws {
    if let slot, !Rules.slotWidths.contains(slot) {
      throw ValidationError("--slot takes 15, 30 or 60, found \(slot).")
    }
    for case (let name, let text?) in [("title", title), ("team", team)]
    where text.allSatisfy(\.isWhitespace) {
      throw ValidationError("--\(name) takes a text that is not blank, found '\(text)'.")
    }
    let wholes =
      [
        ("threshold", threshold, Limits.threshold), ("min-leads", minLeads, Limits.minLeads),
        ("clock-skew", clockSkew, Limits.clockSkew), ("target", target, Limits.target),
      ] + also.map { ("also", $0, Limits.threshold) }
    for case (let name, let number?, let limits) in wholes where !limits.contains(number) {
      throw ValidationError(
        "--\(name) takes a whole number from \(limits.lowerBound) to \(limits.upperBound), found \(number).")
    }
    if let maxRejected, !Limits.maxRejected.contains(maxRejected) {
      throw ValidationError("--max-rejected takes a number from 0 to 100, found \(maxRejected).")
    }
    if let baseURL, !isWebAddress(baseURL) {
      throw ValidationError(
        "--base-url takes an address such as https://example.org/leads, found '\(baseURL)'.")
    }
    if let only, teamName(in: only) == nil {
      throw ValidationError("--only takes team= and the name of a team, such as team=North, found '\(only)'.")
    }
    if let from, CivilDate(iso: from) == nil {
      throw ValidationError("--from takes a date such as 2026-11-15, found '\(from)'.")
    }
  }

  /// Does a command's work after the configuration; what stands in its way is told, and the exit status is 1.
  /// `givesText` says that standard output belongs to something else than diagnostics.
  func run(
    givesText: Bool = false, _ work: (Terminal, Configuration) throws(Failure) -> Void
  ) throws {
    var terminal = Terminal(
      isQuiet: quiet, form: json ? .json : Terminal.usualForm,
      stream: json && !givesText ? .output : .errors)
    do throws(Failure) {
      let configuration = try configuration()
      terminal.sources = configuration.commandPlaces
      try work(terminal, configuration)
    } catch {
      do throws(Failure) {
        try terminal.report(error.diagnostics)
      } catch {
        try? Terminal(form: terminal.form).report(error.diagnostics)
      }
      throw ExitCode(1)
    }
  }

  /// The configuration's file, if any, with what was said on the command line put over it.
  func configuration() throws(Failure) -> Configuration {
    var result = try fromFile()
    let place = Place.commandLine()
    let given = [
      "timezone": timezone, "as_of": asOf, "from": from, "only": only, "also": also.first.map(String.init),
      "templates": templates,
    ]
    .compactMapValues { $0 }.keys
    for key in given + schedule.indices.map({ "schedule[\($0)]" }) { result.places[key] = place }
    if !files.isEmpty {
      result.leads = files.map { LeadInput(origin: .path($0), reading: result.reading, place: place) }
    }
    if !schedule.isEmpty { result.schedules = schedule.map(ScheduleInput.init(path:)) }
    result.templates = templates ?? result.templates
    result.title = title ?? result.title
    result.timezone = timezone ?? result.timezone
    result.asOf = asOf ?? result.asOf
    result.baseURL = baseURL ?? result.baseURL
    result.only = only.flatMap(teamName) ?? result.only
    result.reps = reps ?? result.reps
    result.target = target ?? result.target
    result.rules.slotMinutes = slot ?? result.rules.slotMinutes
    result.rules.threshold = threshold ?? result.rules.threshold
    if !also.isEmpty { result.rules.also = also }
    result.rules.minLeads = minLeads ?? result.rules.minLeads
    result.rules.from = from.flatMap(CivilDate.init(iso:)) ?? result.rules.from
    result.rules.duplicates = duplicates ?? result.rules.duplicates
    result.rules.pending = pending ?? result.rules.pending
    result.rules.clockSkewSeconds = clockSkew ?? result.rules.clockSkewSeconds
    result.rules.maxRejectedPercent = maxRejected ?? result.rules.maxRejectedPercent
    result.rules.unnamedTeam = team ?? result.rules.unnamedTeam
    return result
  }

  /// The file of the configuration, which need not be there where nobody has named it; nil without.
  var configurationPath: String? { config ?? (files.isEmpty ? "leadheat.yml" : nil) }

  private func fromFile() throws(Failure) -> Configuration {
    guard let path = configurationPath else { return Configuration() }
    if config == nil && POSIX.kind(of: path) == .missing { return Configuration() }
    return try Configuration.read(InputFiles.text(of: path, what: "configuration"), file: path)
  }
}

extension Rules.Duplicates: ExpressibleByArgument {}
extension Rules.Pending: ExpressibleByArgument {}
extension RepNames: ExpressibleByArgument {}
