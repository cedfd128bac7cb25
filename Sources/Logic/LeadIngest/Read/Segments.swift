import Dispatch
import LeadModel

/// The segments that are filled: the first takes all sources one after another, the others take second halves
/// of large ones.
@safe struct Segments: ~Copyable {
  let settings: ReadSettings
  private let idMode: Segment.IDMode
  private let areInMemory: Bool
  private let threads: Int
  private var all: [UnsafeMutablePointer<Segment>] = unsafe []

  /// One, empty. `areInMemory` says that all ids lie in mapped input.
  init(threads: Int, _ settings: ReadSettings, _ idMode: Segment.IDMode, areInMemory: Bool) {
    self.settings = settings
    self.idMode = idMode
    self.areInMemory = areInMemory
    // Looking ids up is a matter of one order, and so of one thread.
    self.threads = idMode == .numbered || idMode == .first ? 1 : threads
    unsafe all.append(makeSegment())
  }

  deinit {
    for index in unsafe all.indices { unsafe Segments.free(all[index]) }
  }

  private func makeSegment() -> UnsafeMutablePointer<Segment> {
    let segment = UnsafeMutablePointer<Segment>.allocate(capacity: 1)
    unsafe segment.initialize(to: Segment(settings, idMode, areInMemory: areInMemory))
    return unsafe segment
  }

  private static func free(_ segment: UnsafeMutablePointer<Segment>) {
    unsafe segment.deinitialize(count: 1)
    unsafe segment.deallocate()
  }

  var count: Int { unsafe all.count }

  /// Access to one of them.
  func with<Result>(_ index: Int, _ body: (inout Segment) -> Result) -> Result {
    unsafe body(&all[index].pointee)
  }

  /// Reads the rows of the `number`th source from where `feed` is.
  mutating func read(
    _ source: LeadSource, _ number: Int, _ plan: SourcePlan, _ feed: inout WindowFeed,
    _ part: inout PartAccount, _ tuning: ReadTuning
  ) throws(Failure) -> PartStop {
    var index = RowIndex(delimiter: plan.delimiter)
    guard case .bytes(let bytes) = source.bytes, feed.isDirect else {
      unsafe all[0].pointee.begin(plan, number: number, bytes: nil)
      return try unsafe all[0].pointee.read(&feed, plan, &index, &part)
    }
    unsafe all[0].pointee.begin(plan, number: number, bytes: bytes)
    if threads > 1, let cut = cut(bytes, from: feed.position, tuning) {
      return try readHalves(bytes, number, plan, from: feed.position, cut: cut, &part, tuning)
    }
    return try unsafe all[0].pointee.read(&feed, plan, &index, &part)
  }

  /// Where the second half of a large source may begin: after a line break near its middle. Whether that break
  /// is one between rows only shows when the first half has been read.
  private func cut(_ bytes: Bytes, from start: Int, _ tuning: ReadTuning) -> Int? {
    guard bytes.count - start >= tuning.splitSize else { return nil }
    return unsafe bytes.withUnsafeBytes { bytes in
      let middle = start + Int(Double(bytes.count - start) * tuning.splitPoint)
      let end = min(bytes.count - 1, middle + 1 << 20)
      for position in middle..<max(middle, end) where unsafe bytes[position] == 0x0A { return position + 1 }
      return nil
    }
  }

  /// Reads both halves at once. The second is thrown away where it turns out to begin inside a row.
  private mutating func readHalves(
    _ bytes: Bytes, _ number: Int, _ plan: SourcePlan, from start: Int, cut: Int,
    _ part: inout PartAccount, _ tuning: ReadTuning
  ) throws(Failure) -> PartStop {
    let second = unsafe makeSegment()
    unsafe second.pointee.begin(plan, number: number, bytes: bytes)
    let halves = unsafe [
      Half(all[0], plan, WindowFeed(bytes, range: start..<cut, size: tuning.windowSize), PartAccount()),
      Half(
        second, plan, WindowFeed(bytes, range: cut..<bytes.count, size: tuning.windowSize),
        .ofFollowing()),
    ]
    DispatchQueue.concurrentPerform(iterations: 2) { halves[$0].read() }
    let firstStop = try halves[0].stop.get()
    part = halves[0].part
    if case .end = firstStop {
      unsafe all.append(second)
      let secondStop = try halves[1].stop.get()
      part.append(halves[1].part)
      if case .idsOutOfOrder = secondStop { return secondStop }
      return part.order.accept(halves[1].part.order) ? secondStop : .idsOutOfOrder
    }
    unsafe Segments.free(second)
    guard case .cutRow = firstStop else { return firstStop }
    halves[0].goOn(to: bytes.count)
    part = halves[0].part
    return try halves[0].stop.get()
  }
}

/// A thread's share of a source. Only that thread touches it until it is done.
@safe private final class Half: @unchecked Sendable {
  private let segment: UnsafeMutablePointer<Segment>
  private let plan: SourcePlan
  private var feed: WindowFeed
  private var index: RowIndex
  private(set) var part: PartAccount
  private(set) var stop: Result<PartStop, Failure> = .success(.end)

  init(
    _ segment: UnsafeMutablePointer<Segment>, _ plan: SourcePlan, _ feed: consuming WindowFeed,
    _ part: PartAccount
  ) {
    unsafe self.segment = segment
    self.plan = plan
    self.feed = feed
    self.part = part
    index = RowIndex(delimiter: plan.delimiter)
  }

  func read() {
    do throws(Failure) {
      stop = .success(try unsafe segment.pointee.read(&feed, plan, &index, &part))
    } catch {
      stop = .failure(error)
    }
  }

  /// Goes on where the share ended, inside a row.
  func goOn(to end: Int) {
    feed.extend(to: end)
    part.unreadableFrom = nil
    read()
  }
}
