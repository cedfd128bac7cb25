import Testing

@testable import LeadIngest

@Suite struct ValueTests {
  @Test(arguments: [
    ("0", DurationUnit.minutes, 0), ("12", .minutes, 720_000_000), ("12.5", .minutes, 750_000_000),
    ("12,5", .minutes, 750_000_000), ("1.234,5", .seconds, 1_234_500_000),
    ("1,234.5", .seconds, 1_234_500_000),
    ("1.234.567", .seconds, 1_234_567_000_000), ("1,234,567.25", .milliseconds, 1_234_567_250),
    ("1.5", .hours, 5_400_000_000), ("250", .milliseconds, 250_000), ("0.0000019", .seconds, 1),
    ("3599.9999999", .seconds, 3_599_999_999), ("-5", .minutes, -300_000_000),
    ("1:02:03", .minutes, 3_723_000_000),
    ("26:00:00", .seconds, 93_600_000_000), ("00:59:59.5", .hours, 3_599_500_000),
    ("-0:01:00", .hours, -60_000_000), ("1.0000000009", .hours, 3_600_000_003),
    ("0.0833333333", .hours, 299_999_999), ("0.1234567890123456789012", .hours, 444_444_440),
    ("1234.567", .seconds, 1_234_567_000), ("0.250", .seconds, 250_000), ("0,125", .seconds, 125_000),
    ("1234,567", .seconds, 1_234_567_000),
    ("0012", .seconds, 12_000_000), ("123456789.5", .milliseconds, 123_456_789_500),
    ("2 700", .seconds, 2_700_000_000), ("90'000", .seconds, 90_000_000_000),
    ("90’000", .milliseconds, 90_000_000),
    ("1\u{A0}234\u{A0}567", .milliseconds, 1_234_567_000), ("-2\u{202F}700,5", .seconds, -2_700_500_000),
    ("1'234.567", .seconds, 1_234_567_000), ("12 345,678", .seconds, 12_345_678_000),
    // 0.019444444 of 86,400 seconds are 1,679.9999616.
    ("0,019444444", .days, 1_679_999_961), ("1.5", .days, 129_600_000_000),
    ("1 000", .days, 86_400_000_000_000),
    ("0.00000000001", .days, 0), ("0.00000000002", .days, 1), ("3.09:53:30", .minutes, 294_810_000_000),
    ("3.09:53:30.1234567", .minutes, 294_810_123_456), ("-3.09:53:30", .minutes, -294_810_000_000),
    ("1:02:05:00", .minutes, 93_900_000_000), ("00:00:20:00", .hours, 1_200_000_000),
    ("0 00:20:00", .minutes, 1_200_000_000), ("2 03:04:05", .minutes, 183_845_000_000),
    ("+00:20:00", .hours, 1_200_000_000), ("+000000003 09:53:30.000000", .hours, 294_810_000_000),
    // As databases write them, and as programs do.
    (".066667", .hours, 240_001_200), ("-.5", .hours, -1_800_000_000), (",5", .minutes, 30_000_000),
    (".250", .seconds, 250_000), ("12.", .minutes, 720_000_000), ("-12.", .seconds, -12_000_000),
    ("+5", .minutes, 300_000_000), ("+1.5", .seconds, 1_500_000), ("+.5", .seconds, 500_000),
    ("5.5e-05", .hours, 198_000), ("5.5E-05", .hours, 198_000), ("5,5e-05", .hours, 198_000),
    ("1.5e0", .seconds, 1_500_000), ("1.234e+3", .seconds, 1_234_000_000),
    ("1.234E3", .seconds, 1_234_000_000),
    ("-2e-3", .seconds, -2_000), ("1.e2", .seconds, 100_000_000), (".5e1", .seconds, 5_000_000),
    ("0.0012e3", .seconds, 1_200_000), ("00012e-1", .seconds, 1_200_000), ("12e-007", .seconds, 1),
    ("0e999", .days, 0), ("1e-400", .days, 0), ("9e-99999999999999999999999", .days, 0),
    ("123456789012345e0", .milliseconds, 123_456_789_012_345_000), ("1e-11", .days, 0), ("2e-11", .days, 1),
    // A second, two tenths and a microsecond as parts of an hour in double precision.
    ("0.0002777777777777778", .hours, 1_000_000), ("5.5555555555555556e-05", .hours, 200_000),
    ("2.7777777777777778e-10", .hours, 1), ("1.1574074074074074e-05", .days, 999_999),
    // Twenty minutes, and a day and twenty minutes, as they leave a spreadsheet.
    ("1899-12-30 00:20:00", .hours, 1_200_000_000), ("1899-12-31 00:20:00", .hours, 87_600_000_000),
    ("1899-12-30T00:20:00.5", .hours, 1_200_500_000), ("12/30/1899 12:20:00 AM", .hours, 1_200_000_000),
    ("30.12.1899 00:20", .hours, 1_200_000_000),
    // And as ServiceNow writes them.
    ("1970-01-01 00:20:00", .hours, 1_200_000_000), ("1970-01-02 03:00:00", .minutes, 97_200_000_000),
    ("1970-01-01T00:00:00", .hours, 0), ("1970-02-01 00:00:01", .hours, 2_678_401_000_000),
  ])
  func durations(text: String, unit: DurationUnit, micros: Int64) {
    #expect(withField(text) { parseDuration($0, form: DurationForm(unit: unit)) } == micros)
  }

