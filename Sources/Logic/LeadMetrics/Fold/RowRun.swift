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
  /// The key of each set of attributes of the rows' team: for contacted leads, and for never-contacted ones.
  case attributes([Int], never: [Int])

  /// The key of a row that was not removed.
  @inline(__always) func key(_ row: PackedLead, _ spills: [Spill]) -> Int {
    switch self {
    case .minutes(let keys): return Int(keys[row.minuteOfWeek])
    case .attributes(let keys, let never):
      if let spill = row.spill.map({ spills[$0] }) {
        return (spill.response == .never ? never : keys)[spill.attributes]
      }
      return (row.code == PackedLead.never ? never : keys)[row.attributes]
    }
  }
}
