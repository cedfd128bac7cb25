import LeadModel

/// How the time columns of a source are written, as its rows show.
struct SourceForms {
  var evidence: TimeEvidence
  /// nil where there is no such column.
  var received: FormDecision?
  var response: FormDecision?

  /// Looks at the first rows, consuming nothing, and at more until the forms are settled. `allEvidence` says that
  /// every row has to be looked at.
  ///
  /// A few durations that nothing says how to read do not stand in the way: their rows are rejected.
  static func decide(
    _ source: LeadSource, _ feed: inout WindowFeed, _ header: SourceHeader, _ rules: Rules, allEvidence: Bool
  ) throws(Failure) -> SourceForms {
    let map = header.meaning
    let columns = SourcePlan.Columns(map)
    let never = NeverWords(source.columns.never)
    var evidence = TimeEvidence(received: columns.receipt, response: columns.reply, never: never)
    try evidence.gather(source, &feed, header, all: allEvidence)
    let forms = SourceForms(evidence, map, source)
    guard let response = forms.response, response.form == nil, evidence.response.durations > 0 else {
      return forms
    }
    guard evidence.isComplete else {
      return try decide(source, &feed, header, rules, allEvidence: true)
    }
    let form = DurationForm(
      unit: map.durationUnit, decimalMark: source.columns.decimalMark ?? evidence.response.decimalMark,
      clockUnit: map.clockUnit)
    var rest = TimeEvidence(
      received: columns.receipt, response: columns.reply, never: never, leavingOutOpen: form)
    try rest.gather(source, &feed, header, all: true)
    let others = SourceForms(rest, map, source)
    return others.response?.form != nil && rest.leavesOutFew(rules) ? others : forms
  }

  private init(_ evidence: TimeEvidence, _ map: ColumnMap, _ source: LeadSource) {
    let (received, response) = (evidence.received, evidence.response)
    func decision(_ role: ColumnRole, _ own: FormEvidence, _ sibling: FormEvidence) -> FormDecision? {
      map[role] == nil
        ? nil
        : own.decision(
          role: role, map: map, mapping: source.columns, file: source.name, sibling: sibling)
    }
    self.evidence = evidence
    self.received = decision(.received, received, response)
    self.response =
      decision(.firstResponse, response, received) ?? decision(.duration, response, received)
  }

  /// What was found while the forms were decided.
  var diagnostics: [Diagnostic] { (received?.diagnostics ?? []) + (response?.diagnostics ?? []) }
}

extension TimeEvidence {
  /// Whether the durations left out are so few that their rows can be rejected: no more than rejected rows may be, and
  /// no tenth of the column, which would be a matter of all of it.
  fileprivate func leavesOutFew(_ rules: Rules) -> Bool {
    let seen = leftOut + response.timestamps + response.durations + response.unreadable
    return leftOut * 10 < seen && !rules.refuses(rejected: leftOut, of: seen)
  }
}
