import Testing

@testable import LeadIngest

// 1705329000 is 2024-01-15 14:30:00 UTC (`date -ud @1705329000`); every expectation is counted from it by hand.
private let halfPastTwo: Int64 = 1_705_329_000_000_000

@Suite struct TimestampFormTests {
  /// Read in a column of any kind.
  @Test(arguments: [
    "2024-01-15 14:30", "2024-01-15T14:30", "2024-01-15 14:30:00", "2024-01-15T14:30:00",
    "2024-01-15t14:30:00", "2024-01-15 14:30:00.0", "2024-01-15 14:30:00.000000", "2024-01-15 14:30:00,000",
    "2024-01-15 14:30:00.0000009", "2024-01-15  14:30", "2024-01-15, 14:30", "2024-1-15 14:30:00",
    "2024/01/15 14:30:00", "2024/1/15 14:30", "2024.01.15 14:30", "2024-01-15 02:30 PM", "2024-01-15 2:30 pm",
    "2024-01-15 14:30 PM",
    "2024/01/15, 2:30:00 PM", "2024-Jan-15 14:30", "20240115T1430", "20240115T143000", "20240115143000",
    "202401151430", "20240115T143000.5", "15 Jan 2024 14:30", "15 January 2024 14:30:00",
    "2024 Jan 15 02:30:00 PM", "2024 January 15, 14:30", "2024 Jan. 15 14:30", "15-Jan-2024 14:30",
    "15/Jan/2024 14:30", "15-JAN-24 14:30", "Jan 15, 2024 02:30 PM", "Jan 15, 2024, 2:30:00 PM",
    "Jan. 15, 2024 2:30 p.m.", "January 15, 2024 at 2:30 PM", "Mon, 15 Jan 2024 14:30:00",
    "Monday, January 15, 2024 2:30 PM", "Mon Jan 15 2024 14:30:00", "15 Jan 2024, 14:30",
    "45306.604166667", "45306.6041666667", "45306.60416666666", "45306,604166667", "45306.60417",
    "2024-01-15\u{A0}14:30", "Jan 15, 2024, 2:30\u{202F}PM", "20240115 14:30", "20240115 14:30:00",
    "2024-01-15 14.30",
    "2024-01-15 @ 2:30pm", "2024-01-15 14.30.00", "15-JAN-24 02.30.00.000000 PM",
    "15JAN2024:14:30:00", "15/Jan/2024:14:30:00",
    "Jan 15 2024  2:30PM", "Jan 15 2024 02:30:00:000PM", "Mon Jan 15 14:30:00 2024", "Mon 15-Jan-2024 14:30",
    "Monday 2024-01-15 14:30", "2024-01-15 - 14:30", "2024-01-15 14h30", "2024-01-15 14:30 Uhr",
    "2024-01-15 2:30 p. m.",
    "15. Jan. 2024 14:30", "15. Januar 2024 um 14:30 Uhr", "15 janv. 2024, 14:30", "15 JANVIER 2024 à 14h30",
    "15-janv.-2024 02:30 PM", "15 ene 2024, 2:30 p. m.", "15 de enero de 2024, 14:30", "15 gen 2024 14:30",
    "15 de jan. de 2024 às 14:30", "15 januari 2024 om 14:30", "15. jan. 2024 kl. 14.30",
    "15.janv.2024 14:30",
    "2024. 01. 15. 14:30", "2024.01.15. 14:30:00",
    "2024-01-15 14:30 hrs", "2024-01-15 14:30:00 HRS", "2024-01-15 14:30h", "15 Jan 2024 14.30 uhr",
    "14:30 hrs 2024-01-15",
    "2024-01-15-14.30.00.000000", "2024-01-15-14.30", "January 15th, 2024 02:30 PM",
    "15th January 2024 14:30",
    "Monday, 15th of January 2024 at 2:30pm", "Mon, Jan 15TH 2024 14:30", "Jan-15-2024 14:30",
    "JAN-15-24 02:30:00 PM", "14:30 2024-01-15", "2:30 PM, 15 Jan 2024", "14:30:00 15-Jan-2024",
    "Mon 15JAN2024 14:30",
  ])
  func localTimes(text: String) {
    for form in [TimestampForm(.yearFirst), TimestampForm(.yearLast, separator: 0x2F, order: .monthFirst)] {
      let parsed = withField(text) { TimestampParser(form: form).parse($0) }
      let expected = text.hasSuffix(".5") ? halfPastTwo + 500_000 : halfPastTwo
      #expect(parsed == ParsedTime(microseconds: expected, isInstant: false))
    }
  }

