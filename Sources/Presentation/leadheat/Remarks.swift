import LeadModel

/// What is odd about a configuration beside the leads.
func remarks(on intake: Intake, as configuration: Configuration) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if let from = configuration.rules.from, let first = intake.firstReceived.map(intake.zone.local(of:))?.date,
    from > first
  {
    found.append(RemarkFact.beginsLate(from, first: first).at(configuration.place(of: "from")))
  }
  let (late, others) = intake.sources.reduce((0, 0)) {
    ($0.0 + $1.afterCutoff.rows, $0.1 + $1.counted.rows + $1.duplicate.rows)
  }
  if let cutoff = configuration.asOf, late > 0, others == 0 {
    found.append(RemarkFact.endsEarly(cutoff, rows: late).at(configuration.place(of: "as_of")))
  }
  return found
}

extension [Diagnostic] {
  /// With the places of the keys that they are about: who reads leads knows only where their entry begins.
  func placed(atKeysOf configuration: Configuration) -> [Diagnostic] {
    map { diagnostic in
      guard let place = diagnostic.place, let key = place.key,
        [configuration.place, .commandLine()].contains(where: { $0.file == place.file })
      else { return diagnostic }
      // What is said at the top holds for all entries.
      let common = String(key.drop { $0 != "." }.dropFirst())
      var diagnostic = diagnostic
      diagnostic.place = configuration.places[key] ?? configuration.places[common] ?? place
      return diagnostic
    }
  }
}

/// What can be odd about choices that are good by themselves.
enum RemarkFact {
  /// The data are said to begin after the day of their first lead.
  case beginsLate(CivilDate, first: CivilDate)
  /// The cut-off, as it is written, is before all leads, of that many rows.
  case endsEarly(String, rows: Int)

  /// The fact in words.
  func at(_ place: Place) -> Diagnostic {
    switch self {
    case .beginsLate(let from, let first):
      Diagnostic(
        .warning, "from-after-leads", at: place,
        "the data are said to begin on \(from), but their first lead is of \(first), where they begin all the same",
        remedy: "Set `from` to that day or an earlier one, or leave it out; it leaves out no leads.")
    case .endsEarly(let cutoff, let rows):
      Diagnostic(
        .warning, "as-of-before-leads", at: place,
        "the cut-off '\(cutoff)' is before all leads: \(rows == 1 ? "the one row is" : "all \(rows) rows are") after it",
        remedy: "Correct `as_of`, or leave it out to judge leads up to the latest one.")
    }
  }
}
