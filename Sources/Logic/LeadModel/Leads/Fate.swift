extension SourceAccount {
  /// What becomes of a row, in the order in which that is decided; its raw value says it in words.
  package enum Fate: String, CaseIterable, Sendable {
    /// It cannot be read.
    case rejected
    /// Its flag says that the lead is not eligible.
    case notEligible = "not eligible"
    /// It was received after `as_of`.
    case afterCutoff = "after the cut-off"
    /// Another row with its id is taken instead.
    case duplicate
    /// All numbers are of such rows.
    case counted
  }

  /// The rows of a fate.
  package subscript(fate: Fate) -> Tally {
    switch fate {
    case .rejected: rejected
    case .notEligible: notEligible
    case .afterCutoff: afterCutoff
    case .duplicate: duplicate
    case .counted: counted
    }
  }

  /// Rows read are the sum of their fates.
  package var isBalanced: Bool { read == Fate.allCases.map { self[$0] }.total() }
}

extension Sequence<SourceAccount.Tally> {
  /// All of them together.
  package func total() -> SourceAccount.Tally {
    reduce(into: .init()) { sum, tally in
      sum.rows += tally.rows
      sum.leads += tally.leads
    }
  }
}
