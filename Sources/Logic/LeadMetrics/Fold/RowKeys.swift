import LeadModel

/// What rows are counted under.
enum RowKeys {
  /// Those of the minutes of a week.
  case minutes(MinuteKeys)
  /// The key of each set of attributes of the rows' team: for contacted leads, and for never-contacted ones.
  case attributes([Int], never: [Int])
  /// Those of the minutes, moved by an offset for each set of attributes.
  case maps(MinuteKeys, offsets: [Int])

  /// The key of a row.
  func key(_ row: PackedLead, _ spills: [Spill]) -> Int {
    let minute = RowBits.minute(row.bits)
    guard let spill = RowBits.spill(row.bits).map({ spills[$0] }) else {
      return key(
        minute: minute, set: RowBits.set(row.bits), isNever: RowBits.code(row.bits) == RowBits.never)
    }
    return key(minute: minute, set: spill.attributes, isNever: spill.response == .never)
  }

  /// The key of a lead.
  @inline(__always) func key(minute: Int, set: Int, isNever: Bool) -> Int {
    switch self {
    case .minutes(let keys): Int(keys.keys[minute])
    case .attributes(let keys, let never): (isNever ? never : keys)[set]
    case .maps(let keys, let offsets): Int(keys.keys[minute]) + offsets[set]
    }
  }

  /// Every key is below it.
  var bound: Int {
    switch self {
    case .minutes(let keys): keys.count
    case .attributes(let keys, let never): ((keys + never).max() ?? -1) + 1
    case .maps(let keys, let offsets): keys.count + (offsets.max() ?? 0)
    }
  }

  /// Hands the kernel of these keys to a body, which is the same for all.
  @inline(__always) func withKernel<Result>(
    minutes: (MinuteKernel) -> Result, attributes: (AttributeKernel) -> Result, maps: (MapKernel) -> Result
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
    case .maps(let keys, let offsets):
      unsafe keys.keys.withUnsafeBufferPointer { keys in
        unsafe offsets.withUnsafeBufferPointer { offsets in
          unsafe maps(MapKernel(keys: keys, offsets: offsets))
        }
      }
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
