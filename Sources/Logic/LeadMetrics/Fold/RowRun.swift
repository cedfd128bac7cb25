import LeadModel

/// The rows of a team and week, of which those count whose minute lies in `minutes`.
struct RowRun {
  var rows: [PackedLead]
  /// Part of 0..<10,080.
  var minutes: Range<Int>

  var isWhole: Bool { minutes == WeekSpan.whole }
}

/// How a kernel finds the key of a row that is no spill.
protocol RowKernel {
  func key(_ row: UInt64) -> Int
}

/// By the minute of the week.
@safe struct MinuteKernel: RowKernel {
  /// Those of all minutes.
  let keys: UnsafeBufferPointer<UInt16>

  @inline(__always) func key(_ row: UInt64) -> Int { unsafe Int(keys[RowBits.minute(row)]) }
}

/// By the set of attributes.
@safe struct AttributeKernel: RowKernel {
  /// By position of the set, for contacted leads and for never-contacted ones: as many of each.
  let keys, never: UnsafeBufferPointer<Int>

  @inline(__always) func key(_ row: UInt64) -> Int {
    let set = RowBits.set(row)
    unsafe precondition(set < keys.count)
    return unsafe RowBits.code(row) == RowBits.never ? never[set] : keys[set]
  }
}

/// By both.
@safe struct MapKernel: RowKernel {
  let keys: UnsafeBufferPointer<UInt16>
  let offsets: UnsafeBufferPointer<Int>

  @inline(__always) func key(_ row: UInt64) -> Int {
    let set = RowBits.set(row)
    unsafe precondition(set < offsets.count)
    return unsafe Int(keys[RowBits.minute(row)]) &+ offsets[set]
  }
}

/// The parts of a ``PackedLead``'s bits, here because the accessors of another module cost kernels a call for
/// every row.
enum RowBits {
  /// ``PackedLead/never`` and ``PackedLead/firstCode``.
  @inline(__always) static var never: UInt32 { 0x7FFF_FFF0 }
  /// What is not 0 in a spilled row.
  @inline(__always) static var spilled: UInt64 { 1 &<< 31 }
  /// What is not 0 in one too young for some threshold, or spilled.
  @inline(__always) static var special: UInt64 { 7 &<< 47 | spilled }

  /// Seconds, a code, or the position of a spill.
  @inline(__always) static func code(_ row: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: row) }
  /// The position of a spill; nil where there is none.
  @inline(__always) static func spill(_ row: UInt64) -> Int? {
    row & spilled == 0 ? nil : Int(truncatingIfNeeded: row & 0x7FFF_FFFF)
  }
  /// The position of the set of attributes.
  @inline(__always) static func set(_ row: UInt64) -> Int { Int(truncatingIfNeeded: row &>> 32) & 0x7FFF }
  /// For how many thresholds it is too young.
  @inline(__always) static func pending(_ row: UInt64) -> Int { Int(truncatingIfNeeded: row &>> 47) & 7 }
  /// The minute of the week.
  @inline(__always) static func minute(_ row: UInt64) -> Int { Int(truncatingIfNeeded: row &>> 50) }
}
