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

  /// One key for all.
  static let one = MinuteKeys([UInt16](repeating: 0, count: 10_080), count: 1)
  /// The days of the week.
  static let days = MinuteKeys((0..<10_080).map { UInt16($0 / 1_440) }, count: 7)
}

/// How a kernel finds the key of a row that is no spill and was not removed.
protocol RowKernel {
  func key(_ row: PackedLead) -> Int
}

/// By the minute of the week.
@safe struct MinuteKernel: RowKernel {
  /// Those of all minutes.
  let keys: UnsafeBufferPointer<UInt16>

  @inline(__always) func key(_ row: PackedLead) -> Int { unsafe Int(keys[Int(row.bits &>> 50)]) }
}

/// By the set of attributes.
@safe struct AttributeKernel: RowKernel {
  /// By position of the set, for contacted leads and for never-contacted ones: as many of each.
  let keys, never: UnsafeBufferPointer<Int>

  @inline(__always) func key(_ row: PackedLead) -> Int {
    let set = row.attributes
    unsafe precondition(set < keys.count)
    return unsafe row.code == PackedLead.never ? never[set] : keys[set]
  }
}

extension RowKeys {
  /// Hands the kernel of these keys to one of two bodies, which do the same with it.
  @inline(__always) func withKernel<Result>(
    minutes: (MinuteKernel) -> Result, attributes: (AttributeKernel) -> Result
  ) -> Result {
    switch self {
    case .minutes(let keys):
      unsafe keys.keys.withUnsafeBufferPointer { unsafe minutes(MinuteKernel(keys: $0)) }
    case .attributes(let keys, let never):
      unsafe keys.withUnsafeBufferPointer { keys in
        unsafe never.withUnsafeBufferPointer { never in
          precondition(keys.count == never.count)
          return unsafe attributes(AttributeKernel(keys: keys, never: never))
        }
      }
    }
  }
}