  @Test(arguments: [
    "2024-01-15T14:30:00Z", "2024-01-15T14:30Z", "2024-01-15 14:30:00z", "2024-01-15T14:30:00.000Z",
    "2024-01-15 14:30:00 UTC", "2024-01-15 14:30:00 GMT", "2024-01-15 14:30:00 utc",
    "2024-01-15T14:30:00+00:00", "2024-01-15T14:30:00-00:00", "2024-01-15 14:30:00+00",
    "2024-01-15T15:30:00+01:00", "2024-01-15T15:30:00+0100", "2024-01-15 15:30:00+01",
    "2024-01-15 15:30:00 +0100", "2024-01-15T09:30:00-05:00", "2024-01-15T09:30:00.000000-05:00",
    "2024-01-15T20:15:00+05:45", "2024-01-16T04:29:00.0+13:59", "2024-01-15 15:30:00 GMT+01:00",
    "Mon Jan 15 14:30:00 +0000 2024", "Mon Jan 15 14:30:00 UTC 2024", "15/Jan/2024:15:30:00 +0100",
    "Mon Jan 15 2024 15:30:00 GMT+0100 (Central European Standard Time)", "2024-01-15T14:30:00Z[UTC]",
    "2024-01-15T15:30:00+01:00[Europe/Berlin]",
    "20240115T143000Z", "202401151430Z", "202401151530+0100", "Mon, 15 Jan 2024 14:30:00 +0000",
    "Jan 15, 2024 09:30 AM -05:00",
    "Mon Jan 15 15:30:00 2024 +0100", "Jan 15 14:30:00 2024 UTC", "2024-01-15 14:30 (UTC)",
    "2024-01-15 15:30 Uhr GMT+1",
    "2024-01-15 14:30 [UTC]", "2024-01-15 2:30 PM (GMT)", "2024-01-15T14:30:00(utc)",
    "2024-01-15 15:30 (UTC+01:00)",
    "2024/01/15 4:30:00 PM GMT+2", "2024/01/15 8:00:00 PM GMT+5:30", "2024-01-15 15:30 UTC+1",
    "2024-01-15 11:30:00 UTC-3", "2024-01-15 15:30:00+1", "2024-01-15 15:30:00 +1:00",
    "2024-01-15T11:00:00-3:30", "2024/01/15 2:30:00 PM GMT", "Mon Jan 15 15:30:00 GMT+1 2024",
    "1705329000", "1705329000000", "1705329000000000", "1705329000.0", "1705329000000.4",
    "1705329000000000.9",
  ])
  func instants(text: String) {
    let parsed = withField(text) { TimestampParser(form: TimestampForm(.yearFirst)).parse($0) }
    let expected = halfPastTwo + (text.hasSuffix("0.4") ? 400 : 0)
    #expect(parsed == ParsedTime(microseconds: expected, isInstant: true))
  }

  @Test(arguments: [
    ("2024-01-15 14:30:00.257503", 257_503), ("2024-01-15 14:30:00.2575039", 257_503),
    ("2024-01-15T14:30:59.999999999", 59_999_999), ("2024-01-15 14:30:00.25", 250_000),
    ("2024-01-15T14:30:01.5Z", 1_500_000), ("2024-01-15T15:30:01.123456789+01:00", 1_123_456),
    ("45306.604172454", 500_000), ("45306.60418", 1_000_000), ("1705329000.257503", 257_503),
  ])
  func fractionsAreCutAtTheMicrosecond(text: String, beyond: Int64) {
    let parsed = withField(text) { TimestampParser(form: TimestampForm(.yearFirst)).parse($0) }
    #expect(parsed?.microseconds == halfPastTwo + beyond)
  }