  @Test(arguments: [
    "", "-", "x", "1:2:3", "1:60:00", "1:00", "1..5", "12,", "1.23.456", "1,2,3", "--1", "+-1", "++1",
    ".5.", "..5", ".,5", ".e5", "e5", "1e", "1e+", "1e-", "1e5.5", "1e5e5", "1 e5", "1e 5", "1e+-5",
    "1.2.3e5",
    "1,000.5e3", "1e16", "1e999", "-1.5E+400", "1e99999999999999999999999", "0.1e17",
    "1 23", "1 2345", "1  234", "1\t234", "1234 567", "1 234'567", "1'23", "0 123", "'123", "1 234 ",
    "1.234 567",
    "12 345:00:00",
    "9999999999999999", "12.5.1", "1.234,5,6", "1,234,56", "9999999999999999.", "1e5 min", ".5 min",
    "3.09:53", "3.24:00:00", "3.9:53:30", "3.009:53:30", "1:2:03:04", "1:24:00:00", "1:02:03:04:05",
    "2 03:04",
    "2 3:04:05", "2, 03:04:05", "1.2.03:04:05", "3..09:53:30", "3. 09:53:30", "1000000 00:20:00",
    "+-00:20:00",
    "-+00:20:00", "1,234", "1.234",
    // Days of 1900 are counted from one of two dates, and an offset is that of a time.
    "1899-12-29 00:20:00", "1900-01-01 00:20:00", "1899-12-30", "1899-12-30 00:20:00Z", "1899-11-31 00:20:00",
    "1999-12-30 00:20:00", "1969-12-31 00:20:00", "1971-01-01 00:20:00", "1970-01-01", "1970-01-01 00:20:00Z",
    "1970-02-30 00:20:00", "01/01/1970 00:20:00",
  ])
  func whatIsNoDuration(text: String) {
    #expect(withField(text) { parseDuration($0, form: DurationForm(unit: .seconds)) } == nil)
  }

