import LeadModel

/// The team of a source's rows that name none, as its name has it.
struct UsualTeam {
  /// nil where the name has none.
  var name: String?
  var diagnostics: [Diagnostic] = []

  init(of source: LeadSource, _ columns: SourcePlan.Columns, _ options: IngestOptions) {
    func note(_ fact: TeamFact) {
      diagnostics.append(fact.diagnostic(at: Place(file: source.name), mapping: source.columns.place))
    }
    if let pattern = source.teamPattern {
      let found = pattern.teams(in: source.name)
      name = found.first
      note(
        found.isEmpty
          ? .noMatch(pattern: pattern.text) : .named(found[0], others: Array(found.dropFirst())))
    }
    // Activities may say who answered.
    if options.roster != nil, name == nil, columns.team < 0, columns.rep < 0, source.activities == nil {
      note(.noRep)
    }
  }
}

/// The teams of rows that name none, by their file or by their rep.
struct UsualTeams {
  /// Whether there is anything to know.
  private(set) var areKnown = false
  /// The team of the file, and its number once it was needed.
  fileprivate var ofFile: String?
  fileprivate var fileNumber: Int?
  /// By number of the rep, the number of the team: 0 for none, -1 where that was not asked yet.
  fileprivate var ofReps: [Int] = []
  /// By number of the rep, rows of a rep who is not in the roster.
  fileprivate var strangers: [Int] = []

  /// Prepares for the rows of a source.
  mutating func begin(_ plan: SourcePlan, _ roster: Roster?) {
    areKnown = plan.team != nil || roster != nil
    (ofFile, fileNumber) = (plan.team, nil)
  }
}

extension Segment {
  /// The number of the team of a row that names none, 0 where nothing else says it.
  @inline(never)
  mutating func usualTeam(rep: Int32) -> Int {
    if let name = usualTeams.ofFile {
      let number = usualTeams.fileNumber ?? team(named: name)
      usualTeams.fileNumber = number
      return number
    }
    guard let roster = settings.roster, case let rep = Int(rep), rep >= 0 else { return 0 }
    while usualTeams.ofReps.count <= rep {
      usualTeams.ofReps.append(-1)
      usualTeams.strangers.append(0)
    }
    if usualTeams.ofReps[rep] < 0 {
      usualTeams.ofReps[rep] = roster.team(of: reps.names[rep]).map { team(named: $0) } ?? 0
    }
    if usualTeams.ofReps[rep] == 0 { usualTeams.strangers[rep] += 1 }
    return usualTeams.ofReps[rep]
  }
}

extension Segments {
  /// Reps who are not in the roster, of rows that name no team: the most frequent first, then by their bytes.
  var strangers: [RosterFact.Stranger] {
    var rows: [Name: Int] = [:]
    for index in 0..<count {
      with(index) { segment in
        for (rep, count) in segment.usualTeams.strangers.enumerated() where count > 0 {
          rows[Name(segment.reps.names[rep]), default: 0] += count
        }
      }
    }
    return rows.sorted { left, right in
      left.value == right.value ? left.key < right.key : left.value > right.value
    }
    .map { RosterFact.Stranger(name: $0.key.text, rows: $0.value) }
  }
}
