import LeadModel

/// Leads counted by key and class: the accumulator of every fold. A key is a slot of the week and whether
/// it was covered, or a set of attributes, or anything else that a minute of the week or a row leads to.
struct Tally: Sendable {
  let classes: Classes
  let keyCount: Int
  /// Per key one counter per class.
  private(set) var bins: [Int]
  /// Leads too young for some threshold, by key: few, those of the last hours before the cut-off.
  private(set) var young: [(key: Int, counts: Counts)] = []

  init(keys: Int, classes: Classes) {
    self.classes = classes
    keyCount = keys
    bins = Array(repeating: 0, count: keys * classes.count)
  }

  /// Counts the rows of one team and week whose minute lies in `minutes`. `keys` gives the key of each
  /// minute of the week.
  mutating func add(_ rows: [PackedLead], in minutes: Range<Int>, keys: [UInt16], spills: [Spill]) {
    precondition(keys.count == 10_080 && minutes.lowerBound >= 0 && minutes.upperBound <= 10_080)
    let (first, length) = (UInt64(minutes.lowerBound), UInt64(minutes.count))
    let classes = classes
    let size = classes.count
    for row in rows {
      // Removed rows have a minute beyond every range.
      let minute = row.bits &>> 50
      if minute &- first >= length { continue }
      let key = Int(keys[Int(minute)])
      if row.bits & Tally.special == 0 {
        bins[key &* size &+ classes.index(of: row.code)] &+= 1
      } else {
        add(special: row, key: key, spills: spills)
      }
    }
  }

  /// A spill, or too young for some threshold.
  private static let special: UInt64 = 7 &<< 47 | 1 &<< 31

  private mutating func add(special row: PackedLead, key: Int, spills: [Spill]) {
    var (index, weight) = (0, 1)
    if let position = row.spill {
      index = classes.index(of: spills[position].response)
      weight = spills[position].weight
    } else {
      index = classes.index(of: row.code)
    }
    if row.pendingCount == 0 || classes.judgesAll {
      bins[key * classes.count + index] += weight
    } else {
      young.append((key, classes.counts(class: index, weight: weight, young: row.pendingCount)))
    }
  }

  /// Adds another tally of the same keys.
  mutating func add(_ other: Tally) {
    for index in bins.indices { bins[index] &+= other.bins[index] }
    young += other.young
  }

  /// The counts of each key.
  func counts() -> [Counts] {
    var result = (0..<keyCount).map { classes.counts(bins, at: $0 * classes.count) }
    for (key, counts) in young { result[key] += counts }
    return result
  }
}
