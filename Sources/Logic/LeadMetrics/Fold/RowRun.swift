import LeadModel

/// The rows of a team and week, of which those count whose minute lies in `minutes`.
struct RowRun {
  var rows: [PackedLead]
  /// Part of 0..<10,080.
  var minutes: Range<Int>
}

/// What rows are counted under.
enum RowKeys {
  /// The key of each of the 10,080 minutes of a week.
  case minutes([UInt16])
  /// The key of each set of attributes of the rows' team.
  case attributes([Int])

  /// The key of a row that was not removed.
  @inline(__always) func key(_ row: PackedLead, _ spills: [Spill]) -> Int {
    switch self {
    case .minutes(let keys): Int(keys[row.minuteOfWeek])
    case .attributes(let keys): keys[row.spill.map { spills[$0].attributes } ?? row.attributes]
    }
  }
}
