import LeadIngest
import LeadMetrics
import LeadModel
import ReportSite

/// The whole build, in its order: read this first.
///
///     bytes → leads and shifts → analysis → pages → folder
///
/// Each step takes values and gives values; only the first and the last touch the disk. What is wrong with the
/// input, be it configuration, templates, leads or shifts, is thrown all at once, and the former site stays as it was.
func build(_ configuration: Configuration, isStrict: Bool, force: Bool) throws(Failure) -> BuildResult {
  let report = try Report(configuration)
  if isStrict { try report.diagnostics.refuseWarnings() }
  var folder = try OutputFolder(configuration.output, force: force)
  do {
    try makeFiles(of: report.site) { file throws(Failure) in try folder.add(file.path, file.bytes) }
    let replaced = try folder.obstacles()
    if isStrict { try replaced.refuseWarnings() }
    return BuildResult(
      report: report, output: configuration.output, replaced: replaced, written: try folder.commit())
  } catch {
    folder.abandon()
    throw Failure(report.diagnostics + error.diagnostics)
  }
}

/// Everything that `build` does, but making the pages about leads and writing.
func check(_ configuration: Configuration, isStrict: Bool) throws(Failure) -> Report {
  let report = try Report(configuration)
  do {
    try checkPages(of: report.site)
  } catch {
    throw Failure(report.diagnostics + error.diagnostics)
  }
  if isStrict { try report.diagnostics.refuseWarnings() }
  return report
}

/// What is true: the leads, the shifts, and every number about them; and the site that is to tell it.
struct Report {
  let request: Request
  let intake: Intake
  let schedule: Schedule
  let analysis: Analysis
  /// What all pages have in common, the templates among it, checked; the pages are made later, one by one.
  let site: Site
  /// Warnings and notes of what is asked for, of reading, of analysing and about the templates.
  let diagnostics: [Diagnostic]

  /// Reads and analyses what a configuration names.
  init(_ configuration: Configuration) throws(Failure) {
    // What is asked for: files, zones, the cut-off.
    let request = Request(configuration)
    self.request = request
    // What is read, each whatever is wrong with the others.
    var log = DiagnosticLog(request.diagnostics)
    let templates = log.attempt { () throws(Failure) in
      let files = try loadTemplates(configuration.templates, at: configuration.place(of: "templates"))
      return try CheckedTemplates(files, settings: request.settings)
    }
    let intake = log.attempt { () throws(Failure) in
      do throws(Failure) {
        return try readLeads(request.sources, activities: request.activities, options: request.options)
      } catch {
        throw Failure(error.diagnostics.placed(atKeysOf: configuration))
      }
    }
    let schedule = log.attempt { () throws(Failure) in
      try readSchedules(request.schedules, request.options.rules)
    }
    let said = request.commands.compactMap(\.remark)
    let isWhole = log.attempt { () throws(Failure) in try TruncationGuard.check() } != nil
    guard !log.diagnostics.hasErrors, let templates, let intake, let schedule else {
      // Where something that is asked for is missing, what is odd about the rest may only follow from that.
      if isWhole, !request.diagnostics.hasErrors {
        log.diagnostics += intake?.remarks.placed(atKeysOf: configuration) ?? []
        log.diagnostics += (schedule?.diagnostics ?? []) + (templates?.remarks ?? [])
      }
      throw Failure(log.diagnostics + said)
    }
    (self.intake, self.schedule) = (intake, schedule)
    // From what was read to numbers.
    analysis = Analysis(intake: intake, schedule: schedule, rules: request.options.rules)
    let found =
      request.diagnostics + said + intake.remarks.placed(atKeysOf: configuration)
      + schedule.diagnostics + analysis.diagnostics
      + request.settings.remarks(on: analysis)
      + remarks(on: intake, as: configuration)
    // How it is told.
    do {
      let input = try SiteInput(analysis, intake, schedule, request.settings, as: configuration)
      site = try Site(
        analysis: input.analysis, intake: input.intake, schedule: input.schedule, settings: input.settings,
        templates: templates)
    } catch {
      throw Failure(found + error.diagnostics)
    }
    diagnostics = found + templates.remarks + site.deadLinks
  }
}

extension [Diagnostic] {
  /// Throws where there is a warning.
  fileprivate func refuseWarnings() throws(Failure) {
    if contains(where: { $0.severity == .warning }) { throw Failure(self + [PipelineFact.strict.at(nil)]) }
  }
}
