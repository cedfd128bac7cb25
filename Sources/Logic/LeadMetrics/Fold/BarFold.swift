import LeadModel

/// Counts whole seconds between ascending limits: the bars of a distribution.
struct BarFold: Sendable {
  private let limits: [UInt32]
  /// Per number of bits of a time, how many limits have fewer.
  private let starts: [Int]

  /// Bars between edges in minutes, ascending.
  init(edges: [Int]) {
    let limits = Classes(minutes: edges).limits
    self.limits = limits
    starts = (0...32).map { bits in limits.count { 32 - $0.leadingZeroBitCount < bits } }
  }

  /// How many times there are up to the first limit, between each two, and beyond the last.
  func bars(_ times: [UInt32]) -> [UInt32] {
    var bars = [UInt32](repeating: 0, count: limits.count + 1)
    for time in times {
      // Where the limits of its magnitude begin, few are left to compare with.
      var bar = starts[32 - time.leadingZeroBitCount]
      while bar < limits.count && time > limits[bar] { bar += 1 }
      bars[bar] += 1
    }
    return bars
  }
}
