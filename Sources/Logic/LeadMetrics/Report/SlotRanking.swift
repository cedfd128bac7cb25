import LeadModel

/// Parts of the week in order of the leads missed in them.
package struct SlotRanking: Hashable, Sendable {
  /// How long a part is: the finest that has enough leads.
  package enum Unit: String, Hashable, Sendable {
    case slot
    case hour
    case block = "four-hour block"
  }
  package let unit: Unit
  /// Minutes of a part.
  package let minutes: Int
  /// Most missed first (ties: the lower rate, then the earlier part); without muted ones and without those
  /// that missed none.
  package let parts: [SlotRank]
}

/// A part of the week in a ranking.
package struct SlotRank: Hashable, Sendable {
  package let weekday: Weekday
  /// When it begins, 0–1439.
  package let minuteOfDay: Int
  package let minutes: Int
  package let counts: Counts
}

extension SlotRanking {
  /// The finest unit in which at least half of the leads lie in parts of `min_leads` judged or more; blocks
  /// where none has that.
  static func unit(of slice: Slice, _ rules: Rules) -> (unit: Unit, minutes: Int) {
    let units: [(Unit, Int)] = [(.slot, rules.slotMinutes), (.hour, 60), (.block, 240)]
    return units.first { hasEnough(slice.blocks(of: $0.1), rules) } ?? units[2]
  }

  /// Where a slice misses most.
  init(_ slice: Slice, _ rules: Rules) {
    (unit, minutes) = SlotRanking.unit(of: slice, rules)
    let (headline, length) = (rules.headline, minutes)
    let blocks = slice.blocks(of: minutes)
    let ranked = blocks.indices.filter {
      blocks[$0].judged(headline) >= rules.minLeads && blocks[$0].missed(headline) > 0
    }
    parts = ranked.sorted { left, right in
      let missed = (blocks[left].missed(headline), blocks[right].missed(headline))
      if missed.0 != missed.1 { return missed.0 > missed.1 }
      let order = blocks[left].ratio(headline).compared(to: blocks[right].ratio(headline))
      return order == 0 ? left < right : order < 0
    }.map { block in
      SlotRank(
        weekday: Weekday(rawValue: block * length / 1_440 + 1)!, minuteOfDay: block * length % 1_440,
        minutes: length, counts: blocks[block])
    }
  }
}
