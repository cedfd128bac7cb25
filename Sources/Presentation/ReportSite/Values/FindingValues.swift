import LeadMetrics
import LeadModel
import Narrative

/// A finding as a page tells it: a sentence that begins with what it is about.
struct ToldFinding {
  /// What it is about, the text of the link.
  let subject: String
  /// Where the reader finds more, relative to the page.
  let link: String
  /// The sentence after the subject, with its numbers and their interval.
  let rest: String
  /// The position in the page's slice of the one slot that it is about, if its table shows it.
  let slot: Int?
  /// What is told.
  let finding: Finding

  var sentence: String { subject + rest }
}

extension Values {
  static let finding = ValueGroup<ToldFinding>([
    .text("sentence", "the whole finding, with its numbers and their interval") { $0.sentence },
    .text("subject", "what it is about: the first words of the sentence") { $0.subject },
    .text("rest", "the sentence after them") { $0.rest },
    .address("link", "where the reader finds more") { $0.link },
    .quantity(
      "won",
      "leads in time that it amounts to: more, or of a good team or rep fewer, at the rate of the others"
    ) { .whole($0.finding.leads.nearest) },
    .text("kind", "slot, change, uncovered, team, rep or data") { $0.finding.fact.kind },
    .count("within", of: .leads, "answered in time of those it is about; an en dash for data") {
      $0.finding.fact.change?.current.numerator
    },
    .count("judged", of: .leads, "judged of them") { $0.finding.fact.change?.current.denominator },
    .quantity("rate", forms: Quantity.rateForms, "within of judged") {
      .rate($0.finding.fact.change?.current)
    },
    .count("other_within", of: .leads, "answered in time of those they are compared with") {
      $0.finding.fact.change?.previous.numerator
    },
    .count("other_judged", of: .leads, "judged of those") { $0.finding.fact.change?.previous.denominator },
    .quantity("points", forms: Quantity.pointsForms, "the rate less that of the others, in points") {
      .points($0.finding.fact.change)
    },
    .count("others", of: .others, "other parts of the week that are as bad; 0 for other kinds") {
      $0.finding.fact.others
    },
  ])

  static let findings = ValueGroup<ToldPage>([
    .list(
      "findings", finding,
      "at most five, beyond chance, most leads first, but of all time first the latest week’s change"
    ) { $0.findings }
  ])
}

extension Finding.Fact {
  /// `slot`, `change`, `uncovered`, `team`, `rep` or `data`.
  fileprivate var kind: String {
    switch self {
    case .badSlot: "slot"
    case .changed: "change"
    case .uncovered: "uncovered"
    case .team: "team"
    case .rep: "rep"
    case .data: "data"
    }
  }

  /// What is compared with what; nil of problems of the data.
  fileprivate var change: Change? {
    switch self {
    case .changed(let change), .badSlot(_, let change, _), .uncovered(_, let change), .team(_, _, let change),
      .rep(_, _, let change):
      change
    case .data: nil
    }
  }

  /// How many other parts of the week it is about besides.
  fileprivate var others: Int { if case .badSlot(_, _, let others) = self { others } else { 0 } }
}
