import LeadModel
import Testing

@testable import LeadIngest

/// Whatever bytes come, nothing traps, and what is read keeps its bounds.
@Suite struct GarbageTests {
  private static let pieces: [[UInt8]] =
    [
      "2024", "-", "/", ".", ":", "T", "Z", " ", ",", "AM", "pm", "Jan", "Monday", "+", "1", "31", "12", "00",
      "45306", "1705329000", "999999999999999999", "UTC", "\"", "\n", "\r", ";", "\t", "off", "*", "Mon-Fri",
      "24:00", "\u{A0}", "\u{202F}", "rep_name,day_of_week,start_time,end_time\n", "ab", "(", ")",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC2], [0xE2, 0x80], [0x80]]

  private static func garbage(_ random: inout SeededNumbers, upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &random)).flatMap { _ in pieces.randomElement(using: &random)! }
  }

  @Test func fields() {
    var random = SeededNumbers(state: 4)
    let earliest = counted(1899, 12, 30), latest = counted(2300, 1, 3)
    var readable = 0
    for _ in 0..<40_000 {
      let bytes = GarbageTests.garbage(&random, upTo: 9)
      let form = TimestampForm(
        TimestampForm.Style.allCases.randomElement(using: &random)!, separator: 0x2F,
        order: [.monthFirst, .dayFirst, nil].randomElement(using: &random)!,
        allowsDateOnly: Bool.random(using: &random), allowsShortYears: Bool.random(using: &random))
      withField(bytes) { field in
        let parser = TimestampParser(form: form)
        let time = parser.parse(field)
        if let time {
          readable += 1
          if time.microseconds < earliest || time.microseconds > latest {
            Issue.record("\(bytes) is \(time)")
          }
        }
        if (time == nil) != (parser.fault(of: field) != nil) {
          Issue.record("\(bytes) has a fault and a time")
        }
        var evidence = FormEvidence()
        evidence.add(field)
        let duration = parseDuration(field, form: DurationForm(unit: .hours))
        if let duration, abs(duration) > 1 << 62 { Issue.record("\(bytes) takes \(duration)") }
        if let weight = parseWeight(field), !(0..<1_000_000_000).contains(weight) {
          Issue.record("\(bytes) weighs \(weight)")
        }
        _ = parseWithin(field)
        if field.trimmed.trimmed.count != field.trimmed.count { Issue.record("\(bytes) is not trimmed") }
        _ = HeaderText(field.text)
      }
    }
    #expect(readable > 100)
  }

  @Test func schedules() {
    var random = SeededNumbers(state: 5)
    var read = 0
    for round in 0..<4_000 {
      let header = round % 2 == 0 ? Array("rep_name,day_of_week,start_time,end_time\n".utf8) : []
      let bytes = header + GarbageTests.garbage(&random, upTo: 30)
      guard let schedule = try? readSchedule(Bytes(bytes), name: "x") else { continue }
      read += 1
      for shift in schedule.shifts where shift.weekdays.isEmpty || shift.rep.isEmpty {
        Issue.record("\(bytes): \(shift)")
      }
    }
    #expect(read > 50)
  }
}