  @Test(arguments: [
    "1/15/2024 2:30 PM", "01/15/2024 02:30 PM", "1/15/2024 2:30:00 PM", "1/15/2024 14:30",
    "01/15/2024 14:30:00", "1/15/2024, 2:30 PM", "1/15/2024, 2:30:00 PM", "1/15/2024 2:30pm",
    "1/15/2024 14:30 PM", "01/15/2024 14:30:00 PM",
    "1-15-2024 14:30", "01.15.2024 14:30", "1/15/2024 2:30 p.m.", "14:30 1/15/2024", "1/15/2024 14:30 hrs",
    "2:30 PM 01/15/2024",
  ])
  func monthFirst(text: String) {
    for separator in "/-." {
      let form = TimestampForm(.yearLast, separator: separator.asciiValue!, order: .monthFirst)
      let parsed = withField(text) { TimestampParser(form: form).parse($0) }
      #expect(parsed == ParsedTime(microseconds: halfPastTwo, isInstant: false))
    }
  }

  @Test(arguments: [
    "15/1/2024 2:30 PM", "15/01/2024 14:30", "15.01.2024 14:30", "15.1.2024, 14:30:00", "15-01-2024 14:30",
    "15-1-2024 14:30:00.000", "15. 1. 2024 14:30", "15. 01. 2024, 14:30:00",
    "14:30 15/01/2024", "14:30:00, 15.1.2024",
  ])
  func dayFirst(text: String) {
    for separator in "/-." {
      let form = TimestampForm(.yearLast, separator: separator.asciiValue!, order: .dayFirst)
      let parsed = withField(text) { TimestampParser(form: form).parse($0) }
      #expect(parsed == ParsedTime(microseconds: halfPastTwo, isInstant: false))
    }
  }

  /// Names of the first day of each month as systems write them.
  @Test(
    arguments: [
      "Jan Jan. janv. Jänner janvier enero ene gennaio gen janeiro januari JAN",
      "Feb Febr févr. FÉVRIER fevrier fev febrero febbraio fevereiro februari",
      "Mar März Mär MÄRZ Mrz maerz mars marzo março mrt maart marts",
      "Apr avr. avril abril abr aprile april", "May Mai mayo mag maggio maio mei maj",
      "Jun Juni juin junio giu giugno junho", "Jul Juli juil. juillet julio lug luglio julho",
      "Aug août AOÛT aout agosto ago augustus augusti",
      "Sep Sept. September septembre septiembre set settembre setembro",
      "Oct Okt Oktober octobre ott ottobre out okt",
      "Nov November novembre noviembre novembro",
      "Dec Dez déc. décembre diciembre dic dicembre dezembro desember des",
    ].enumerated().map { ($0.offset + 1, $0.element) })
  func monthsHaveNamesInOtherLanguages(month: Int, names: String) {
    for name in names.split(separator: " ") {
      let parsed = withField("1 \(name) 2024 14:30") {
        TimestampParser(form: TimestampForm(.monthName)).parse($0)
      }
      #expect(parsed?.microseconds == counted(2024, month, 1, 14, 30), "\(name)")
    }
  }

  /// As spreadsheets write them in Western Europe: 0xE4 is a with two dots, 0xE9 and 0xFB e and u with accents.
  @Test func monthsMayBeWindows1252() {
    for (name, month) in [
      ([0x4D, 0xE4, 0x72, 0x7A], 3), ([0x64, 0xE9, 0x63, 0x2E], 12), ([0x61, 0x6F, 0xFB, 0x74], 8),
    ] as [([UInt8], Int)] {
      let parsed = withField(Array("1 ".utf8) + name + Array(" 2024 14:30".utf8)) {
        TimestampParser(form: TimestampForm(.monthName)).parse($0)
      }
      #expect(parsed?.microseconds == counted(2024, month, 1, 14, 30))
    }
  }

  /// A word that is two months in two languages is none, nor is the beginning of one.
  @Test(arguments: ["lip", "lis", "listopad", "jui", "ja", "janua", "de", "märzo", "٠١"])
  func otherWordsAreNoMonths(name: String) {
    let found = withField("1 \(name) 2024 14:30") {
      TimestampParser(form: TimestampForm(.monthName)).fault(of: $0)
    }
    #expect(found == .unknownForm)
  }

