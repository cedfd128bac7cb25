import LeadModel

/// Goes through the response times of rows in their order, counting them down by key.
///
/// The rows of a run lie in order, those in whole seconds and those that are spilled each by themselves: a stream. One
/// stream is walked from end to end, several side by side, bin by bin of time.
struct ResponseWalk {
  /// What is counted of a key.
  struct Counter {
    /// How many times are still to come until the walk stops.
    var left: Int
    /// The whole seconds of all times so far.
    var sum = 0
  }

  /// A time, in microseconds, that stopped the walk or lies in a bin.
  struct Found {
    var key: Int
    var time: Int64
    var weight = 1
  }

  private struct Stream {
    let run: Int
    let isSpilled: Bool
    /// Where the bin begins, and the next row.
    var first, next: Int
    let end: Int
    /// The whole seconds of the next row; beyond all bins at the end.
    var upcoming: Int64 = 0
  }

  private let runs: [(run: RowRun, keys: RowKeys)]
  private let spills: [Spill]
  private var streams: [Stream] = []
  /// By key; to be filled by whoever walks.
  var counters: [Counter]
  /// By key the sums of spilled times in microseconds; empty where there is no such time.
  private(set) var spilledSums: [Int128] = []

  /// Of runs whose keys are below `keyCount`, at the beginning.
  init(_ runs: [(run: RowRun, keys: RowKeys)], _ spills: [Spill], keyCount: Int) {
    (self.runs, self.spills) = (runs, spills)
    counters = Array(repeating: Counter(left: 0), count: keyCount)
    for (index, (run, keys)) in runs.enumerated() {
      precondition(keys.bound <= keyCount)
      let (seconds, spilled) = (run.rows.count(below: RowBits.never), run.rows.spilledTimes(spills))
      if !spilled.isEmpty && spilledSums.isEmpty { spilledSums = Array(repeating: 0, count: keyCount) }
      for (isSpilled, rows) in [(false, 0..<seconds), (true, spilled)] where !rows.isEmpty {
        streams.append(
          Stream(
            run: index, isSpilled: isSpilled, first: rows.lowerBound, next: rows.lowerBound,
            end: rows.upperBound))
      }
    }
  }

  var streamCount: Int { streams.count }

  /// The ends of the bins in seconds: the more for each power of two, the more rows a stream has, for each bin of a
  /// stream costs something, and each row of a bin; and so many that not too many rows are kept at once. The last has no
  /// end.
  var limits: [Int64] {
    func bits(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }
    let rows = streams.reduce(0) { $0 + $1.end - $1.next }
    let each = rows / max(1, streams.count)
    if each < 256 && rows < 65_536 { return [.max] }
    let fraction = min(6, max(0, (bits(each) - 6) / 2, bits(rows >> 19)))
    var limits: [Int64] = [1]
    while let last = limits.last, last < RowBits.never {
      limits.append(last + max(1, 1 << (Int64.bitWidth - 1 - last.leadingZeroBitCount - fraction)))
    }
    return limits + [.max]
  }

  /// Begins a bin that ends before so many seconds.
  /// - Returns: whether a stream has a time in it.
  mutating func beginBin(_ stream: Int, below limit: Int64) -> Bool {
    streams[stream].first = streams[stream].next
    return streams[stream].upcoming < limit
  }

  /// Counts the times of a stream below so many seconds, until nothing is left of a key.
  /// - Returns: the time that was the last of it; nil at the end.
  mutating func advance(_ stream: Int, below limit: Int64) -> Found? {
    let (run, keys) = runs[streams[stream].run]
    if streams[stream].isSpilled { return advanceSpilled(stream, run, keys, below: limit) }
    let (end, seconds) = (streams[stream].end, UInt32(clamping: limit))
    var next = streams[stream].next
    let key = unsafe counters.withUnsafeMutableBufferPointer { counters in
      unsafe run.rows.withUnsafeBufferPointer { rows in
        let rows = unsafe UnsafeBufferPointer(rebasing: rows[..<end])
        return keys.withKernel(
          minutes: { unsafe ResponseWalk.advance(&next, rows, run.minutes, $0, counters, below: seconds) },
          attributes: { unsafe ResponseWalk.advance(&next, rows, run.minutes, $0, counters, below: seconds) },
          maps: { unsafe ResponseWalk.advance(&next, rows, run.minutes, $0, counters, below: seconds) })
      }
    }
    streams[stream].next = next
    streams[stream].upcoming = next < end ? Int64(RowBits.code(run.rows[next].bits)) : .max
    return key.map { Found(key: $0, time: Int64(RowBits.code(run.rows[next - 1].bits)) * 1_000_000) }
  }

