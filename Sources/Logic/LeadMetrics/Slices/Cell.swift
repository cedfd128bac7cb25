/// How much a cell of a map can be trusted, by the leads judged in it.
package enum CellState: String, Hashable, Sendable, CaseIterable {
  case noLeads = "no leads"
  /// Leads, but all of them too young.
  case noneJudged = "none judged"
  /// Fewer than `min_leads` judged.
  case muted
  /// Fewer than twice `min_leads` judged.
  case lightened
  case full

  /// The state of a cell with that many leads, of which so many are judged.
  package init(leads: Int, judged: Int, minLeads: Int) {
    self =
      if leads == 0 {
        .noLeads
      } else if judged == 0 {
        .noneJudged
      } else if judged < minLeads {
        .muted
      } else if judged < 2 * minLeads {
        .lightened
      } else {
        .full
      }
  }
}

/// One slot of a map.
package struct Cell: Hashable, Sendable {
  /// The leads that came in the slot.
  package var counts: Counts
  /// The median response time in microseconds; nil where nobody was contacted.
  package var median: Int64?

  /// A cell of those numbers.
  package init(counts: Counts = Counts(), median: Int64? = nil) {
    self.counts = counts
    self.median = median
  }
}
