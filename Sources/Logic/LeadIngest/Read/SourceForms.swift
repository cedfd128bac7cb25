import LeadModel

/// How the time columns of a source are written, as its rows show.
struct SourceForms {
  var evidence: TimeEvidence
  /// nil where there is no such column.
  var received: FormDecision?
  var response: FormDecision?

  /// Looks at the first rows, consuming nothing, and at more until the forms are settled. `allEvidence` says that
  /// every row has to be looked at.
  static func decide(
    _ source: LeadSource, _ feed: inout WindowFeed, _ header: SourceHeader, allEvidence: Bool
  ) throws(Failure) -> SourceForms {
    let map = header.meaning
    let columns = SourcePlan.Columns(map)
    var evidence = TimeEvidence(received: columns.receipt, response: columns.reply)
    try evidence.gather(source, &feed, header, all: allEvidence)
    let (received, response) = (evidence.received, evidence.response)
    func decision(_ role: ColumnRole, _ own: FormEvidence, _ sibling: FormEvidence) -> FormDecision? {
      map[role] == nil
        ? nil
        : own.decision(
          role: role, map: map, mapping: source.columns, file: source.name, sibling: sibling)
    }
    return SourceForms(
      evidence: evidence, received: decision(.received, received, response),
      response: decision(.firstResponse, response, received) ?? decision(.duration, response, received))
  }

  /// What was found while the forms were decided.
  var diagnostics: [Diagnostic] { (received?.diagnostics ?? []) + (response?.diagnostics ?? []) }
}
