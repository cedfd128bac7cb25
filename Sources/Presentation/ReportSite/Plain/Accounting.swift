import LeadMetrics
import LeadModel

/// The account of what was read: the content of the data-quality page and of its JSON.
struct Accounting: Sendable {
  /// A run of weeks without leads: between weeks with, or after the last of them.
  struct Gap: Sendable {
    /// nil for all teams.
    var team: String?
    var weeks: ClosedRange<ISOWeek>
  }

  let sources: [SourceAccount]
  /// At most ``rowLimit`` of them.
  let rejectedRows: [RejectedRow]
  let rejectedShifts: [RejectedRow]
  /// Who is named by leads but is on no shift, and the other way round, by the bytes of their names; nobody without
  /// a schedule.
  let repsWithoutShifts: [String]
  let repsWithoutLeads: [String]
  /// What was found odd, with the names of files and not their paths.
  let remarks: [Diagnostic]
  /// At most ``gapLimit``, those of all teams first.
  let gaps: [Gap]
  let gapCount: Int

  static let rowLimit = 200
  static let gapLimit = 50

  init(of site: Site) {
    sources = site.intake.sources
    let hidesReps = site.settings.hidesReps
    let names = site.settings.fileNames
    func shown(_ rows: [RejectedRow]) -> [RejectedRow] {
      rows.prefix(Self.rowLimit).map { $0.calling(names) }.map { hidesReps ? $0.withoutNames : $0 }
    }
    rejectedRows = shown(site.intake.rejectedRows)
    rejectedShifts = shown(site.schedule.rejectedRows)
    let onShift = Set(site.schedule.shifts.lazy.filter { $0.hours != nil }.map { Name($0.rep) })
    let answering = onShift.isEmpty ? [] : site.intake.table.repsNamed
    repsWithoutShifts = answering.subtracting(onShift).sorted().map(\.text)
    repsWithoutLeads = onShift.subtracting(answering).sorted().map(\.text)
    let found =
      site.intake.diagnostics + site.schedule.diagnostics + site.analysis.diagnostics
      + site.settings.remarks(on: site.analysis)
    remarks = found.filter { !(hidesReps && $0.mayNamePeople) }.map { $0.calling(names) }
    // Of one team those of all leads are the team's.
    let scopes = site.onlyTeam == nil ? site.analysis.scopes : [.allTeams]
    let all = scopes.flatMap { scope in
      var team: String?
      if case .team(let position) = scope { team = site.analysis.teams[position].name }
      let weeks = site.analysis.weeks(scope)
      let end = weeks.last.map { ISOWeek(index: $0.index + 1 + site.analysis.silentWeeks(scope)) }
      return Self.gaps(in: weeks + [end].compactMap(\.self)).map { Gap(team: team, weeks: $0) }
    }
    gapCount = all.count
    gaps = Array(all.prefix(Self.gapLimit))
  }

  /// The rows of a fate, of all files.
  func total(_ fate: SourceAccount.Fate) -> SourceAccount.Tally { sources.map { $0[fate] }.total() }

  /// Whether rows stand for other numbers of leads than one. How many a rejected row stands for is not known.
  var isWeighted: Bool {
    SourceAccount.Fate.allCases.contains { fate in
      let total = total(fate)
      return fate != .rejected && total.rows != total.leads
    }
  }

  private static func gaps(in weeks: [ISOWeek]) -> [ClosedRange<ISOWeek>] {
    zip(weeks, weeks.dropFirst()).compactMap { earlier, later in
      later.index - earlier.index < 2
        ? nil : ISOWeek(index: earlier.index + 1)...ISOWeek(index: later.index - 1)
    }
  }
}

extension LeadTable {
  /// The reps that leads name.
  fileprivate var repsNamed: Set<Name> {
    guard let names = names[.rep] else { return [] }
    return Set(attributes.joined().compactMap { $0[.rep].map { Name(names[$0]) } })
  }
}

extension Place {
  /// The same place, saying nothing about the folders of the machine that built the site.
  fileprivate func calling(_ names: [String: String]) -> Place {
    var place = self
    place.file = names[file] ?? String(file.split(separator: "/").last ?? "")
    return place
  }
}

extension RejectedRow {
  fileprivate func calling(_ names: [String: String]) -> RejectedRow {
    RejectedRow(place: place.calling(names), text: text, reason: reason)
  }
}

extension RejectedRow {
  /// Without a text that might name somebody: where a row is shifted, a rep stands in the column of a time. Names have
  /// letters. A reason that quotes repeats the text.
  fileprivate var withoutNames: RejectedRow {
    guard text.contains(where: \.isLetter) else { return self }
    return RejectedRow(
      place: place, text: "(left out)", reason: reason.contains("\"") ? "it cannot be read" : reason)
  }
}

extension Diagnostic {
  /// Whether it is about a person, or quotes a cell that cannot be read.
  fileprivate var mayNamePeople: Bool {
    ["schedule-rep-without-leads", "schedule-off-unused", "shift-long", "roster-rep-unknown"].contains(id)
      || id.hasSuffix("-rejected")
  }

  fileprivate func calling(_ names: [String: String]) -> Diagnostic {
    var diagnostic = self
    diagnostic.place = place?.calling(names)
    // The longer one first: the other may be its beginning.
    let files = [place?.file, otherFile].compactMap(\.self).sorted { $0.utf8.count > $1.utf8.count }
    for file in files where !file.isEmpty {
      diagnostic.message = diagnostic.message.replacing(file, with: Place(file: file).calling(names).file)
    }
    return diagnostic
  }
}
