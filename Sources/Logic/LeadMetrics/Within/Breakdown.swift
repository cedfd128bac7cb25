import LeadModel

/// The leads of a scope in a period by rep, manager, channel, source or outcome.
package struct Breakdown: Hashable, Sendable {
  /// Whose or what a row is about.
  package enum Name: Hashable, Sendable {
    case named(String)
    /// Contacted leads of which the export does not say.
    case blank
    /// Never-contacted leads of which it does not say.
    case nobody
  }

  /// The leads of one name, or without one.
  package struct Row: Hashable, Sendable {
    /// Whose or what they are.
    package let name: Name
    /// How many there are.
    package let counts: Counts
    /// Their response times; none where they were not asked for.
    package let timing: Timing
    /// 1 for the best rate, shared by equal rates; nil below `min_leads` judged, without a name, or where
    /// there are no rates.
    package let rank: Int?
    /// False of contacted leads without a name where there are never-contacted ones too: answered ones were chosen.
    package let hasRate: Bool

    /// Those within a threshold, given by its position, of those judged; nothing judged where it has no rate.
    package func ratio(_ threshold: Int) -> Ratio { hasRate ? counts.ratio(threshold) : Ratio(0, of: 0) }
  }

  /// What the rows are told apart by.
  package let role: Role
  /// Ranked ones first, then the others by their leads (ties: by the bytes of their names), then the blank
  /// row and that of nobody.
  package let rows: [Row]
  /// False where never-contacted leads lack a name more often than contacted ones do: a rate would flatter
  /// everyone. Then only leads answered and response times may be shown.
  package let hasRates: Bool
  /// Behind ``hasRates``: how often a name is lacking among never-contacted leads.
  package let lackingAmongNever: Ratio
  /// The same of contacted ones.
  package let lackingAmongContacted: Ratio

  init(role: Role, entries: [(name: Name, counts: Counts, timing: Timing)], _ rules: Rules) {
    self.role = role
    let headline = rules.headline
    let total = entries.map(\.counts).total()
    let never = entries.first { $0.name == .nobody }?.counts.leads ?? 0
    let blank = entries.first { $0.name == .blank }?.counts.leads ?? 0
    let lacking = (Ratio(never, of: total.never), Ratio(blank, of: total.contacted))
    (lackingAmongNever, lackingAmongContacted) = lacking
    let hasRates =
      !lacking.0.isDefined || (lacking.1.isDefined ? lacking.0.compared(to: lacking.1) <= 0 : never == 0)
    self.hasRates = hasRates
    func isRanked(_ entry: (name: Name, counts: Counts, timing: Timing)) -> Bool {
      if case .named = entry.name, hasRates {
        return entry.counts.areEnough(rules)
      }
      return false
    }
    func rate(_ counts: Counts) -> Ratio { counts.ratio(headline) }
    let ranked = entries.filter(isRanked).map { rate($0.counts) }.sorted { $0.compared(to: $1) > 0 }
    let rows = entries.filter { $0.counts.leads > 0 }.map { entry in
      Row(
        name: entry.name, counts: entry.counts, timing: entry.timing,
        rank: isRanked(entry)
          ? 1 + ranked.partitioningIndex { $0.compared(to: rate(entry.counts)) <= 0 } : nil,
        hasRate: hasRates && (entry.name != .blank || never == 0))
    }
    self.rows = rows.sorted { left, right in
      if left.place != right.place { return left.place < right.place }
      if let a = left.rank, let b = right.rank, a != b { return a < b }
      if left.counts.leads != right.counts.leads { return left.counts.leads > right.counts.leads }
      return left.text < right.text
    }
  }
}

extension Breakdown.Row {
  fileprivate var place: Int {
    switch name {
    case .named: rank == nil ? 1 : 0
    case .blank: 2
    case .nobody: 3
    }
  }

  fileprivate var text: Name {
    if case .named(let text) = name { LeadModel.Name(text) } else { LeadModel.Name("") }
  }
}

extension Analysis {
  /// Whether any lead says something about a role: without, there is nothing to show.
  package func has(_ role: Role) -> Bool { !(cube.table.names[role] ?? []).isEmpty }

  /// The leads of a scope in a period by each of some roles, for which the leads are gone through once.
  package func breakdowns(_ scope: Scope, _ period: Period, by roles: [Role]) -> [Role: Breakdown] {
    breakdowns(scope, period, by: roles, hasTimes: true)
  }

  /// The leads of a scope in a period by a role, without response times.
  func counted(_ scope: Scope, _ period: Period, by role: Role) -> Breakdown {
    breakdowns(scope, period, by: [role], hasTimes: false)[role]!
  }

  private func breakdowns(_ scope: Scope, _ period: Period, by roles: [Role], hasTimes: Bool)
    -> [Role: Breakdown]
  {
    let sets = AttributeFold(parts(scope, period), cube, hasTimes: hasTimes)
    return roles.reduce(into: [:]) { breakdowns, role in
      let names = cube.table.names[role] ?? []
      // By the number of the name: below 0 contacted leads without one, and never-contacted ones.
      let entries = sets.grouped { set, isNever in set[role] ?? (isNever ? -2 : -1) }
      breakdowns[role] = Breakdown(
        role: role,
        entries: entries.map { entry in
          (
            entry.group == -2 ? .nobody : entry.group == -1 ? .blank : .named(names[entry.group]),
            entry.counts, entry.timing
          )
        }, rules)
    }
  }

  /// The counts of each of some names slot by slot, a rep's own week for one; no leads for a name that no lead
  /// has. No name occurs twice.
  package func rates(_ scope: Scope, _ period: Period, by role: Role, _ wanted: [String]) -> [Slice] {
    let names = cube.table.names[role] ?? []
    let places = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { (Name($1), $0) })
    let size = cube.cellCount
    // Behind them a map for all others, which nobody looks at.
    var tally = Tally(keys: size * (wanted.count + 1), classes: cube.classes)
    for part in parts(scope, period) {
      let offsets = cube.table.attributes[part.team].map { set in
        (set[role].flatMap { places[Name(names[$0])] } ?? wanted.count) * size
      }
      for run in cube.runs([part]) {
        tally.add(run, keys: .maps(cube.slots, offsets: offsets), spills: cube.table.spills)
      }
    }
    let counts = tally.counts()
    return wanted.indices.map { place in
      Slice(slotMinutes: rules.slotMinutes, counts: Array(counts[place * size..<(place + 1) * size]))
    }
  }
}
