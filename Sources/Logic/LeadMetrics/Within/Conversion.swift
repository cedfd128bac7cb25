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
  /// Fastest first; anomalies and leads answered by flag are in none.
  package let rows: [Row]
  /// Leads without an outcome, in none either.
  package let unknown: Int

  /// The edges of the bands in minutes, without the headline threshold.
  static let edges = [5, 15, 60, 1_440]
}

extension Analysis {
  /// How the leads of a scope in a period ended, by response time; nil where the export has no outcomes.
  package func conversion(_ scope: Scope, _ period: Period) -> Conversion? {
    guard let names = cube.table.names[.outcome], !names.isEmpty else { return nil }
    let edges = Set(Conversion.edges + [rules.threshold]).sorted()
    var tally = Tally(keys: names.count + 1, classes: Classes(minutes: edges))
    for part in parts(scope, period) {
      let keys = cube.table.attributes[part.team].map { $0[.outcome] ?? names.count }
      for run in cube.runs([part]) {
        tally.add(run, keys: .attributes(keys, never: keys), spills: cube.table.spills)
      }
    }
    let counts = (0...names.count).map { Array(tally.classCounts($0)) }
    let bands: [Conversion.Band] =
      edges.enumerated().map { .minutes(after: $0 == 0 ? 0 : edges[$0 - 1], upTo: $1) }
      + [.later(after: edges[edges.count - 1]), .never]
    let order = names.indices.sorted { Name(names[$0]) < Name(names[$1]) }
    return Conversion(
      outcomes: order.map { names[$0] },
      rows: bands.enumerated().map { index, band in
        let leads = order.reduce(0) { $0 + counts[$1][index] }
        return Conversion.Row(
          band: band, leads: leads, shares: order.map { Ratio(counts[$0][index], of: leads) })
      },
      unknown: counts[names.count].reduce(0, +))
  }
}
