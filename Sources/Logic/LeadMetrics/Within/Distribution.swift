import LeadModel

/// How long answers took, as a histogram on a logarithmic axis of time.
package struct Distribution: Hashable, Sendable {
  /// A bar: answers later than `after` and at most `upTo` minutes after receipt.
  package struct Bar: Hashable, Sendable {
    /// 0 for the first, which includes answers at once.
    package let after: Int
    /// nil for the last: any later.
    package let upTo: Int?
    /// Leads answered then.
    package let leads: Int
  }

  /// The edges in minutes without thresholds: about one for each doubling.
  static let edges = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440, 2_880, 10_080]

  /// Ascending, one between each two edges; every threshold of the rules is an edge.
  package let bars: [Bar]
  /// Never contacted, young ones among them: a bar of its own.
  package let never: Int
  /// First response before received: without a response time.
  package let anomalies: Int
  /// Answered by flag: without one too.
  package let flagged: Int

  /// The classes of its bars.
  static func classes(_ rules: Rules) -> Classes {
    Classes(minutes: Set(Distribution.edges + rules.thresholds).sorted())
  }

  /// `counts` has the leads between each two edges, then those never contacted, anomalies and flagged.
  init(_ counts: [Int], edges: [Int]) {
    bars = (0...edges.count).map { index in
      Bar(
        after: index == 0 ? 0 : edges[index - 1], upTo: index < edges.count ? edges[index] : nil,
        leads: counts[index])
    }
    never = counts[edges.count + 1]
    anomalies = counts[edges.count + 2]
    flagged = counts[edges.count + 3]
  }
}

extension Analysis {
  /// The distribution of response times of a scope in a period.
  package func distribution(_ scope: Scope, _ period: Period) -> Distribution {
    let classes = Distribution.classes(rules)
    var tally = Tally(keys: 1, classes: classes)
    // Whole weeks are counted once for all periods that they are in.
    var known = [Int](repeating: 0, count: classes.count)
    for part in parts(scope, period) {
      for span in part.spans {
        if span.minutes == WeekSpan.whole {
          for (index, leads) in distribution(ofWeek: span, part.team).enumerated() { known[index] += leads }
        } else if let run = cube.runs([Part(team: part.team, spans: [span])]).first {
          tally.add(run, keys: .minutes(.one), spills: cube.table.spills)
        }
      }
    }
    return Distribution(zip(known, tally.classCounts(0)).map { $0 + $1 }, edges: classes.thresholds)
  }

  /// The leads of a team in a whole week by the classes of a distribution.
  private func distribution(ofWeek span: WeekSpan, _ team: Int) -> [Int] {
    if let known = totals.distribution(team: team, span.week) { return known }
    return distributions.value(TeamWeek(team: team, week: span.week)) {
      var tally = Tally(keys: 1, classes: Distribution.classes(rules))
      for run in cube.runs([Part(team: team, spans: [span])]) {
        tally.add(run, keys: .minutes(.one), spills: cube.table.spills)
      }
      return Array(tally.classCounts(0))
    }
  }

  /// The rate for each threshold in ascending order of minutes; nil where nothing is known of it.
  package func shares(_ counts: Counts) -> [(minutes: Int, rate: Ratio?)] {
    rules.thresholds.enumerated().map { index, minutes in
      (minutes, isKnown(index) ? counts.ratio(index) : nil)
    }
  }
}