  /// Other numbers of twelve digits are milliseconds, up to September 2001.
  @Test(arguments: [
    ("199001010000", counted(1990, 1, 1), false), ("209912312359", counted(2099, 12, 31, 23, 59), false),
    ("189912312359", 189_912_312_359_000, true), ("210001010000", 210_001_010_000_000, true),
    ("999999999999", 999_999_999_999_000, true),
  ])
  func twelveDigitsAreMillisecondsUnlessTheyAreADate(text: String, micros: Int64, isInstant: Bool) {
    let parsed = withField(text) { TimestampParser(form: TimestampForm(.epoch)).parse($0) }
    #expect(parsed == ParsedTime(microseconds: micros, isInstant: isInstant))
  }

  @Test func theOrderDecidesWhatTheNumbersMean() {
    let text = "2/3/2024 12:05 AM"
    func read(_ order: DateOrder) -> Int64? {
      let form = TimestampForm(.yearLast, separator: 0x2F, order: order)
      return withField(text) { TimestampParser(form: form).parse($0)?.microseconds }
    }
    #expect(read(.monthFirst) == counted(2024, 2, 3, 0, 5))
    #expect(read(.dayFirst) == counted(2024, 3, 2, 0, 5))
  }

  @Test(arguments: [
    ("1/15/2024 12:00 AM", 0), ("1/15/2024 12:59 AM", 59), ("1/15/2024 1:00 AM", 60),
    ("1/15/2024 11:59 AM", 719), ("1/15/2024 12:00 PM", 720), ("1/15/2024 12:30:00 PM", 750),
    ("1/15/2024 11:59 PM", 1_439), ("1/15/2024 24:00", 1_440), ("2024-01-15 24:00:00", 1_440),
    ("2024-01-15 00:00", 0),
  ])
  func twelveOClockAndMidnight(text: String, minute: Int64) {
    let form = TimestampForm(.yearLast, separator: 0x2F, order: .monthFirst)
    let parsed = withField(text) { TimestampParser(form: form).parse($0) }
    #expect(parsed?.microseconds == counted(2024, 1, 15) + minute * 60_000_000)
  }

  @Test func declaredColumnsMayHaveDatesAloneAndShortYears() {
    var form = TimestampForm(.yearLast, separator: 0x2F, order: .monthFirst)
    #expect(withField("1/15/2024") { TimestampParser(form: form).fault(of: $0) } == .noTimeOfDay)
    #expect(withField("1/15/24 14:30") { TimestampParser(form: form).fault(of: $0) } == .shortYear)
    form.allowsDateOnly = true
    form.allowsShortYears = ByMark(true)
    for (text, minute) in [("1/15/2024", 0), ("2024-01-15", 0), ("20240115", 0), ("1/15/24 14:30", 870)] {
      let parsed = withField(text) { TimestampParser(form: form).parse($0) }
      #expect(parsed?.microseconds == counted(2024, 1, 15, 0, minute))
    }
  }

