import LeadModel

/// How responses are told apart when they are counted: by the thresholds they lie between.
///
/// Class c < T: within threshold c but not within the one below; class T: later than all; then never
/// contacted, anomaly, flagged. One count per class holds everything that ``Counts`` says about leads old
/// enough to be judged, so that a row costs one addition however many thresholds there are.
struct Classes: Hashable, Sendable {
  /// Minutes, ascending.
  let thresholds: [Int]
  let headline: Int
  /// `pending: count`: nothing is too young.
  let judgesAll: Bool
  /// What codes are compared with: as many of them as are lower make the class.
  let limits: SIMD16<Int32>

  /// Classes, and counters per key.
  var count: Int { thresholds.count + 4 }

  init(_ rules: Rules) {
    thresholds = rules.thresholds
    headline = rules.headline
    judgesAll = rules.pending == .count
    let special = [PackedLead.never, PackedLead.anomaly, PackedLead.flagged].map { Int32($0) - 1 }
    let seconds = rules.thresholds.map { Int32(clamping: min($0, Int(special[0]) / 60) * 60) }
    var limits = SIMD16<Int32>(repeating: .max)
    for (index, limit) in (seconds + special).enumerated() { limits[index] = limit }
    self.limits = limits
  }

  /// The class of a code that is not a spill.
  @inline(__always) func index(of code: UInt32) -> Int {
    let code = Int32(truncatingIfNeeded: code)
    let passed = limits .< SIMD16(repeating: code)
    return Int(SIMD16<Int32>().replacing(with: 1, where: passed).wrappedSum())
  }

  /// The class of a response in full.
  func index(of response: Response) -> Int {
    switch response {
    case .after(let time): thresholds.count { time > Int64($0) * 60_000_000 }
    case .never: thresholds.count + 1
    case .anomaly: thresholds.count + 2
    case .flagged: thresholds.count + 3
    }
  }

  /// What `weight` leads of a class amount to, of which the highest `young` thresholds cannot judge.
  func counts(class index: Int, weight: Int, young: Int = 0) -> Counts {
    var counts = Counts()
    let size = thresholds.count
    let young = judgesAll ? 0 : young
    counts.leads = weight
    if index != size + 1 { counts.contacted = weight }
    if index == size + 2 { counts.anomalies = weight }
    if index == size + 3 { counts.flagged = weight }
    for k in 0..<size {
      if k >= size - young || index == size + 3 && k != headline {
        counts.pending[k] = weight
      } else if index <= k || index == size + 3 {
        counts.within[k] = weight
      }
    }
    return counts
  }

  /// What the counters of one key amount to, starting at `start`.
  func counts(_ bins: [Int], at start: Int) -> Counts {
    var sum = Counts()
    for index in 0..<count where bins[start + index] != 0 {
      sum += counts(class: index, weight: bins[start + index])
    }
    return sum
  }
}
