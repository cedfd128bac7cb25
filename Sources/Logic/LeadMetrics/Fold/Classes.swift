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
  /// The thresholds in seconds.
  private let limits: [UInt32]

  /// Classes, and counters per key.
  var count: Int { thresholds.count + 4 }
  /// The class of leads never contacted.
  var never: Int { thresholds.count + 1 }

  /// The classes that counts are made of.
  init(_ rules: Rules) {
    self.init(thresholds: rules.thresholds, headline: rules.headline, judgesAll: rules.pending == .count)
  }

  /// Classes of response times alone, whatever is too young: for distributions.
  init(minutes edges: [Int]) { self.init(thresholds: edges, headline: 0, judgesAll: true) }

  private init(thresholds: [Int], headline: Int, judgesAll: Bool) {
    precondition(RowBits.never == PackedLead.firstCode && PackedLead.never == PackedLead.firstCode)
    self.thresholds = thresholds
    self.headline = headline
    self.judgesAll = judgesAll
    let longest = Int(PackedLead.firstCode) / 60 - 1
    limits = thresholds.map { UInt32(min($0, longest) * 60) }
  }

  /// The class of a code that is not a spill: as many as end at or below it.
  func index(of code: UInt32) -> Int { (0..<count).count { end(of: $0) <= code } }

  /// The first code beyond a class: they follow each other as the leads of ``LeadOrder`` do.
  func end(of index: Int) -> UInt32 {
    index < limits.count ? limits[index] + 1 : RowBits.never + UInt32(index - limits.count)
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
    let size = thresholds.count
    var counts = Counts()
    for k in 0..<size {
      counts.contacted += bins[start + k]
      counts.within[k] = counts.contacted
    }
    let never = bins[start + size + 1]
    counts.anomalies = bins[start + size + 2]
    counts.flagged = bins[start + size + 3]
    counts.contacted += bins[start + size] + counts.anomalies + counts.flagged
    counts.leads = counts.contacted + never
    if counts.flagged > 0 { for k in 0..<size where k != headline { counts.pending[k] = counts.flagged } }
    counts.within[headline] += counts.flagged
    return counts
  }
}
