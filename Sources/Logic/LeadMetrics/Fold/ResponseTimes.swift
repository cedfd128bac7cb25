import LeadModel

/// Statistics of response times by key: a ``ResponseWalk`` stops at the positions whose values are wanted.
struct ResponseTimes {
  private var walk: ResponseWalk
  /// Per key how many times there are.
  private let timed: [Int]
  /// As many of each key as it has quantiles, twice, ascending: the position below each, and the one above.
  private let positions: [Int]
  private let perKey: Int
  /// Per key how many of them were reached.
  private var reached: [Int]
  /// Per key its place among those that are looked for in a bin; below 0 for the others.
  private var places: [Int32]
  /// How many keys have some to come.
  private var open: Int
  /// The times at the positions, in microseconds.
  private var values: [Int64]

  /// What is left to count where nothing more is wanted: never so much.
  private static let far = Int.max / 2

  /// Statistics of each key, of which `timed` tells how many leads have a response time.
  static func timings(_ runs: [(run: RowRun, keys: RowKeys)], timed: [Int], _ spills: [Spill]) -> [Timing] {
    var times = ResponseTimes(runs, timed, spills, tenths: [5, 9])
    times.find(isWhole: true)
    return timed.indices.map { key in
      if timed[key] == 0 { return Timing() }
      let spilled = times.walk.spilledSums
      let sum =
        Int128(times.walk.counters[key].sum) * 1_000_000 + (spilled.isEmpty ? 0 : spilled[key])
      return Timing(
        mean: mean(sum, timed[key]), median: times.quantile(key, tenths: 5),
        p90: times.quantile(key, tenths: 9))
    }
  }

  /// The median of each key; nil where nobody was contacted.
  static func medians(_ runs: [(run: RowRun, keys: RowKeys)], timed: [Int], _ spills: [Spill]) -> [Int64?] {
    var times = ResponseTimes(runs, timed, spills, tenths: [5])
    times.find(isWhole: false)
    return timed.indices.map { timed[$0] == 0 ? nil : times.quantile($0, tenths: 5) }
  }

  private init(
    _ runs: [(run: RowRun, keys: RowKeys)], _ timed: [Int], _ spills: [Spill], tenths: [Int]
  ) {
    self.timed = timed
    perKey = 2 * tenths.count
    var positions: [Int] = []
    positions.reserveCapacity(timed.count * perKey)
    for count in timed {
      for tenths in tenths {
        // Of no times no position is reached.
        let place = quantilePlace(tenths: tenths, of: max(1, count))
        positions.append(place.low)
        positions.append(place.high)
      }
      // Of few times the median's upper neighbour may lie beyond the lower one of the next quantile.
      for index in positions.count - perKey + 1..<positions.count {
        var place = index
        while place > positions.count - perKey, positions[place - 1] > positions[place] {
          positions.swapAt(place - 1, place)
          place -= 1
        }
      }
    }
    self.positions = positions
    values = Array(repeating: 0, count: positions.count)
    reached = Array(repeating: 0, count: timed.count)
    places = Array(repeating: -1, count: timed.count)
    open = timed.count { $0 > 0 }
    walk = ResponseWalk(runs, spills, keyCount: timed.count)
    for key in timed.indices {
      walk.counters[key].left = timed[key] == 0 ? ResponseTimes.far : positions[key * perKey] + 1
    }
  }

  private func quantile(_ key: Int, tenths: Int) -> Int64 {
    func value(_ position: Int) -> Int64 {
      var index = key * perKey
      while positions[index] != position { index += 1 }
      return values[index]
    }
    let place = quantilePlace(tenths: tenths, of: timed[key])
    return between(value(place.low), value(place.high), tenths: place.rest)
  }

  /// Finds all values, and unless `isWhole` goes no further.
  private mutating func find(isWhole: Bool) {
    // What comes next in the only stream is the next of all.
    if walk.streamCount == 1 {
      while open > 0 || isWhole, let found = walk.advance(0, below: .max) {
        while walk.counters[found.key].left <= 0 {
          for position in pass(found.key) { values[position] = found.time }
        }
      }
      return
    }
    for limit in walk.limits where open > 0 || isWhole {
      var passed: [(key: Int, positions: Range<Int>)] = []
      for stream in 0..<walk.streamCount where walk.beginBin(stream, below: limit) {
        while let found = walk.advance(stream, below: limit) {
          while walk.counters[found.key].left <= 0 { passed.append((found.key, pass(found.key))) }
        }
      }
      look(for: passed)
    }
  }

  /// Goes on to the next position of a key that differs.
  /// - Returns: those that were reached.
  private mutating func pass(_ key: Int) -> Range<Int> {
    let (first, end) = (key * perKey + reached[key], (key + 1) * perKey)
    var index = first
    while index < end, positions[index] == positions[first] { index += 1 }
    reached[key] = index - key * perKey
    walk.counters[key].left += index < end ? positions[index] - positions[first] : ResponseTimes.far
    if index == end { open -= 1 }
    return first..<index
  }

  /// Finds the values at positions that were reached in the bin.
  private mutating func look(for passed: [(key: Int, positions: Range<Int>)]) {
    if passed.isEmpty { return }
    var keys: [Int] = []
    for (key, _) in passed where places[key] < 0 {
      places[key] = Int32(keys.count)
      keys.append(key)
    }
    let times = byPlace(walk.bin(places), count: keys.count)
    // How many times of each key lie before the bin.
    let before = keys.indices.map { place in
      seen(keys[place]) - times[place].reduce(0) { $0 + $1.weight }
    }
    for (key, wanted) in passed {
      var seen = before[Int(places[key])]
      for found in times[Int(places[key])] {
        seen += found.weight
        if seen <= positions[wanted.lowerBound] { continue }
        for position in wanted { values[position] = found.time }
        break
      }
    }
    for key in keys { places[key] = -1 }
  }

  /// How many times of a key the walk has met.
  private func seen(_ key: Int) -> Int {
    let (next, end) = (key * perKey + reached[key], (key + 1) * perKey)
    let goal = next < end ? positions[next] : positions[end - 1] + ResponseTimes.far
    return goal + 1 - walk.counters[key].left
  }

  /// What was found, by place, ascending.
  private func byPlace(_ found: [ResponseWalk.Found], count: Int) -> [ArraySlice<ResponseWalk.Found>] {
    var ends = [Int](repeating: 0, count: count + 1)
    for found in found { ends[found.key + 1] += 1 }
    for place in 0..<count { ends[place + 1] += ends[place] }
    var (next, times) = (ends, found)
    for found in found {
      times[next[found.key]] = found
      next[found.key] += 1
    }
    unsafe times.withUnsafeMutableBufferPointer { times in
      for place in 0..<count {
        var own = unsafe UnsafeMutableBufferPointer(rebasing: times[ends[place]..<ends[place + 1]])
        unsafe own.sort { $0.time < $1.time }
      }
    }
    return (0..<count).map { times[ends[$0]..<ends[$0 + 1]] }
  }
}
