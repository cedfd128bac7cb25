import LeadModel

/// How leads ended, by how fast they were answered. An observation: fast answers and good endings may have
/// a common cause.
package struct Conversion: Hashable, Sendable {
  /// A band of response times.
  package enum Band: Hashable, Sendable {
    /// Later than `after` and at most `upTo` minutes.
    case minutes(after: Int, upTo: Int)
    /// Later than that many minutes.
    case later(after: Int)
    case never
    /// Later than that many minutes, or never: what a flag does not tell apart.
    case notWithin(Int)
  }

  /// What became of the leads of a band.
  package struct Row: Hashable, Sendable {
    /// How fast they were answered.
    package let band: Band
    /// Leads with an outcome.
    package let leads: Int
    /// Per outcome, in the order of ``Conversion/outcomes``, its share of those leads.
    package let shares: [Ratio]
  }

  /// The outcomes of the export, by the bytes of their names.
  package let outcomes: [String]
  /// Fastest first; anomalies and leads answered by flag are in none. Where not every file says when leads were
  /// answered, only within the headline threshold, by flag too, and the others.
  package let rows: [Row]
  /// Leads without an outcome, in none either.
  package let unknown: Int
  /// Leads with an outcome that are in none, since their first response was before their receipt.
  package let anomalies: Int
  /// Leads with an outcome that are in none, since only a flag tells that they were answered; 0 where flags are enough.
  package let flagged: Int

  /// The edges of the bands in minutes, without the headline threshold.
  static let edges = [5, 15, 60, 1_440]
}

extension Analysis {
  /// How the leads of a scope in a period ended, by response time; nil where the export has no outcomes.
  package func conversion(_ scope: Scope, _ period: Period) -> Conversion? {
    guard let names = cube.table.names[.outcome], !names.isEmpty else { return nil }
    let edges = tellsTimes ? Set(Conversion.edges + [rules.threshold]).sorted() : [rules.threshold]
    var tally = Tally(keys: names.count + 1, classes: Classes(minutes: edges))
    for part in parts(scope, period) {
      let keys = cube.table.attributes[part.team].map { $0[.outcome] ?? names.count }
      for run in cube.runs([part]) {
        tally.add(run, keys: .attributes(keys, never: keys), spills: cube.table.spills)
      }
    }
    let counts = (0...names.count).map { Array(tally.classCounts($0)) }
    // Each with the classes of its leads: those between the edges, later ones, never contacted, anomalies, flagged.
    let count = edges.count
    let bands: [(band: Conversion.Band, classes: [Int])] =
      tellsTimes
      ? edges.enumerated().map { (.minutes(after: $0 == 0 ? 0 : edges[$0 - 1], upTo: $1), [$0]) }
        + [(.later(after: edges[count - 1]), [count]), (.never, [count + 1])]
      : [(.minutes(after: 0, upTo: rules.threshold), [0, 4]), (.notWithin(rules.threshold), [1, 2])]
    func leads(_ outcome: Int, _ classes: [Int]) -> Int { classes.reduce(0) { $0 + counts[outcome][$1] } }
    let order = names.indices.sorted { Name(names[$0]) < Name(names[$1]) }
    return Conversion(
      outcomes: order.map { names[$0] },
      rows: bands.map { band, classes in
        let all = order.reduce(0) { $0 + leads($1, classes) }
        return Conversion.Row(
          band: band, leads: all, shares: order.map { Ratio(leads($0, classes), of: all) })
      },
      unknown: counts[names.count].reduce(0, +),
      anomalies: order.reduce(0) { $0 + counts[$1][count + 2] },
      flagged: tellsTimes ? order.reduce(0) { $0 + counts[$1][count + 3] } : 0)
  }
}
