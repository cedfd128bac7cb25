import LeadMetrics
import LeadModel

// Findings in words.

extension Told {
  /// What stands out beyond chance, in words.
  var findings: [ToldFinding] { site.findings.value.findings(report).map(told) }

  private func told(_ finding: Finding) -> ToldFinding {
    let (subject, link, rest) = words(finding.fact, leads: finding.leads.nearest)
    var slot: Int?
    if case .badSlot(let rank, _, _) = finding.fact { slot = position(of: rank) }
    return ToldFinding(subject: subject, link: link, rest: rest, slot: slot, finding: finding)
  }

  /// The position of a part of the week in the slice that the page's table is of; nil where it is no single slot of
  /// it.
  private func position(of rank: SlotRank) -> Int? {
    let minutes = rules.slotMinutes
    let isShown = site.overviews.window(report.scope).hours.contains(rank.minuteOfDay / 60)
    guard page != .home, page != .teams, rank.minutes == minutes, isShown else { return nil }
    return rank.weekday.index * (1_440 / minutes) + rank.minuteOfDay / minutes
  }

  /// Subject, link and the rest of the sentence.
  private func words(_ fact: Finding.Fact, leads: Int) -> (String, String, String) {
    let within = Words.within(rules.threshold)
    switch fact {
    case .badSlot(let rank, let beside, let others):
      let others =
        others == 0 ? "" : " So \(others == 1 ? "is" : "are") \(Words.count(others, "other part")) of it."
      return (
        rank.part.name, position(of: rank).map { "#\(Told.anchor(of: $0))" } ?? place(.map),
        " is answered worse than the rest of the week: \(basis(beside.current)) within \(within), "
          + "\(apart(beside)).\(others)\(gain(beside, leads, of: "the rest"))"
      )
    case .changed(let change):
      let verb = change.direction == .declined ? "fell" : "rose"
      let before = info.period.previous.map(Words.period) ?? "before"
      let like = report.comparison?.isLikeForLike == true ? "the same weekdays and times of " : ""
      let isOther = page.period != info.period
      return (
        isOther ? "In \(Words.period(info.period)) the rate \(verb)" : "The rate \(verb)",
        isOther ? link + place(.change) : place(.change),
        " by \(Words.tenths(abs(change.points))) points on \(like)\(before) (\(Words.interval(change))): "
          + "\(basis(change.current)) within \(within) after \(basis(change.previous))."
      )
    case .uncovered(_, let beside):
      return (
        "Leads that came while nobody was on shift", place(.coverage),
        " were answered \(beside.direction == .declined ? "worse" : "better") than the others: \(basis(beside.current)) within \(within), "
          + "\(apart(beside)).\(gain(beside, leads, of: "the others"))"
      )
    case .team(let team, _, let beside):
      return (
        site.analysis.teams[team].name,
        site.addresses.link(from: page, to: Scope.team(team).page(info.period)),
        " \(side(beside)) the other teams: \(basis(beside.current)) within \(within), "
          + "\(apart(beside)).\(gain(beside, leads, of: "the others"))"
      )
    case .rep(let name, _, let beside):
      return (
        name, place(.reps),
        " \(side(beside)) the team’s other reps: \(basis(beside.current)) within \(within), "
          + "\(apart(beside)).\(gain(beside, leads, of: "the others"))"
      )
    case .data(let problem, let count, let all):
      return (
        "\(Words.count(count)) of \(Words.count(all, problem == .flagged ? "contacted lead" : "lead"))",
        site.addresses.link(from: page, to: .dataQuality),
        problem.words(count)
      )
    }
  }

  /// What the table's cell of a slot is called, for links.
  static func anchor(of position: Int) -> String { "slot-\(position)" }

  /// Where a part of the page is; the page that puts teams beside each other has none, but the first page has.
  private func place(_ part: PagePart) -> String {
    (page == .teams ? site.addresses.link(from: page, to: .home) : "") + "#\(part.rawValue)"
  }

  /// `6 of 50 leads (12.0%)`.
  private func basis(_ ratio: Ratio) -> String {
    "\(Words.count(ratio.numerator)) of \(Words.count(ratio.denominator, "lead")) "
      + "(\(Words.percent(ratio.tenths)))"
  }

  /// `49.3 points lower (−58.1 to −38.0)`.
  private func apart(_ change: Change) -> String {
    "\(Words.tenths(abs(change.points))) points \(change.direction == .declined ? "lower" : "higher") (\(Words.interval(change)))"
  }

  /// What the difference amounts to, of all parts of the week that are told of: ` At the rate of the others, 12 more leads
  /// would have been answered in time.`
  private func gain(_ change: Change, _ leads: Int, of others: String) -> String {
    let more = change.direction == .declined ? "more lead" : "fewer lead"
    return " At the rate of \(others), \(Words.count(leads, more)) would have been answered in time."
  }

  private func side(_ change: Change) -> String {
    change.direction == .declined ? "is behind" : "is ahead of"
  }
}

extension Finding.DataProblem {
  /// The sentence after the leads concerned.
  fileprivate func words(_ count: Int) -> String {
    let one = count == 1
    return switch self {
    case .anomalies:
      one
        ? " has a first response from before it was received, and counts as missed."
        : " have a first response from before they were received, and count as missed."
    case .pending:
      " \(one ? "is" : "are") too young to be judged, so that the rate is of the others."
    case .flagged:
      " \(one ? "was" : "were") answered by a flag without a time, and \(one ? "is" : "are") in no response time."
    }
  }
}
