import LeadModel
import Testing

@testable import LeadIngest

/// The kernels against times counted by hand, and against the exact parser on fields with something wrong.
@Suite struct TimestampKernelTests {
  /// A random time and the ways to write it; the separators are those of the columns tried.
  struct Sample {
    var (year, month, day, hour, minute, second, micros) = (0, 0, 0, 0, 0, 0, 0)

    init(_ random: inout SeededNumbers) {
      year = Int.random(in: 1900...2299, using: &random)
      month = Int.random(in: 1...12, using: &random)
      day = Int.random(in: 1...lengths(year)[month - 1], using: &random)
      hour = Int.random(in: 0...23, using: &random)
      minute = Int.random(in: 0...59, using: &random)
      second = Int.random(in: 0...59, using: &random)
      micros = Int.random(in: 0...999_999, using: &random)
    }

    func local(seconds: Bool = true, fraction: Bool = false) -> Int64 {
      counted(year, month, day, hour, minute, seconds ? second : 0, fraction ? micros : 0)
    }

    func number(_ value: Int, _ isPadded: Bool) -> String {
      isPadded && value < 10 ? "0\(value)" : "\(value)"
    }

    func yearFirst(_ separator: Character, gap: String) -> String {
      "\(year)\(separator)\(number(month, true))\(separator)\(number(day, true))\(gap)"
    }

    func yearLast(_ separator: Character, _ order: DateOrder, padded: Bool) -> String {
      let (one, two) = order == .monthFirst ? (month, day) : (day, month)
      return "\(number(one, padded))\(separator)\(number(two, padded))\(separator)\(year) "
    }

    func clock(seconds: Bool, padded: Bool = true) -> String {
      "\(number(hour, padded)):\(number(minute, true))" + (seconds ? ":\(number(second, true))" : "")
    }

    func halves(seconds: Bool, padded: Bool) -> String {
      let text = "\(number(hour % 12 == 0 ? 12 : hour % 12, padded)):\(number(minute, true))"
      return text + (seconds ? ":\(number(second, true))" : "") + (hour < 12 ? " AM" : " PM")
    }

    var fraction: String { "." + String(String(1_000_000 + micros).dropFirst()) }
  }

  @Test(arguments: ["-", "/", "."] as [Character])
  func yearsFirst(separator: Character) {
    var random = SeededNumbers(state: 1)
    let parser = TimestampParser(form: TimestampForm(.yearFirst, separator: separator.asciiValue!))
    for _ in 0..<4_000 {
      let sample = Sample(&random)
      for gap in [" ", "T"] {
        let date = sample.yearFirst(separator, gap: gap)
        let full = date + sample.clock(seconds: true)
        let cases: [(String, Int64, Bool)] = [
          (date + sample.clock(seconds: false), sample.local(seconds: false), false),
          (full, sample.local(), false), (full + "Z", sample.local(), true),
          (full + sample.fraction, sample.local(fraction: true), false),
          (full + sample.fraction + "999Z", sample.local(fraction: true), true),
          (full + "-05:30", sample.local() + 19_800_000_000, true),
          (full + sample.fraction + "+14:00", sample.local(fraction: true) - 50_400_000_000, true),
        ]
        for (text, micros, isInstant) in cases {
          let expected = ParsedTime(microseconds: micros, isInstant: isInstant)
          let fast = withField(text) { parser.fastYearFirst($0) }
          if fast != expected { Issue.record("\(text): \(String(describing: fast)), not \(expected)") }
        }
      }
    }
  }

  @Test(arguments: ["-", "/", "."] as [Character], [DateOrder.monthFirst, .dayFirst])
  func yearsLast(separator: Character, order: DateOrder) {
    var random = SeededNumbers(state: 2)
    let form = TimestampForm(.yearLast, separator: separator.asciiValue!, order: order)
    let parser = TimestampParser(form: form)
    for _ in 0..<4_000 {
      let sample = Sample(&random)
      for isPadded in [true, false] {
        for seconds in [true, false] {
          let date = sample.yearLast(separator, order, padded: isPadded)
          for clock in [
            sample.clock(seconds: seconds, padded: isPadded),
            sample.halves(seconds: seconds, padded: isPadded),
            sample.halves(seconds: seconds, padded: true).lowercased(),
          ] {
            let expected = ParsedTime(microseconds: sample.local(seconds: seconds), isInstant: false)
            let fast = withField(date + clock) { parser.fastYearLast($0) }
            if fast != expected { Issue.record("\(date)\(clock): \(String(describing: fast))") }
          }
        }
      }
    }
  }

  /// Whatever a kernel reads, the exact parser reads alike; so a field it should not read shows here.
  @Test func mutatedFieldsAreReadAsTheExactParserReadsThem() {
    var random = SeededNumbers(state: 3)
    let letters = Array("0123456789-/.: TZAPMapm+,\u{0}\u{7F}z".utf8) + [0x80, 0xFF]
    let forms = [
      TimestampForm(.yearFirst), TimestampForm(.yearFirst, separator: 0x2F),
      TimestampForm(.yearLast, separator: 0x2F, order: .monthFirst),
      TimestampForm(.yearLast, separator: 0x2E, order: .dayFirst),
    ]
    for round in 0..<60_000 {
      let form = forms[round % forms.count]
      let separator = Character(Unicode.Scalar(form.separator))
      let sample = Sample(&random)
      let isPadded = Bool.random(using: &random)
      let clock = sample.clock(seconds: Bool.random(using: &random), padded: isPadded)
      let halves = sample.halves(seconds: Bool.random(using: &random), padded: isPadded)
      let tail = ["", "Z", "+01:00", sample.fraction].randomElement(using: &random)!
      let text =
        form.style == .yearFirst
        ? sample.yearFirst(separator, gap: "T") + clock + tail
        : sample.yearLast(separator, form.order!, padded: isPadded)
          + [clock, halves].randomElement(using: &random)!
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: position)
        case 1: bytes.insert(letters.randomElement(using: &random)!, at: position)
        default: bytes[position] = letters.randomElement(using: &random)!
        }
      }
      let (fast, exact) = withField(bytes) { field in
        (TimestampParser(form: form).parse(field), try? exactTimestamp(field, form: form))
      }
      if fast != exact {
        Issue.record(
          "\(String(decoding: bytes, as: UTF8.self)): \(String(describing: fast)), not \(String(describing: exact))"
        )
      }
    }
  }

  @Test func everyDayIsCheckedByTheKernels() {
    let forms = [TimestampForm(.yearFirst), TimestampForm(.yearLast, separator: 0x2F, order: .monthFirst)]
    for year in [1900, 1999, 2000, 2023, 2024, 2100] {
      for month in 0...13 {
        for day in 0...32 {
          let exists = (1...12).contains(month) && day >= 1 && day <= lengths(year)[month - 1]
          let pair = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
          let texts = ["\(year)-\(pair(month))-\(pair(day)) 10:00", "\(month)/\(day)/\(year) 10:00"]
          for (form, text) in zip(forms, texts) {
            let read = withField(text) { TimestampParser(form: form).parse($0)?.microseconds }
            if read != (exists ? counted(year, month, day, 10) : nil) { Issue.record("\(text)") }
          }
        }
      }
    }
  }
}