  @Test(arguments: [
    ("2023-02-29 10:00", TimeFault.noSuchDay), ("2024-04-31 10:00", .noSuchDay),
    ("2024-13-01 10:00", .noSuchDay), ("2024-00-10 10:00", .noSuchDay), ("2024-01-00 10:00", .noSuchDay),
    ("1900-02-29 10:00", .noSuchDay), ("0000-00-00 00:00:00", .noSuchDay), ("29 Feb 2023 10:00", .noSuchDay),
    ("2024-01-15 24:01", .noSuchTime), ("2024-01-15 25:00", .noSuchTime), ("2024-01-15 10:60", .noSuchTime),
    ("2024-01-15 10:00:60", .noSuchTime), ("2024-01-15 13:00 AM", .otherHalf),
    ("2024-01-15 0:30 PM", .otherHalf), ("2024-01-15 23:59:59 a.m.", .otherHalf),
    ("2024-01-15 24:00 PM", .noSuchTime), ("2024-01-15 24:00 AM", .noSuchTime),
    ("2024-01-15 10:00+16:00", .noSuchOffset),
    ("2024-01-15 10:00+01:60", .noSuchOffset), ("2024-01-15T10:00:00+99:00", .noSuchOffset),
    ("2024-W03-1 10:00", .unknownForm), ("15-Foo-2024 10:00", .unknownForm), ("2024-01-15", .noTimeOfDay),
    ("20240115", .noTimeOfDay),
    ("15 Jan 2024", .noTimeOfDay), ("15/1/2024 10:00", .otherOrder(.dayFirst)),
    ("13/13/2024 10:00", .noSuchDay), ("2/30/2024 10:00", .noSuchDay), ("1/15/24 10:00", .shortYear),
    ("Mon Jan 15 14:30:00 EST 2024", .namedZone), ("Mon Jan 15 14:30:00", .unknownForm),
    ("2024-01-15 14:30 GMT (+0100)", .unknownForm), ("2024-01-15T14:30:00Z (x) y)", .unknownForm),
    ("2024-01-15 14:30 hours", .namedZone), ("2024-01-15 14:30 hrs hrs", .namedZone),
    ("2024-01-15 14 hrs", .unknownForm), ("2024-01-15 14:30 (h)", .namedZone), ("14:30 hrs", .unknownForm),
    ("2024-01-15 14:30 (CET)", .namedZone), ("2024-01-15 14:30 (UTC", .unknownForm),
    ("2024-01-15 14:30 (UTC]", .unknownForm), ("2024-01-15 14:30 [Europe/Berlin]", .namedZone),
    ("Mon Jan 15 14:30:00 2024 CET", .namedZone), ("Mon Jan 15 14:30:00 +0000 2024 UTC", .unknownForm),
    ("Mon Jan 15 14:30:00 2024 14:30", .unknownForm), ("2024-01-15-05:00", .unknownForm),
    ("2024-01-15--4.30.00", .unknownForm), ("2024-01-15-25.00.00", .noSuchTime),
    ("15th 2024 14:30", .unknownForm),
    ("15xx January 2024 14:30", .unknownForm), ("January 15xx 2024 14:30", .unknownForm),
    ("Jan-15/2024 14:30", .unknownForm), ("Jan-155-2024 14:30", .unknownForm), ("Jan-15-2024", .noTimeOfDay),
    ("Jan-32-2024 14:30", .noSuchDay), ("14:30 15/1/2024", .otherOrder(.dayFirst)),
    ("14:30 2024-01-15 14:30", .unknownForm), ("14:30 2024-01-15 UTC", .unknownForm),
    ("14:30 20240115", .unknownForm),
    ("14:302024-01-15", .unknownForm), ("14:30 Jan 15 2024", .unknownForm), ("14:30 15", .unknownForm),
    ("25:30 2024-01-15", .noSuchTime), ("1:05:00", .unknownForm), ("Mon 15", .unknownForm),
    ("15/", .unknownForm),
    ("2024-01-15T14:30:00Z[UTC", .unknownForm),
    ("2024-01-15 14:30:00:25", .unknownForm), ("2024-01-15 14.30:00", .unknownForm),
    ("Tue 2024-01-15 10:00", .otherWeekday), ("Mon 15/01/2024 10:00", .otherOrder(.dayFirst)),
    ("Tue 1/15/2024 10:00", .otherWeekday), ("15Foo2024 10:00", .unknownForm), ("20241315 10:00", .noSuchDay),
    ("Mon Jan 15 25:30:00 2024", .noSuchTime), ("2024-01-15 -14:30", .unknownForm),
    ("1899-12-31 10:00", .yearOutOfRange), ("2300-01-01 10:00", .yearOutOfRange),
    ("0001-01-01 00:00:00", .yearOutOfRange), ("2024-01-15 10:00 EST", .namedZone),
    ("2024-01-15 10:00 PST", .namedZone), ("Tue, 15 Jan 2024 10:00", .otherWeekday),
    ("hello", .unknownForm), ("14:30", .unknownForm), ("2024-01-15 14", .unknownForm),
    ("2024-01-15 1430", .unknownForm), ("2024-01-15 143000", .unknownForm),
    ("2024-01/15 14:30", .unknownForm), ("2024-01-15 14:3", .unknownForm),
    ("2024-01-15 14:30:0", .unknownForm), ("2024-01-15 14:30:00.", .unknownForm),
    ("2024-01-15 14:30:00 x", .namedZone), ("2024-01-15 14:30:00 1", .unknownForm),
    ("2024-01-15_14:30:00", .unknownForm), ("2024-01-15 14:30:00+", .unknownForm),
    ("2024-01-15 14:30:00+530", .unknownForm), ("2024-01-15 14:30:00+1:3", .unknownForm),
    ("2024-01-15 14:30:00 GMT+1:60", .noSuchOffset), ("2024-01-15 14:30 CET+1", .namedZone),
    ("2024-01-15 14:30:00+01:0", .unknownForm), ("2024-01-15 14:30:00Z+1", .unknownForm),
    ("2024-01-155 14:30", .unknownForm), ("02024-01-15 14:30", .unknownForm), ("1/2/3 10:00", .unknownForm),
    ("202413151430", .noSuchDay), ("202402300800", .noSuchDay), ("202401152430", .noSuchTime),
    ("202401150860", .noSuchTime), ("202401151430.5", .unknownForm), ("202401151430 14:30", .unknownForm),
    ("45", .unknownForm), ("12.5", .unknownForm), ("-45306.5", .unknownForm), ("99999", .unknownForm),
    ("45306.", .unknownForm), ("1.7053E+12", .unknownForm),
    ("17053290000", .unknownForm), ("99999999999999999999999", .unknownForm), ("24-01-15 14:30", .shortYear),
    ("2024-01-15T14:30:00\u{0}", .unknownForm), ("", .unknownForm), ("٢٠٢٤-01-15 14:30", .unknownForm),
  ])
  func whatCannotBeIsRefusedWithAReason(text: String, fault: TimeFault) {
    let form = TimestampForm(.yearLast, separator: 0x2F, order: .monthFirst)
    let found = withField(text) { TimestampParser(form: form).fault(of: $0) }
    #expect(found == fault)
    #expect(withField(text) { TimestampParser(form: form).parse($0) } == nil)
  }

