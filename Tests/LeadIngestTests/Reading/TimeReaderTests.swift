import LeadModel
import Testing

@testable import LeadIngest

/// Timestamps with a memory of the last date against timestamps one by one.
@Suite struct TimeReaderTests {
  static let forms = [
    TimestampForm(.yearFirst), TimestampForm(.yearLast, order: .monthFirst),
    TimestampForm(.yearLast, order: .dayFirst),
  ]

  @Test(arguments: 0..<3)
  func whatWasReadBeforeChangesNothing(form: Int) {
    var random = SeededNumbers(state: UInt64(form) + 1)
    let parser = TimestampParser(form: Self.forms[form])
    var reader = TimeReader(parser)
    var read = 0
    for _ in 0..<20_000 {
      let text = timestamp(&random)
      let (fast, slow) = withField(text) { (reader.read($0), readTime($0, parser)) }
      #expect(fast == slow, "\(text)")
      if fast != nil { read += 1 }
    }
    #expect(read > 4_000)
  }

  /// Whole columns beside fields one by one, the column in the middle and the last one.
  @Test(arguments: 0..<3, [0, 1])
  func columnsAreReadLikeFields(form: Int, column: Int) throws {
    var random = SeededNumbers(state: UInt64(form) + 10)
    let parser = TimestampParser(form: Self.forms[form])
    let zone = ZoneRules(
      name: "x",
      transitions: [
        .init(at: .min, offset: 3_600), .init(at: 1_704_450_000, offset: 7_200),
        .init(at: 1_704_540_000, offset: 3_600),
      ])
    for round in 0..<60 {
      var (text, rows, usual) = ("", [String](), timestamp(&random))
      for _ in 0..<200 {
        // Mostly the date of the row before at another time: runs of all lengths.
        // In every third round dates come in no order.
        switch Int.random(in: 0..<(round % 3 == 0 ? 3 : 20), using: &random) {
        case 0: usual = timestamp(&random)
        case 1, 2: rows.append("")
        default:
          let digits = usual.indices.dropFirst(11).filter { usual[$0].isNumber }
          guard let digit = digits.randomElement(using: &random) else { break }
          usual.replaceSubrange(digit...digit, with: String(Int.random(in: 0...9, using: &random)))
        }
        rows.append(usual)
      }
      rows = rows.map { $0.replacing(",", with: "") }
      for row in rows { text += column == 0 ? "\(row),x\r\n" : "x,\(row)\r\n" }
      var feed = LeadSource(name: "f", siteName: "f", bytes: .bytes(Bytes(Array(text.utf8)))).feed(1 << 16)
      var index = RowIndex(delimiter: UInt8(ascii: ","))
      let window = try feed.window()
      _ = index.scan(window.base, count: window.count)
      #expect(index.rowCount == rows.count)
      var clock = ZoneCursor(zone)
      let fields = ColumnFields(window, index, column, width: 2)
      let read = unsafe [Int64](unsafeUninitializedCapacity: rows.count) { instants, count in
        unsafe RowBatch.read(
          fields, parser, rows.count, &clock, blank: -7, takesInstants: round % 2 == 0,
          to: instants.baseAddress!)
        count = rows.count
      }
      let expected = rows.map { row -> Int64 in
        if row.isEmpty { return -7 }
        guard let time = withField(row, { readTime($0, parser) }) else { return RowBatch.odd }
        if time.isInstant { return round % 2 == 0 ? time.microseconds : RowBatch.odd }
        if case .once(let instant) = zone.instants(of: LocalTime(microseconds: time.microseconds)) {
          return instant.microseconds
        }
        return RowBatch.odd
      }
      #expect(read == expected)
    }
  }

  /// A date of few and a clock of many, sometimes spoilt.
  private func timestamp(_ random: inout SeededNumbers) -> String {
    let dates = ["2024-01-05", "2024-01-06", "1/5/2024", "1/15/2024", "11/12/2024", "12.11.2024", "2024-1-5"]
    let clocks = [
      "14:30:59", "04:00:00", "24:00:00", "23:60:00", "14:30", "2:30", "2:30 PM", "02:30 PM", "12:00 AM",
      "12:59 PM", "0:30 AM", "13:30 PM", "2:30 pm", "2:30:15 AM", "14:30:59Z", "14:30:59.5", "14:30:59+01:00",
      "14:30 ", "1430", "",
    ]
    var text = dates.randomElement(using: &random)!
    text += [" ", "T", ", ", " ", " "].randomElement(using: &random)! + clocks.randomElement(using: &random)!
    if Int.random(in: 0..<10, using: &random) == 0, !text.isEmpty {
      let position = text.indices.randomElement(using: &random)!
      text.replaceSubrange(
        position...position, with: ["x", "0", ":", " ", "9"].randomElement(using: &random)!)
    }
    return text
  }
}