  /// In seconds.
  @Test(arguments: [
    ("10 min", 600.0), ("10min", 600), ("1 440 min", 86_400), ("1\u{A0}440,5 min", 86_430),
    ("1'000 s", 1_000), ("1h 5m", 3_900), ("1 h 5 min", 3_900), ("90s", 90), ("1 hour", 3_600),
    ("1.5 hours", 5_400), ("1,5 Hours", 5_400), ("2 hrs. 3 mins.", 7_380), ("250 ms", 0.25),
    ("2 weeks", 1_209_600),
    ("1 day, 2 hours and 5 minutes", 93_900), ("1 day and 1 second", 86_401), ("0 days 00:10:00", 600),
    ("2 days 03:04:05", 183_845), ("1 day, 0:00:01.5", 86_401.5), ("0 days 00:10:00.250000", 600.25),
    ("-1 days +23:50:00", -600), ("-1 days -00:00:01", -86_401), ("-5 min", -300), ("PT10M", 600),
    ("PT1H5M", 3_900),
    ("P1DT2H", 93_600), ("P2W", 1_209_600), ("pt0.5s", 0.5), ("-PT1M", -60), ("P1D", 86_400),
    ("P0Y0M0DT0H20M0S", 1_200), ("26h30", 95_400), ("5 min 30", 330),
    ("1 d 2h05", 93_900),
    ("0 years 0 mons 0 days 0 hours 20 mins 0.0 secs", 1_200), ("@ 1 day 20 mins", 87_600),
    ("1 Std. 5 Min.", 3_900), ("2 Tage, 1 Stunde und 1 Sekunde", 176_401), ("1 heure et 5 minutes", 3_900),
    ("2 jours", 172_800), ("1 día 2 horas y 5 minutos", 93_900), ("3 dias 1 hora", 262_800),
    ("1 giorno, 2 ore e 5 minuti", 93_900), ("1 dag, 2 uur en 5 minuten", 93_900), ("1:00:00 h", 3_600),
  ])
  func durationsThatNameTheirUnits(text: String, seconds: Double) {
    #expect(
      withField(text) { parseDuration($0, form: DurationForm(unit: nil)) } == Int64(seconds * 1_000_000))
  }

  @Test(arguments: [
    "min", "10 mins ago", "in 5 min", "5 min 1 h", "1 h 2 h", "10 min 5", "1h5", "P", "PT", "P1M", "P1Y",
    "PT1D", "P1H",
    "1:00 h", "1:00 min", "1:00:00 min", "1:00 d", "1 day 1:00:00 h", "1h 5 05", "1h60", "1h005", "1 d 05",
    "30 s 05", "1 h, 05",
    "1 year", "0 years 1 mons 0 days", "0.1 years", "P0Y1M", "1 mon", "@", "@ min", "1 hora i 5 minutos",
    "5 min 3:00:00", "1 hour 0:05:00", "2 days 03:04:05 5 min", "1,440 min",
    "03:04:05 2 days", "1 day 2:3", "1..5 h", "1. h", "10 bananas", "and 5 min",
    "5 min and",
    "9999999999 h", "- 5 min", "5 m m", "1e3 s", "999999999 weeks 999999999 days",
  ])
  func whatNamesUnitsButIsNoDuration(text: String) {
    #expect(withField(text) { parseDuration($0, form: DurationForm(unit: .seconds)) } == nil)
  }

  @Test(arguments: [
    (DecimalMark?.none, "1.234", Int64?.none), (nil, "1,234", nil), (nil, "1,23", 1_230_000),
    (.point, "1.234", 1_234_000), (.point, "1,234", 1_234_000_000), (.comma, "1,234", 1_234_000),
    (.comma, "1.234", 1_234_000_000), (.comma, "1.234.567", 1_234_567_000_000), (.comma, "1.5", 1_500_000),
    (.point, "1,234 s", 1_234_000_000), (.comma, "1,234 s", 1_234_000), (nil, "1,234.5 s", 1_234_500_000),
    (nil, "1.234 s", nil),
    // Nothing but the longest unit has thousands, and ISO 8601 none.
    (nil, "1m 1.234s", 61_234_000), (nil, "PT1.234S", 1_234_000), (.comma, "PT1.234S", 1_234_000),
    (.point, "-1,234", -1_234_000_000), (.point, "0,5", 500_000),
  ])
  func theMarkOfTheColumnDecidesWhatANumberLeavesOpen(mark: DecimalMark?, text: String, micros: Int64?) {
    #expect(
      withField(text) { parseDuration($0, form: DurationForm(unit: .seconds, decimalMark: mark)) } == micros)
  }

  @Test(arguments: [
    (DurationUnit?.some(.hours), "1:05", Int64?(3_900)), (.minutes, "1:05", 65), (.seconds, "1:05", nil),
    (nil, "1:05", nil),
    (.hours, "26:30", 95_400), (.minutes, "125:09", 7_509), (.hours, "-0:10", -600),
    (.hours, "1:05:07", 3_907),
    (.minutes, "1:05:07", 3_907), (.hours, "1:60", nil), (.minutes, "1:5", nil), (.minutes, "1:05.0", 65),
    (.hours, "1:05.5", nil), (nil, "1 day 2:03", 93_780), (.minutes, "1 day 2:03", 93_780),
  ])
  func clockTimeOfTwoPartsBeginsWithWhatIsSaid(first: DurationUnit?, text: String, seconds: Int64?) {
    let form = DurationForm(unit: .seconds, clockUnit: first)
    #expect(withField(text) { parseDuration($0, form: form) } == seconds.map { $0 * 1_000_000 })
  }

  @Test(
    arguments: [
      (.hours, "01:05 hrs", 3_900), (.hours, "1:05 h", 3_900), (.hours, "1:05 Std.", 3_900),
      (.minutes, "1:05 min", 65), (.hours, "1:05 min", 65), (.minutes, "1:05 h", 3_900), (nil, "1:05 h", nil),
      (.hours, "1h05", 3_900), (.minutes, "1 h 05", 3_900), (.hours, "-1h05", -3_900), (nil, "1h05", nil),
      (nil, "14 h 30", nil), (.hours, "1h5", nil), (.hours, "1:05 d", nil), (.hours, "1:05 h 5 min", nil),
      (.hours, "1:65 h", nil),
      (.minutes, "1:05.5 min", nil),
    ] as [(DurationUnit?, String, Int64?)])
  func clockTimeMayHaveTheNameOfItsUnitBehindIt(first: DurationUnit?, text: String, seconds: Int64?) {
    let form = DurationForm(unit: .seconds, clockUnit: first)
    #expect(withField(text) { parseDuration($0, form: form) } == seconds.map { $0 * 1_000_000 })
  }

  @Test func hugeDurationsAreRefusedAndDoNotOverflow() {
    #expect(withField("999999999999999") { parseDuration($0, form: DurationForm(unit: .hours)) } == nil)
    #expect(
      withField("999999999999999") { parseDuration($0, form: DurationForm(unit: .milliseconds)) }
        == 999_999_999_999_999_000)
    for unit in [DurationUnit.hours, .days] {
      #expect(withField("999.999.999.999.999") { parseDuration($0, form: DurationForm(unit: unit)) } == nil)
      #expect(withField("99999999") { parseDuration($0, form: DurationForm(unit: unit)) } ?? 0 < 1 << 61)
    }
  }

  @Test(arguments: [
    "true", "TRUE", "t", "Yes", "y", "1", "1.0", "contacted", "OK", "ja", "WAHR", "Oui", "vrai", "sí", "SÍ",
    "Si", "sim",
    "verdadero", "vero", "waar",
  ])
  func yes(text: String) { #expect(withField(text) { parseFlag($0) } == true) }

  @Test(arguments: [
    "false", "F", "no", "N", "0", "0.0", "not contacted", "never", "Nein", "FALSCH", "non", "faux",
    "falso",
    "não", "NÃO", "nao", "onwaar",
  ])
  func no(text: String) { #expect(withField(text) { parseFlag($0) } == false) }

  @Test(arguments: ["maybe", "2", "-", "null", "jain", "true!", "01", "yesno", "met", "late"])
  func neither(text: String) { #expect(withField(text) { parseFlag($0) } == nil) }

  @Test(arguments: [
    ("Met", Bool?.some(true)), ("Within SLA", true), ("achieved", true), ("in time", true), ("yes", true),
    ("ja", true),
    ("Breached", false), ("Outside SLA", false), ("SLA Violated", false), ("missed", false), ("late", false),
    ("not met", false), ("no", false), ("-", false), ("sla", nil), ("not late", nil), ("within", nil),
  ])
  func wordsForInTime(text: String, flag: Bool?) { #expect(withField(text) { parseWithin($0) } == flag) }

  @Test func noWordSaysYesAndNo() {
    let words = FlagWords.all.flatMap { $0.yes + $0.no }.map { "\($0)" }
    #expect(Set(words).count == words.count && words.allSatisfy { $0 == $0.lowercased() })
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999), ("3.0", 3), ("3.", 3), ("1 234", 1_234),
    ("1'234'567", 1_234_567),
    ("1\u{202F}000", 1_000), ("1\u{2009}000", 1_000), ("1 234.0", 1_234),
    // Whole numbers have no decimals but zeros.
    ("1,234", 1_234), ("1.234", 1_234), ("1,000,000", 1_000_000), ("1.000.000", 1_000_000),
    ("3,0", 3), ("3,000.0", 3_000), ("12,001", 12_001),
  ])
  func weights(text: String, weight: Int) { #expect(withField(text) { parseWeight($0) } == weight) }

  @Test(arguments: [
    "", "-1", "1.5", "x", "1,000", "3.000", "1234567890", "1e3", "0x10", "1 ", "1,23", "1,2345", "1234,567",
    "1,234.567", "1 23", "1234 567", "1 234.5", "0 123", "1 234 567 890", "1,234,567,890",
    "1  234",
    "1 234 ", "-1 234",
  ])
  func whatIsNoWeight(text: String) { #expect(withField(text) { parseWeight($0) } == nil) }

  /// What may be a thousand times as much, the configuration tells.
  @Test func aDeclaredMarkTellsThousands() {
    func weight(_ text: String, _ mark: DecimalMark) -> Int? {
      withField(text) { parseWeight($0, decimalMark: mark) }
    }
    #expect(weight("3,000", .point) == 3_000 && weight("3,000", .comma) == 3)
    #expect(weight("3.000", .point) == 3 && weight("3.000", .comma) == 3_000)
    #expect(weight("1,234", .point) == 1_234 && weight("1,234", .comma) == nil)
  }
}
