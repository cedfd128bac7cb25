import LeadModel

/// Something beyond chance that a page should say.
package struct Finding: Hashable, Sendable {
  /// A page says no more than this many.
  package static let limit = 5

  /// What it is, with the numbers behind it.
  package enum Fact: Hashable, Sendable {
    /// Parts of the week are answered worse than the rest: the one that costs most, and `others` more.
    case badSlot(SlotRank, beside: Change, others: Int)
    /// The rate changed against the previous period.
    case changed(Change)
    /// Leads that came while nobody was on shift are answered worse, or better, than the others.
    case uncovered(Counts, beside: Change)
    /// A team is far from the other teams pooled: its position in ``Analysis/teams``.
    case team(Int, Counts, beside: Change)
    /// A rep is far from the team's other reps pooled.
    case rep(String, Counts, beside: Change)
    /// So many leads that they bend the picture.
    case data(DataProblem, leads: Int, of: Int)
  }

  /// What may bend the picture without being chance, where it concerns at least `min_leads` leads.
  package enum DataProblem: String, Hashable, Sendable {
    /// First response before received: at least 2 % of leads.
    case anomalies
    /// Too young to be judged: at least 25 % of leads, but not all.
    case pending
    /// Answered by a flag, without a time: at least 25 % of the contacted leads, but not all.
    case flagged
  }

  /// What it says.
  package let fact: Fact
  /// Leads in time that the difference amounts to, of all such parts of the week together: those that could
  /// be won, or that were won. 0 for data problems, which come last.
  package let leads: Double
}
