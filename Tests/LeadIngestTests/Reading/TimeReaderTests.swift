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
