import LeadModel

/// Reads exports, in the order given, into a table of leads and an account of every row. A source refers by position
/// to those of `activities` that are taken together.
///
/// - Throws: what stands in the way, all of it at once: a required column is missing, too many rows cannot
///   be read, an offset without a configured zone, an unterminated quote …
package func readLeads(
  _ sources: [LeadSource], activities: [[ActivitySource]] = [], options: IngestOptions
) throws(Failure) -> Intake {
  try readLeads(sources, activities: activities, options: options, tuning: ReadTuning())
}

/// What changes how leads are read, but never what comes out.
struct ReadTuning {
  /// Bytes of a window.
  var windowSize = WindowFeed.usualSize
  /// Sources of at least so many bytes are read by two threads.
  var splitSize = 1 << 23
  /// Where such a source is cut, as a part of its length.
  var splitPoint = 0.5
}

func readLeads(
  _ sources: [LeadSource], activities: [[ActivitySource]] = [], options: IngestOptions, tuning: ReadTuning
) throws(Failure) -> Intake {
  let activities = activities.map { sources in
    Result { () throws(Failure) in try readActivities(sources, options: options) }
  }
  // Beside a source that does not come back there is no second pass: what one could be needed for is done at once.
  let isReadOnce = sources.contains(where: \.bytes.isReadOnce)
  let unordered = Segment.IDMode.unordered(options.rules.duplicates)
  var pass = Pass(
    idMode: isReadOnce || unordered == .ignored ? unordered : .ordered,
    needAllEvidence: isReadOnce ? Set(sources.indices.filter { !sources[$0].bytes.isReadOnce }) : [])
  while true {
    switch try pass.read(sources, activities, options, tuning) {
    case .done(let intake): return intake
    case .again(let next): pass = next
    }
  }
}

/// One attempt at reading everything. It begins with the cheapest assumptions; rows that belie them make it
/// begin again with others.
struct Pass {
  var idMode: Segment.IDMode
  /// Sources of which every row has to be looked at before the forms of their times are decided.
  var needAllEvidence: Set<Int> = []

  /// How an attempt ended.
  enum Outcome {
    case done(Intake)
    case again(Pass)
  }

  fileprivate func read(
    _ sources: [LeadSource], _ activities: [Result<Activities, Failure>], _ options: IngestOptions,
    _ tuning: ReadTuning
  ) throws(Failure) -> Outcome {
    let settings = ReadSettings(options, activities.map { try? $0.get() })
    var segments = Segments(
      threads: options.threads, settings, idMode, areInMemory: sources.allSatisfy(\.isDirect))
    var ledger = Ledger(options, activities)
    var order = IDOrder()
    let unordered = Segment.IDMode.unordered(options.rules.duplicates)
    for (number, source) in sources.enumerated() {
      var feed = source.feed(tuning.windowSize)
      let opened: OpenedSource
      do throws(Failure) {
        opened = try OpenedSource.open(
          source, &feed, options, allEvidence: needAllEvidence.contains(number))
      } catch {
        ledger.fail(error)
        continue
      }
      feed.consume(opened.dataStart - feed.position)
      var part = PartAccount()
      let stop: PartStop
      do throws(Failure) {
        stop = try segments.read(source, number, opened.plan, &feed, &part, tuning)
      } catch {
        ledger.fail(error)
        continue
      }
      switch stop {
      case .end, .cutRow: break
      case .idsOutOfOrder: return .again(Pass(idMode: unordered, needAllEvidence: needAllEvidence))
      case .needsAllEvidence:
        return .again(Pass(idMode: idMode, needAllEvidence: needAllEvidence.union([number])))
      }
      guard order.accept(part.order) else {
        return .again(Pass(idMode: unordered, needAllEvidence: needAllEvidence))
      }
      ledger.add(part, of: source, opened, doubt: feed.doubt)
    }
    ledger.checkTeamZones(segments.teamNames)
    ledger.checkRoster(segments.strangers)
    ledger.judgeRejected()
    ledger.checkActivities(segments)
    try ledger.throwIfFailed()
    return .done(ledger.intake(&segments))
  }
}

extension LeadSource {
  /// Whether its text can be read where it lies, and a second time.
  var isDirect: Bool {
    guard case .bytes(let bytes) = bytes else { return false }
    return reading(bytes).encoding == .utf8
  }

  private func reading(_ bytes: Bytes) -> TextReading {
    unsafe bytes.withUnsafeBytes { unsafe TextReading($0.prefix(TextReading.length), declared: encoding) }
  }

  /// The source as a row of windows, after a byte order mark.
  func feed(_ windowSize: Int) -> WindowFeed {
    switch bytes {
    case .blocks(let pull): return WindowFeed(BlockReader(pull, declared: encoding), size: windowSize)
    case .repeatable(let open): return WindowFeed(BlockReader(open(), declared: encoding), size: windowSize)
    case .bytes(let bytes):
      let reading = reading(bytes)
      guard reading.encoding == .utf8 else {
        return WindowFeed(BlockReader(bytes, declared: encoding), size: windowSize)
      }
      return WindowFeed(
        bytes, range: reading.mark..<bytes.count, size: windowSize, doubt: reading.doubt)
    }
  }
}
