import LeadModel

/// Two sets of leads of the same period side by side: a team's and another's, or a team's and all others'.
package struct HeadToHead: Hashable, Sendable {
  /// The team's leads.
  package let left: Counts
  /// The other team's, or those of all others.
  package let right: Counts
  /// The team's leads per cell, laid out as ``Slice/cells``.
  package let leftCells: [Counts]
  /// Those of the right side likewise.
  package let rightCells: [Counts]
  /// Left − right of the pooled rates; nil where either has nothing judged.
  package let change: Change?
  /// What can be said of that by itself.
  package let verdict: Verdict?
  /// Left − right cell by cell.
  package let cells: CellChanges

  init(_ left: [Counts], _ right: [Counts], _ rules: Rules) {
    self.left = left.total()
    self.right = right.total()
    leftCells = left
    rightCells = right
    let headline = rules.headline
    change = Change(self.left.ratio(headline), after: self.right.ratio(headline))
    verdict = change?.verdict(rules)
    cells = CellChanges(left, beside: right, rules)
  }
}

extension Analysis {
  /// A team beside another one in a period.
  package func headToHead(_ left: Int, _ right: Int, _ period: Period) -> HeadToHead {
    HeadToHead(cells(.team(left), period), cells(.team(right), period), rules)
  }

  /// A team beside all other teams pooled; nil where there is no other.
  package func againstOthers(_ team: Int, _ period: Period) -> HeadToHead? {
    guard teams.count > 1 else { return nil }
    let (own, all) = (cells(.team(team), period), cells(.allTeams, period))
    return HeadToHead(own, zip(all, own).map { $0 - $1 }, rules)
  }

  /// Counts per cell.
  func cells(_ scope: Scope, _ period: Period) -> [Counts] { cellCounts(scope, period).all }
}
