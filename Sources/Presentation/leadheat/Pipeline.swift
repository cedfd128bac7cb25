import LeadIngest
import LeadMetrics
import LeadModel
import ReportSite

/// The whole build, in its order: read this first.
///
///     bytes → leads and shifts → analysis → pages → folder
///
/// Each step takes values and gives values; only the first and the last touch the disk. What is wrong with the
/// input is thrown with everything else that is wrong at that step, and the former site stays as it was.
func build(_ configuration: Configuration, isStrict: Bool, force: Bool) throws(Failure) -> BuildResult {
  let report = try Report(configuration)
  if isStrict { try report.refuseWarnings() }
  var folder = try OutputFolder(configuration.output, force: force)
  do {
    try report.makeFiles { file throws(Failure) in try folder.add(file.path, file.bytes) }
    return BuildResult(report: report, output: configuration.output, written: try folder.commit())
  } catch {
    folder.abandon()
    throw Failure(report.diagnostics + error.diagnostics)
  }
}

/// Everything that `build` does, but making the pages about leads and writing.
func check(_ configuration: Configuration, isStrict: Bool) throws(Failure) -> Report {
  let report = try Report(configuration)
  do {
    try report.checkPages()
  } catch {
    throw Failure(report.diagnostics + error.diagnostics)
  }
  if isStrict { try report.refuseWarnings() }
  return report
}

/// What is true: the leads, the shifts, and every number about them.
struct Report {
  let request: Request
  let templates: SiteTemplates
  let intake: Intake
  let schedule: Schedule
  let analysis: Analysis

  /// Reads and analyses what a configuration names.
  init(_ configuration: Configuration) throws(Failure) {
    // What is asked for: files, zones, the cut-off.
    request = try Request(configuration)
    templates = try loadTemplates(configuration.templates)
    // From bytes to numbers.
    intake = try readLeads(request.sources, activities: request.activities, options: request.options)
    try TruncationGuard.check()
    schedule = try readSchedules(request.schedules)
    analysis = Analysis(intake: intake, schedule: schedule, rules: request.options.rules)
  }

  /// Warnings and notes of reading and analysing.
  var diagnostics: [Diagnostic] {
    intake.diagnostics + schedule.diagnostics + analysis.diagnostics + request.settings.remarks(on: analysis)
  }

  /// How it is told: every page, map and download, handed over one by one.
  func makeFiles(_ emit: (OutputFile) throws(Failure) -> Void) throws(Failure) {
    try makeSite(
      analysis: analysis, intake: intake, schedule: schedule, settings: request.settings,
      templates: templates,
      emit: emit)
  }

  /// What all pages have in common.
  func site() throws(Failure) -> Site {
    try Site(
      analysis: analysis, intake: intake, schedule: schedule, settings: request.settings, templates: templates
    )
  }

  /// Throws what is wrong with the templates.
  func checkPages() throws(Failure) {
    try checkSite(
      analysis: analysis, intake: intake, schedule: schedule, settings: request.settings, templates: templates
    )
  }

  /// Throws where there is a warning.
  func refuseWarnings() throws(Failure) {
    if diagnostics.contains(where: { $0.severity == .warning }) {
      throw Failure(diagnostics + [PipelineFact.strict.diagnostic])
    }
  }
}
