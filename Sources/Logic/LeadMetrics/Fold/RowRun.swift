import LeadModel

/// The rows of a team and week, of which those count whose minute lies in `minutes`.
struct RowRun {
  var rows: [PackedLead]
  /// Part of 0..<10,080.
  var minutes: Range<Int>
}

/// What rows are counted under.
enum RowKeys {
  /// Those of the minutes of a week.
  case minutes(MinuteKeys)
  /// The key of each set of attributes of the rows' team: for contacted leads, and for never-contacted ones.
  case attributes([Int], never: [Int])

  /// The key of a row that was not removed.
  @inline(__always) func key(_ row: PackedLead, _ spills: [Spill]) -> Int {
    switch self {
    case .minutes(let keys): return Int(keys.keys[row.minuteOfWeek])
    case .attributes(let keys, let never):
      if let spill = row.spill.map({ spills[$0] }) {
        return (spill.response == .never ? never : keys)[spill.attributes]
      }
      return (row.code == PackedLead.never ? never : keys)[row.attributes]
    }
  }
}

/// A key for each of the 10,080 minutes of a week, checked once so that kernels need not.
struct MinuteKeys: Sendable {
  let keys: [UInt16]
  /// Every key is below it.
  let count: Int

  /// `keys` that are all below `count`.
  init(_ keys: [UInt16], count: Int) {
    precondition(keys.count == 10_080 && keys.allSatisfy { $0 < count })
    self.keys = keys
    self.count = count
  }
}