  @Test func withoutAnOrderNothingIsGuessed() {
    let found = withField("25/1/2024 10:00") {
      TimestampParser(form: TimestampForm(.yearFirst)).fault(of: $0)
    }
    #expect(found == .unknownOrder)
  }

  @Test(arguments: [
    "0000-00-00", "0000-00-00 00:00:00", "00/00/0000 00:00", "0000-00-00T00:00:00.000000", "", "-", "?",
    "N/A", "n/a", "null", "NULL", "None", "none", "NaT", "NA", "nan", "NaN", "#N/A", "\\N", "—", ".",
    "[null]", "<NULL>", "(blank)", "(null)", "N.A.", "n.a.", "(None)", "(not set)", "(empty)", "---", "never",
    "Never",
    "Invalid Date", "invalid date", "#VALUE!", "#REF!", "0001-01-01 00:00:00", "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00.0000000", "0001-01-01", "1/1/0001 12:00:00 AM", "01.01.0001 00:00:00",
    "0001-01-01 00:00:00 +00:00",
  ])
  func blankWordsAreBlank(text: String) { #expect(withField(text) { isBlankTime($0) }) }

  @Test(arguments: [
    "..", "blank", "0", "00:00:00", "00000000", "0000000000", "0000-00-01", "0000-00-00 00:00:01", "0",
    "nevermore", "x", "nul", "2024", "nulls", "----", "tbd", "not set", "(set)", "#REF", "invalid dates",
    "n.a",
    "0001-01-02 00:00:00", "0001-01-01 00:00:01", "1/1/01 12:00:00 AM", "1/1/0001 12:00:00 PM",
    "0001-01-01 x", "0001", "1/1/2001 00:00",
  ])
  func otherWordsAreNot(text: String) { #expect(!withField(text) { isBlankTime($0) }) }

  @Test func whiteSpaceAtTheEndsGoes() {
    for text in [" x ", "\tx\u{A0}", "\u{202F}\u{A0}x", "x", "x \r"] {
      #expect(withField(text) { $0.trimmed.text } == "x")
    }
    #expect(withField(" \u{A0} ") { $0.trimmed.count } == 0)
    #expect(withField("") { $0.trimmed.count } == 0)
  }
}
