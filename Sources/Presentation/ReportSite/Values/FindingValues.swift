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
  /// Leads in time that it amounts to.
  let leads: Double

  var sentence: String { subject + rest }
}

extension Values {
  static let finding = ValueGroup<ToldFinding>([
    .text("sentence", "the whole finding, with its numbers and their interval") { $0.sentence },
    .text("subject", "what it is about: the first words of the sentence") { $0.subject },
    .text("rest", "the sentence after them") { $0.rest },
    .text("link", "where the reader finds more") { $0.link },
    .quantity("won", "leads in time that it amounts to") { .whole(Int($0.leads.rounded())) },
  ])

  static let findings = ValueGroup<ToldPage>([
    .list("findings", finding, "at most five, beyond chance, most leads first") { $0.findings }
  ])
}

extension Told {
  /// What stands out beyond chance, in words.
  var findings: [ToldFinding] { site.findings.value.findings(report).map(told) }

  private func told(_ finding: Finding) -> ToldFinding {
    let (subject, link, rest) = words(finding.fact, leads: Int(finding.leads.rounded()))
    return ToldFinding(subject: subject, link: link, rest: rest, leads: finding.leads)
  }

  /// Subject, link and the rest of the sentence.
  private func words(_ fact: Finding.Fact, leads: Int) -> (String, String, String) {
    let within = Words.within(rules.threshold)
    let lost = Words.count(leads, "lead")
    switch fact {
    case .badSlot(let rank, let beside, let others):
      let more =
        others == 0
        ? " That costs \(lost)."
        : " So \(others == 1 ? "is" : "are") \(Words.count(others, "other part")) of it, \(lost) in all."
      return (
        rank.name, place(.map),
        " is answered worse than the rest of the week: \(basis(beside.current)) within \(within), "
          + "\(apart(beside)).\(more)"
      )
    case .changed(let change):
      let verb = change.direction == .declined ? "fell" : "rose"
      let before = info.period.previous.map(Words.period) ?? "before"
      let like = report.comparison?.isLikeForLike == true ? "the same weekdays and times of " : ""
      return (
        "The rate \(verb)", place(.change),
        " by \(Words.tenths(abs(change.points))) points on \(like)\(before) (\(interval(change))): "
          + "\(basis(change.current)) within \(within) after \(basis(change.previous))."
      )
    case .uncovered(_, let beside):
      return (
        "Leads that came while nobody was on shift", place(.coverage),
        " were answered worse than the others: \(basis(beside.current)) within \(within), "
          + "\(apart(beside)). That costs \(lost)."
      )
    case .team(let team, _, let beside):
      return (
        site.analysis.teams[team].name,
        site.addresses.link(from: page, to: Scope.team(team).page(info.period)),
        " \(side(beside)) the other teams: \(basis(beside.current)) within \(within), \(apart(beside)), "
          + "\(lost)."
      )
    case .rep(let name, _, let beside):
      return (
        name, place(.reps),
        " \(side(beside)) the team’s other reps: \(basis(beside.current)) within \(within), "
          + "\(apart(beside)), \(lost)."
      )
    case .data(let problem, let count, let all):
      return (
        "\(Words.count(count)) of \(Words.count(all, problem == .flagged ? "contacted lead" : "lead"))",
        site.addresses.link(from: page, to: .dataQuality),
        problem.words(count, hasRate: tallied.ratio.isDefined)
      )
    }
  }

  private func place(_ part: PagePart) -> String { "#\(part.rawValue)" }

  /// `6 of 50 leads (12.0%)`.
  private func basis(_ ratio: Ratio) -> String {
    "\(Words.count(ratio.numerator)) of \(Words.count(ratio.denominator, "lead")) "
      + "(\(Words.percent(ratio.tenths)))"
  }

  /// `49.3 points lower (−58.1 to −38.0)`.
  private func apart(_ change: Change) -> String {
    "\(Words.tenths(abs(change.points))) points \(change.direction == .declined ? "lower" : "higher") (\(interval(change)))"
  }

  private func side(_ change: Change) -> String {
    change.direction == .declined ? "is behind" : "is ahead of"
  }

  private func interval(_ change: Change) -> String {
    let (low, high) = change.interval.tenths
    return "\(Words.signedTenths(low)) to \(Words.signedTenths(high))"
  }
}

extension Finding.DataProblem {
  /// The sentence after the leads concerned.
  fileprivate func words(_ count: Int, hasRate: Bool) -> String {
    let one = count == 1
    return switch self {
    case .anomalies:
      one
        ? " has a first response from before it was received, and counts as missed."
        : " have a first response from before they were received, and count as missed."
    case .pending:
      " \(one ? "is" : "are") too young to be judged, so that "
        + (hasRate ? "the rate is of the others." : "there is no rate yet.")
    case .flagged:
      " \(one ? "was" : "were") answered by a flag without a time, and \(one ? "is" : "are") in no response time."
    }
  }
}

/// The parts of a page that a link leads to.
enum PagePart: String {
  case map, change
  case coverage
  case reps
}
