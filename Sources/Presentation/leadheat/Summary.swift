import LeadModel
import ReportSite

/// What a build did.
struct BuildResult {
  var report: Report
  var output: String
  /// What it replaced that leadheat did not make.
  var replaced: [Diagnostic]
  var written: OutputFolder.Summary

  /// What was read, what was written and what to look at, in two lines or three.
  var summary: [String] {
    [
      report.reading,
      "wrote \(output): \(times(written.total, "file")), \(written.written) new or changed, \(written.removed) removed",
    ] + diagnostics.warnings
  }

  /// Warnings and notes of reading and of writing.
  var diagnostics: [Diagnostic] { report.diagnostics + replaced }
}

extension Report {
  /// `read 4712 rows of 2 files: 9 rejected, 31 duplicate, 4672 counted`.
  var reading: String {
    let (rows, fates) = (intake.sources.reduce(0) { $0 + $1.read.rows }, intake.sources.fates)
    return "read \(times(rows, "row")) of \(times(intake.sources.count, "file"))"
      + (fates.isEmpty ? "" : ": \(fates)")
  }
}

extension [Diagnostic] {
  /// `3 warnings, see above`; nothing where there is none.
  var warnings: [String] {
    let count = reduce(0) { $0 + ($1.severity == .warning ? $1.count : 0) }
    return count == 0 ? [] : ["\(times(count, "warning")), see above"]
  }
}

extension [SourceAccount] {
  /// `9 rejected, 31 duplicate, 4672 counted`: the fates of all rows, those that occur.
  var fates: String {
    SourceAccount.Fate.allCases.compactMap { fate in
      let rows = map { $0[fate] }.total().rows
      return rows > 0 ? "\(rows) \(fate.rawValue)" : nil
    }.joined(separator: ", ")
  }
}

/// What can stop a build as a whole.
enum PipelineFact {
  case strict
  /// The one team of the site has no leads; those that have.
  case unknownTeam(String, teams: [String])
  /// A pattern names several files, where one is looked at.
  case severalFiles(String, [String])

  /// The fact in words.
  func at(_ place: Place?) -> Diagnostic {
    switch self {
    case .unknownTeam(let name, let teams):
      Diagnostic(
        .error, "only-team-unknown", at: place,
        "the site is to be of the team ‘\(name)’ alone, which has no leads"
          + (suggestion(for: name, among: teams).map { " (did you mean ‘\($0)’?)" } ?? ""),
        remedy: teams.isEmpty
          ? "Name exports that have leads of it."
          : "Correct the name; the teams are \(enumeration(of: teams.map { "‘\($0)’" }, limit: 5)).")
    case .severalFiles(let pattern, let files):
      Diagnostic(
        .error, "files-several", at: place,
        "'\(pattern)' names \(files.count) files, expected one: \(enumeration(of: files, limit: 5))",
        remedy: "Inspect one of them; `leadheat check` reads them all.")
    case .strict:
      Diagnostic(
        .error, "strict", at: place, "there are warnings, and --strict makes them errors",
        remedy: "Mend what the warnings name, or leave --strict out.")
    }
  }
}