  /// The kernel: one subtraction per row.
  @inline(never) private static func advance(
    _ next: inout Int, _ rows: UnsafeBufferPointer<PackedLead>, _ minutes: Range<Int>,
    _ kernel: some RowKernel,
    _ counters: UnsafeMutableBufferPointer<Counter>, below limit: UInt32
  ) -> Int? {
    let (first, length) = (UInt64(minutes.lowerBound), UInt64(minutes.count))
    var index = next
    defer { next = index }
    while index < rows.count {
      let row = unsafe rows[index].bits
      let seconds = RowBits.code(row)
      if seconds >= limit { break }
      index &+= 1
      if row &>> 50 &- first >= length { continue }
      let key = kernel.key(row)
      unsafe counters[key].sum &+= Int(seconds)
      let left = unsafe counters[key].left &- 1
      unsafe counters[key].left = left
      if left == 0 { return key }
    }
    return nil
  }

  private mutating func advanceSpilled(_ stream: Int, _ run: RowRun, _ keys: RowKeys, below limit: Int64)
    -> Found?
  {
    let (end, limit) = (streams[stream].end, limit > .max / 1_000_000 ? .max : limit * 1_000_000)
    var next = streams[stream].next
    defer { streams[stream].next = next }
    while next < end {
      let row = run.rows[next].bits
      guard let spill = RowBits.spill(row).map({ spills[$0] }), case .after(let time) = spill.response else {
        break
      }
      if time >= limit && limit < .max {
        streams[stream].upcoming = time / 1_000_000
        return nil
      }
      next += 1
      let minute = RowBits.minute(row)
      guard run.minutes.contains(minute) else { continue }
      let key = keys.key(minute: minute, set: spill.attributes, isNever: false)
      spilledSums[key] += Int128(time) * Int128(spill.weight)
      counters[key].left -= spill.weight
      if counters[key].left <= 0, spill.weight > 0 { return Found(key: key, time: time) }
    }
    streams[stream].upcoming = .max
    return nil
  }

  /// The times of the bin, in no order, whose key has a place, 0 or more: they are given it as their key.
  func bin(_ places: [Int32]) -> [Found] {
    var found: [Found] = []
    for stream in streams where stream.first < stream.next {
      let (run, keys) = runs[stream.run]
      let rows = run.rows[stream.first..<stream.next]
      if stream.isSpilled {
        for row in rows {
          let minute = RowBits.minute(row.bits)
          guard run.minutes.contains(minute), let spill = RowBits.spill(row.bits).map({ spills[$0] }),
            case .after(let time) = spill.response
          else { continue }
          let place = places[keys.key(minute: minute, set: spill.attributes, isNever: false)]
          if place >= 0 { found.append(Found(key: Int(place), time: time, weight: spill.weight)) }
        }
        continue
      }
      unsafe places.withUnsafeBufferPointer { places in
        keys.withKernel(
          minutes: { unsafe ResponseWalk.gather(rows, run.minutes, $0, places, &found) },
          attributes: { unsafe ResponseWalk.gather(rows, run.minutes, $0, places, &found) },
          maps: { unsafe ResponseWalk.gather(rows, run.minutes, $0, places, &found) })
      }
    }
    return found
  }

  private static func gather(
    _ rows: ArraySlice<PackedLead>, _ minutes: Range<Int>, _ kernel: some RowKernel,
    _ places: UnsafeBufferPointer<Int32>, _ found: inout [Found]
  ) {
    let (first, length) = (UInt64(minutes.lowerBound), UInt64(minutes.count))
    for row in rows where row.bits &>> 50 &- first < length {
      let place = unsafe places[kernel.key(row.bits)]
      if place >= 0 { found.append(Found(key: Int(place), time: Int64(RowBits.code(row.bits)) * 1_000_000)) }
    }
  }
}
