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
  // What is asked for: files, zones, the cut-off.
  let request = try Request(configuration)
  let templates = try loadTemplates(configuration.templates)

  // What is true: the leads, the shifts, and every number about them.
  let intake = try readLeads(request.sources, options: request.options)
  let schedule = try readSchedules(request.schedules)
  let analysis = Analysis(intake: intake, schedule: schedule, rules: request.options.rules)
  let diagnostics = intake.diagnostics + schedule.diagnostics + analysis.diagnostics
  if isStrict && diagnostics.contains(where: { $0.severity == .warning }) {
    throw Failure(diagnostics + [PipelineFact.strict.diagnostic])
  }

  // How it is told, page by page, and where it goes: all of it, or nothing.
  var folder = try OutputFolder(configuration.output, force: force)
  do {
    try makeSite(
      analysis: analysis, intake: intake, schedule: schedule, settings: request.settings, templates: templates
    ) { file throws(Failure) in try folder.add(file.path, file.bytes) }
    return BuildResult(
      intake: intake, diagnostics: diagnostics, output: configuration.output, written: try folder.commit())
  } catch {
    folder.abandon()
    throw Failure(error.diagnostics + diagnostics)
  }
}

/// What a build did.
struct BuildResult {
  var intake: Intake
  /// Warnings and notes of all steps.
  var diagnostics: [Diagnostic]
  var output: String
  var written: OutputFolder.Summary

  /// What was read, what was written and what to look at, in two lines or three.
  var summary: [String] {
    let read = intake.sources.reduce(0) { $0 + $1.read.rows }
    let files = intake.sources.count
    let fates: [(Int, String)] = [
      (intake.sources.reduce(0) { $0 + $1.rejected.rows }, "rejected"),
      (intake.sources.reduce(0) { $0 + $1.notEligible.rows }, "not eligible"),
      (intake.sources.reduce(0) { $0 + $1.afterCutoff.rows }, "after the cut-off"),
      (intake.sources.reduce(0) { $0 + $1.duplicate.rows }, "duplicate"),
      (intake.sources.reduce(0) { $0 + $1.counted.rows }, "counted"),
    ]
    let parts = fates.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let warnings = diagnostics.count { $0.severity == .warning }
    return [
      "read \(read) \(read == 1 ? "row" : "rows") of \(files) \(files == 1 ? "file" : "files")"
        + (parts.isEmpty ? "" : ": \(parts)"),
      "wrote \(output): \(written.total) files, \(written.written) new or changed, \(written.removed) removed",
    ] + (warnings == 0 ? [] : ["\(warnings) \(warnings == 1 ? "warning" : "warnings"), see above"])
  }
}

/// What can stop a build as a whole.
enum PipelineFact {
  case strict

  /// The fact in words.
  var diagnostic: Diagnostic {
    switch self {
    case .strict:
      Diagnostic(
        .error, "strict", at: nil, "there are warnings, and --strict makes them errors",
        remedy: "Mend what the warnings name, or build without --strict.")
    }
  }
}
