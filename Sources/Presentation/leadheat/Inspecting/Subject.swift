import LeadIngest
import LeadMetrics
import LeadModel

/// A file that is inspected: what was recognised of it, and what reading all of it gave.
struct Subject {
  var file: String
  /// nil where there is no row to recognise anything by.
  var inspection: Inspection?
  /// nil where it cannot be read as it is.
  var intake: Intake?
  /// The report's zone as a configuration has to name it; nil where none is needed.
  var zone: String?
  /// Whether nobody named that zone: it only lets the file be read.
  var isZoneAssumed = false
  /// What the configuration says about it.
  var input: LeadInput
  /// The teams of reps, where the configuration has a roster.
  var roster: String?
  /// Which of the rows with the same id count.
  var duplicates = Rules.Duplicates.last
  /// What was found, errors among it where it cannot be read.
  var diagnostics: [Diagnostic] = []

  /// Reads a file by itself, as a configuration says. Throws where it cannot be opened or a zone is unknown.
  init(file: String, configuration: Configuration) throws(Failure) {
    self.file = file
    input =
      configuration.leads.first { $0.names(file) }
      ?? LeadInput(
        origin: .path(file), reading: configuration.reading, place: Place.commandLine())
    input.origin = .path(file)
    (zone, roster) = (configuration.timezone, configuration.roster)
    duplicates = configuration.rules.duplicates

    var request = configuration
    request.schedules = []
    // Activities are opened only to be read: a command among them runs once.
    var leads = input
    leads.activities = []
    request.leads = [leads]
    let sources = try Request(request).checked().sources
    if sources.count > 1 {
      throw Failure([PipelineFact.severalFiles(file, sources.map(\.name)).at(Place.commandLine())])
    }
    var source = sources[0]
    source.activities = input.activities.isEmpty ? nil : 0
    request.leads = [input]
    do throws(Failure) {
      let inspection = try inspect(source)
      self.inspection = inspection
      let named = input.reading.timezone ?? inspection.zoneName.flatMap(Zones.rules(named:))?.name
      if zone == nil, inspection.offsets != .nowhere || named != nil {
        (zone, isZoneAssumed) = (named ?? "UTC", named == nil)
      }
      diagnostics = inspection.diagnostics.placed(atKeysOf: configuration)
      if diagnostics.hasErrors { return }
      request.timezone = zone
      // A packed file was used up by looking at it: it is opened anew.
      let opened = try Request(request).checked()
      let intake = try readLeads(opened.sources, activities: opened.activities, options: opened.options)
      try TruncationGuard.check()
      self.intake = intake
      let said = opened.commands.compactMap(\.remark)
      let analysis = Analysis(intake: intake, schedule: Schedule(), rules: opened.options.rules)
      diagnostics = opened.diagnostics + said + intake.remarks + analysis.diagnostics
    } catch {
      diagnostics = error.diagnostics.placed(atKeysOf: configuration)
    }
  }
}

extension LeadInput {
  /// Whether its path or glob names that file.
  fileprivate func names(_ file: String) -> Bool {
    guard case .path(let pattern) = origin else { return false }
    if pattern == file { return true }
    return (try? InputFiles.matching(pattern, what: "lead file"))?.contains(file) == true
  }
}
