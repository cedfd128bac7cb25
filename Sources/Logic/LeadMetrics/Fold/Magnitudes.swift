import LeadModel

/// How many response times of each cell there are of each magnitude, by powers of two of seconds: enough to
/// know where in a large slice its quantiles lie, before looking at any time itself.
struct Magnitudes: Sendable {
  /// Class 0 is below 16 s, class k below 2^(4 + k) s, the last everything longer.
  static let classCount = 17
  private static let firstBits = 4

  /// Per cell one counter per class.
  private(set) var bins: [Int]

  init(cells: Int) { bins = Array(repeating: 0, count: cells * Magnitudes.classCount) }

  /// The class of whole seconds.
  @inline(__always) static func index(_ seconds: UInt32) -> Int {
    max(0, min(classCount - 1, 32 &- seconds.leadingZeroBitCount &- firstBits))
  }

  /// The seconds of some classes, both ends included.
  static func seconds(_ classes: ClosedRange<Int>) -> ClosedRange<UInt32> {
    let low: UInt32 = classes.lowerBound == 0 ? 0 : 1 << UInt32(classes.lowerBound + firstBits - 1)
    let isLast = classes.upperBound == classCount - 1
    return low...(isLast ? .max : 1 << UInt32(classes.upperBound + firstBits) - 1)
  }

  /// Counts rows; `slots` gives the cell of each minute of the week.
  mutating func add(_ run: RowRun, slots: MinuteKeys, spills: [Spill]) {
    precondition(slots.count * Magnitudes.classCount <= bins.count)
    let (first, length) = (UInt64(run.minutes.lowerBound), UInt64(run.minutes.count))
    unsafe slots.keys.withUnsafeBufferPointer { slots in
      unsafe bins.withUnsafeMutableBufferPointer { bins in
        for row in run.rows {
          let minute = row.bits &>> 50
          if minute &- first >= length { continue }
          var seconds = UInt32(truncatingIfNeeded: row.bits)
          if seconds >= RowBits.never {
            guard let spill = RowBits.spill(row.bits), case .after(let time) = spills[spill].response else {
              continue
            }
            seconds = UInt32(clamping: time / 1_000_000)
          }
          let cell = unsafe Int(slots[Int(minute)])
          unsafe bins[cell &* Magnitudes.classCount &+ Magnitudes.index(seconds)] &+= 1
        }
      }
    }
  }

  /// Adds the kept counts of some cells.
  mutating func add(_ kept: [UInt16], cells: Range<Int>) {
    for index in cells.lowerBound * Magnitudes.classCount..<cells.upperBound * Magnitudes.classCount {
      bins[index] &+= Int(kept[index])
    }
  }

  /// The counts in little room; nil where one is too large.
  var kept: [UInt16]? { bins.allSatisfy { $0 <= UInt16.max } ? bins.map { UInt16($0) } : nil }

  /// The counts of a cell.
  func cell(_ index: Int) -> ArraySlice<Int> {
    bins[index * Magnitudes.classCount..<(index + 1) * Magnitudes.classCount]
  }
}
