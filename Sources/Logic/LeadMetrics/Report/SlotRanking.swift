import LeadModel

/// Parts of the week in order of the leads missed in them.
package struct SlotRanking: Hashable, Sendable {
  /// How long a part is, in minutes: the finest of slot, hour and four-hour block that has enough leads.
  package let minutes: Int
  /// Most missed first (ties: the lower rate, then the earlier part); without muted ones and without those
  /// that missed none.
  package let parts: [SlotRank]
  /// The most leads missed in a part that is left out as muted.
  package let mutedMissed: Int
}

/// A part of the week in a ranking.
package struct SlotRank: Hashable, Sendable {
  /// The day of the week it lies on.
  package let weekday: Weekday
  /// When it begins, 0–1439.
  package let minuteOfDay: Int
  /// How long it is, in minutes.
  package let minutes: Int
  /// The leads that came in it.
  package let counts: Counts
}

extension SlotRanking {
  /// The shortest parts with at least half of the leads in those of `min_leads` judged or more, in minutes;
  /// four hours where none are so.
  static func minutes(of slice: Slice, _ rules: Rules) -> Int {
    [rules.slotMinutes, 60].first { slice.hasEnough(inPartsOf: $0, rules) } ?? 240
  }

  /// Where a slice misses most.
  init(_ slice: Slice, _ rules: Rules) {
    let (headline, length) = (rules.headline, SlotRanking.minutes(of: slice, rules))
    let blocks = slice.blocks(of: length)
    minutes = length
    let missed = blocks.map { $0.missed(headline) }
    let isMuted = blocks.map { !$0.areEnough(rules) }
    let ranked = blocks.indices.filter { missed[$0] > 0 && !isMuted[$0] }
    mutedMissed = blocks.indices.lazy.filter { isMuted[$0] }.map { missed[$0] }.max() ?? 0
    parts = ranked.sorted { left, right in
      if missed[left] != missed[right] { return missed[left] > missed[right] }
      let order = blocks[left].ratio(headline).compared(to: blocks[right].ratio(headline))
      return order == 0 ? left < right : order < 0
    }.map { block in
      SlotRank(
        weekday: Weekday(rawValue: block * length / 1_440 + 1)!, minuteOfDay: block * length % 1_440,
        minutes: length, counts: blocks[block])
    }
  }
}
