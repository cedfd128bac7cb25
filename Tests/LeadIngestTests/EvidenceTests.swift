import LeadModel
import Testing

@testable import LeadIngest

/// What a column of those fields shows.
private func evidence(_ fields: [String]) -> FormEvidence {
  var evidence = FormEvidence()
  for field in fields { withField(field) { evidence.add($0) } }
  return evidence
}

/// What is decided about a received time.
private func received(
  _ fields: [String], _ mapping: ColumnMapping = ColumnMapping(), sibling: [String]? = nil
)
  -> FormDecision
{
  let map = ColumnMap(positions: [.received: 0, .firstResponse: 1], header: ["received", "answered"])
  return evidence(fields).decision(
    role: .received, map: map, mapping: mapping, file: "leads.csv", sibling: sibling.map(evidence))
}

/// What is decided about a first response.
private func answered(
  _ fields: [String], unit: DurationUnit? = nil, _ mapping: ColumnMapping = ColumnMapping(),
  sibling: [String] = ["2024-01-15 14:30"]
) -> FormDecision {
  let map = ColumnMap(
    positions: [.received: 0, .firstResponse: 1], header: ["received", "answered"], durationUnit: unit)
  return evidence(fields).decision(
    role: .firstResponse, map: map, mapping: mapping, file: "leads.csv", sibling: evidence(sibling))
}

extension FormDecision {
  /// The order of day and month that was decided.
  fileprivate var order: DateOrder? {
    if case .timestamps(let form) = form { form.order } else { nil }
  }
  fileprivate var ids: [String] { diagnostics.map(\.id) }
}

@Suite struct EvidenceTests {
  @Test func oneDateBeyondTheTwelfthDecidesTheOrder() {
    #expect(received(["1/2/2024 10:00", "1/13/2024 10:00"]).order == .monthFirst)
    #expect(received(["1/2/2024 10:00", "13/1/2024 10:00"]).order == .dayFirst)
    #expect(received(["01.02.2024 10:00", "31.01.2024 10:00"]).order == .dayFirst)
    #expect(received(["6/31/2024 10:00", "6/31/2024 10:00", "15/6/2024 10:00"]).order == .dayFirst)
    #expect(received(["29/2/2023 10:00", "2/13/2023 10:00"]).order == .monthFirst)
  }

  @Test func anUndecidableOrderIsAnErrorWithTheKeyToSet() throws {
    for fields in [["1/2/2024 10:00"], ["01.02.2024 14:30", "05.02.2024 14:30"], ["1/2/2024 2:30 PM"]] {
      let decision = received(fields)
      #expect(decision.form == nil)
      let error = try #require(decision.diagnostics.first)
      #expect(error.id == "date-order-undecided" && error.severity == .error)
      #expect(error.message.contains(fields[0]))
      #expect(error.remedy?.contains("date_order") == true)
    }
  }

  @Test func aDeclaredOrderNeedsNoEvidenceAndWinsOverIt() {
    let declared = ColumnMapping(dateOrder: .dayFirst)
    #expect(received(["1/2/2024 10:00"], declared).order == .dayFirst)
    #expect(received(["1/13/2024 10:00"], declared).order == .dayFirst)
    #expect(received(["1/2/2024 10:00"], declared).ids.isEmpty)
  }

  @Test func equalNumbersAreTheSameInBothOrders() {
    let decision = received(["5/5/2024 10:00"])
    #expect(decision.form != nil && decision.ids.isEmpty)
  }

  @Test func theOtherTimeColumnOfTheFileMayShowTheOrder() {
    let decision = received(["1/2/2024 10:00"], sibling: ["13/2/2024 10:00"])
    #expect(decision.order == .dayFirst)
    #expect(decision.ids == ["date-order-borrowed"])
    let torn = received(
      ["1/2/2024 10:00"], sibling: ["13/2/2024 10:00", "13/2/2024 10:00", "2/13/2024 10:00"])
    #expect(torn.ids == ["date-order-undecided"])
  }

  @Test func contradictingDatesAreDecidedByTheMajorityAndSaid() {
    let decision = received(["1/13/2024 10:00", "1/14/2024 10:00", "15/1/2024 10:00"])
    #expect(decision.order == .monthFirst)
    #expect(decision.ids == ["date-order-mixed"])
    #expect(decision.diagnostics.first?.severity == .warning)
    let even = received(["1/13/2024 10:00", "15/1/2024 10:00"])
    #expect(even.form == nil)
    #expect(even.diagnostics.first?.severity == .error)
  }

  @Test func datesWithoutATimeOfDayAreRefusedUnlessDeclared() {
    for fields in [
      ["1/13/2024", "1/14/2024"], ["2024-01-15"], ["20240115"], ["15 Jan 2024", "-"], ["45306", "45307"],
    ] {
      #expect(received(fields).ids == ["date-only"])
      #expect(received(fields).form == nil)
      let declared = received(fields, ColumnMapping(allowsDateOnly: true))
      #expect(declared.form != nil)
    }
    #expect(answered(["2024-01-15"]).ids == ["date-only"])
    let midnight = answered(["2024-01-15 10:00", "2024-01-15"], ColumnMapping(allowsDateOnly: true))
    #expect(midnight.form != nil && midnight.ids == ["date-only"])
    #expect(midnight.diagnostics.first?.severity == .warning)
    #expect(received(["2024-01-15", "2024-01-15 14:30"]).ids.isEmpty)
    #expect(received(["45306", "45307.5"]).ids.isEmpty)
  }

  @Test func onlyMidnightsAreAWarning() {
    #expect(received(["2024-01-15 00:00:00", "2024-01-16 00:00"]).ids == ["all-midnight"])
    #expect(received(["2024-01-15 00:00:00", "2024-01-16 00:01"]).ids.isEmpty)
    #expect(answered(["2024-01-15 00:00:00", "", "2024-01-16 00:00"]).ids == ["all-midnight"])
    #expect(answered(["2024-01-15 00:00:00", "2024-01-15 10:00"]).ids.isEmpty)
  }

  @Test func yearsOfTwoDigitsNeedADeclaredOrderOrADateThatCanBeNothingElse() {
    // 2013-01-24 if the year is first.
    for fields in [["13/1/24 10:00"], ["1/2/24 10:00"], ["1/13/24 10:00", "13/1/24 10:00"]] {
      #expect(received(fields).form == nil)
      #expect(received(fields).ids.contains("year-short"))
    }
    let declared = received(["13/1/24 10:00"], ColumnMapping(dateOrder: .dayFirst))
    #expect(declared.form != nil && declared.ids.isEmpty)
    let shown = received(["1/2/24 10:00", "1/13/24 10:00"])
    #expect(shown.order == .monthFirst && shown.ids == ["year-short"])
    #expect(shown.diagnostics.first?.severity == .note)
    #expect(received(["1/2/24 10:00"], sibling: ["1/13/24 10:00"]).order == .monthFirst)
    #expect(received(["13/1/24 10:00"], sibling: ["1/13/24 10:00"]).form == nil)
    // What shows with one mark does not show with another.
    guard case .timestamps(let form) = shown.form else {
      Issue.record("no form")
      return
    }
    #expect(form.allowsShortYears[.slash] && !form.allowsShortYears[.dot])
    #expect(received(["1/13/24 10:00", "3.4.24 10:00"]).form == nil)
    #expect(received(["1/2/24 10:00", "15.1.2024 10:00"], sibling: ["1/15/24 10:00"]).order == .monthFirst)
    #expect(!evidence(["13/1/24 10:00"]).isSettled && evidence(["1/13/24 10:00"]).isSettled)
  }

  @Test func yearsOfTwoDigitsMayComeFirst() {
    // Twelve days of one September.
    let days = (2...13).map { "26-09-\($0 < 10 ? "0" : "")\($0) 10:00" }
    let decision = received(days)
    #expect(decision.order == .yearFirst && decision.ids == ["year-short"])
    #expect(decision.diagnostics.first?.severity == .note && decision.description == "Y-M-D, local time")
    guard case .timestamps(let form) = decision.form else {
      Issue.record("no form")
      return
    }
    let parser = TimestampParser(form: form)
    #expect(withField("26-09-07 08:00") { parser.parse($0) }?.microseconds == counted(2026, 9, 7, 8))
    #expect(withField("07-09-2026 08:00") { parser.fault(of: $0) } == .unknownOrder)
    #expect(withField("26-13-07 08:00") { parser.fault(of: $0) } == .noSuchDay)
    // The other column has too few days to show it, and is of the same order.
    #expect(answered(["26-09-07 10:00"], sibling: days).order == .yearFirst)
    #expect(!evidence(days).isSettled)
    let declared = received(["26-09-07 10:00"], ColumnMapping(dateOrder: .yearFirst))
    #expect(declared.order == .yearFirst && declared.ids.isEmpty)
    // A slip or two are no dates then, possible with the day first or not at all.
    let slips = days + ["26-09-31 10:00", "27-02-30 10:00", "26-13-05 10:00"]
    #expect(received(slips).order == .yearFirst && received(slips).ids == ["year-short"])
    // Without zeros.
    let unpadded = days.map { $0.replacing("-0", with: "-") }
    #expect(unpadded[0] == "26-9-2 10:00" && received(unpadded).order == .yearFirst)
    #expect(withField("26-9-7 08:00") { parser.parse($0) }?.microseconds == counted(2026, 9, 7, 8))
    #expect(withField("27-2-30 08:00") { parser.fault(of: $0) } == .noSuchDay)
    #expect(withField("9-9-7 08:00") { parser.fault(of: $0) } == .unknownForm)
    #expect(received(["07-09-2026 10:00", "26-09-2026 10:00", "26-9-7 10:00"]).order == .dayFirst)
    // Too few days to show it; nothing else can be declared.
    let few = received(["26-9-7 10:00", "26-9-8 10:00"])
    #expect(few.ids == ["year-short"] && few.form == nil)
    #expect(few.diagnostics[0].remedy?.contains("to `year-first`, if that is their order") == true)
    #expect(
      withField("26-9-7 08:00") { TimestampParser(form: TimestampForm(.yearFirst)).fault(of: $0) }
        == .shortYear)
    // Nor beside others that it leaves open.
    let beside = received(["26-9-7 10:00", "26-11-15 10:00", "26-11-30 10:00"])
    #expect(beside.diagnostics[0].remedy?.contains("to `year-first`, if that is their order") == true)
    let dayFirst = TimestampParser(form: TimestampForm(.yearLast, order: .dayFirst, allowsShortYears: true))
    #expect(withField("26-9-7 08:00") { dayFirst.fault(of: $0) } == .otherOrder(.yearFirst))
    // Days of one date, days that come first, years of four digits among them, and days of 26 September of many years.
    for fields in [
      ["26-09-07 10:00"], days.map { "\($0.dropFirst(6).prefix(2))-09-26 10:00" },
      days + ["07-09-2026 10:00"],
      ["26-10-08 10:00", "26-10-09 10:00", "26-10-24 10:00"],
      days + days.map { _ in "26-09-31 10:00" },
    ] {
      #expect(received(fields).form == nil && received(fields).ids.contains("year-short"), "\(fields)")
    }
    let remedies = [
      ["26-09-07 10:00"], ["1/2/24 10:00"], days + ["07-09-2026 10:00"],
      ["26-09-07 10:00", "26-09-31 10:00"], ["26-09-31 10:00"],
    ].map {
      received($0).diagnostics.map { $0.remedy ?? "" }.joined()
    }
    #expect(remedies[0].contains("`day-first` or `year-first`") && !remedies[0].contains("month-first"))
    #expect(remedies[1].contains("`month-first` or `day-first` or `year-first`"))
    #expect(remedies[2].contains("`day-first` or `year-first`, whichever it is"))
    #expect(remedies[3].contains("`day-first` or `year-first`, whichever it is"))
    #expect(remedies[4].contains("`day-first`, if that is their order"))
  }

  @Test func datesWithAnotherMarkMayHaveAnotherOrder() {
    // As many of the one as of the other: each is clear by itself.
    let fields = ["1/13/2024 10:00", "15.1.2024 10:00", "2.1.2024 10:00", "1/2/2024 10:00"]
    let decision = received(fields)
    #expect(decision.ids == ["forms-mixed"])
    guard case .timestamps(let form) = decision.form else {
      Issue.record("no form")
      return
    }
    let parser = TimestampParser(form: form)
    let days = fields.map { field in
      withField(field) { parser.parse($0) }.map { $0.microseconds / 86_400_000_000 }
    }
    // 13, 15, 2 and 2 January 2024, which is 19,723 days after 1970 began.
    #expect(days == [19_735, 19_737, 19_724, 19_724])
    // A mark that shows nothing has the order of the other, unless the others contradict each other, or it shows
    // itself in the file's other time column.
    #expect(received(["1/13/2024 10:00", "2.1.2024 10:00"]).ids == ["date-order-borrowed"])
    let mixed = received(["1/13/2024 10:00", "2.1.2024 10:00"], sibling: ["13.1.2024 10:00"])
    guard case .timestamps(let both) = mixed.form else {
      Issue.record("no form")
      return
    }
    #expect(both.orders[.slash] == .monthFirst && both.orders[.dot] == .dayFirst)
    // Of a mark that was not seen nothing is said: its first date has all rows looked at.
    #expect(both.orders[.dash] == nil && !evidence(["1/13/2024 10:00", "2.1.2024 10:00"]).isSettled)
    #expect(!evidence(["1/1/2024 10:00"]).isSettled)
    #expect(received(fields + ["2-1-2024 10:00"]).ids.contains("date-order-undecided"))
    #expect(received(["1-2-2024 10:00"], sibling: fields + ["13-2-2024 10:00"]).order == .dayFirst)
    #expect(received(["1-2-2024 10:00"], sibling: fields).ids == ["date-order-undecided"])
  }

  @Test func severalFamiliesAreReadRowByRow() {
    let decision = received(["2024-01-15 10:00", "2024-01-15 10:00", "1/13/2024 10:00", "1705329000"])
    #expect(decision.ids == ["forms-mixed"])
    guard case .timestamps(let form) = decision.form else {
      Issue.record("no form")
      return
    }
    #expect(form.style == .yearFirst && form.orders[.slash] == .monthFirst)
    let parser = TimestampParser(form: form)
    for text in ["2024-01-15 10:00", "1/13/2024 10:00", "1705329000", "15 Jan 2024 10:00"] {
      #expect(withField(text) { parser.parse($0) } != nil)
    }
  }

  @Test(arguments: [
    (["2024-01-15 10:00"], "ISO 8601, local time"), (["2024-01-15T10:00Z"], "ISO 8601, with offset"),
    (["2024-01-15T10:00Z", "2024-01-15 10:00"], "ISO 8601, some with offset and some in local time"),
    (["202401151000", "202401161000"], "ISO 8601, local time"),
    (["2024/01/15 10:00"], "Y/M/D, local time"), (["15.01.2024 10:00"], "D.M.Y, local time"),
    (["1/15/2024 10:00"], "M/D/Y, local time"), (["15 Jan 2024 10:00"], "month by name, local time"),
    (["1705329000"], "time since 1970"), (["45306.5"], "spreadsheet days, local time"),
  ])
  func theFormIsSaidInWords(fields: [String], words: String) {
    #expect(received(fields).description == words)
  }

  @Test func aFirstResponseMayBeADurationAsItsValuesSay() {
    for fields in [["12", "300", ""], ["12.5"], ["0", "45306", "3"], ["45306"]] {
      let decision = answered(fields, unit: .minutes)
      #expect(
        decision.form
          == .durations(DurationForm(unit: .minutes, decimalMark: fields == ["12.5"] ? .point : nil)))
      #expect(decision.ids == ["response-durations"])
    }
    for number in ["12", "5.5e-05", ".066667", "12.", "+5"] {
      #expect(answered([number]).ids == ["duration-unit-unknown"])
      #expect(answered([number], unit: .hours).description.hasPrefix("durations in hours"))
    }
    #expect(answered(["0:12:00", "1:00:00"]).ids == ["response-durations"])
    #expect(answered(["0:12:00", "12"]).ids == ["duration-unit-unknown"])
    let serial = answered(["45306.7"], sibling: ["45306.6"])
    #expect(serial.form == .timestamps(TimestampForm(.serial)))
    #expect(answered(["1705329000"]).description == "time since 1970")
    #expect(answered(["2024-01-15 14:30", "12"], unit: .minutes).description == "ISO 8601, local time")
  }

  /// 46328 is 2026-11-02.
  @Test func wholeNumbersNearTheReceiptsAreDaysOfASpreadsheet() throws {
    func decision(_ fields: [String], _ received: String, unit: DurationUnit? = nil, isDateOnly: Bool = false)
      -> FormDecision
    {
      answered(fields, unit: unit, ColumnMapping(allowsDateOnly: isDateOnly), sibling: [received])
    }
    for received in ["2026-11-02 08:52", "11/02/2026 8:52 AM", "2 Nov 2026 08:52", "1793609520"] {
      let refused = decision(["46328", "", "46331"], received)
      #expect(refused.form == nil && refused.ids.contains("date-only"))
      let told = try #require(refused.diagnostics.first { $0.id == "date-only" })
      #expect(told.message.contains("\"46328\"") && told.message.contains("spreadsheet dates"))
      for key in ["duration_unit", "first_response_time_of_day"] {
        #expect(told.remedy?.contains(key) == true)
      }
      // Midnights would be before the receipts.
      #expect(told.remedy?.contains("date_only") == false)
    }
    for fields in [["46328", "300"], ["46328", "46331.5"], ["46328", "0:12:00"], ["46328", "47500"]] {
      #expect(decision(fields, "2026-11-02 08:52").ids == ["duration-unit-unknown"])
    }
    #expect(decision(["46328"], "2019-11-02 08:52").ids == ["duration-unit-unknown"])
    let declared = decision(["46328"], "2026-11-02 08:52", unit: .seconds)
    #expect(declared.form == .durations(DurationForm(unit: .seconds)))
    let midnights = decision(["46328"], "2026-11-02 08:52", isDateOnly: true)
    #expect(midnights.form == .timestamps(TimestampForm(.serial, allowsDateOnly: true)))
    #expect(midnights.diagnostics.map(\.severity) == [.warning])
    // Beside receipts that are days too, they are told as those are.
    let both = decision(["46328"], "46328.5")
    #expect(both.ids == ["date-only"] && both.diagnostics[0].message.contains("has dates without"))
  }

  /// They may be dates that were never set.
  @Test func datesOf1970ShowNoDurations() {
    let times = answered(["1970-01-01 00:00:00", "1970-01-01 00:00:00", "2024-01-15 14:30:00"])
    #expect(times.description == "ISO 8601, local time")
    let map = ColumnMap(positions: [.received: 0, .duration: 1], header: ["received", "took"])
    let durations = evidence(["1970-01-01 00:20:00", "1970-01-02 03:00:00"]).decision(
      role: .duration, map: map, mapping: ColumnMapping(), file: "leads.csv")
    #expect(durations.form == .durations(DurationForm(unit: nil)) && durations.ids.isEmpty)
  }

  @Test func clockTimeNeedsNoUnit() {
    let clock = answered(["0:12:00", "1:00:00"])
    #expect(clock.form == .durations(DurationForm(unit: nil)))
    #expect(clock.description == "durations as clock time or with units")
    #expect(
      clock.diagnostics.map(\.message).first?.hasSuffix("took, as clock time or with units (\"0:12:00\")")
        == true)
    let mixed = answered(["12", "1:00:00"], unit: .minutes)
    #expect(mixed.description == "durations in minutes")
    #expect(mixed.diagnostics.map(\.message).first?.hasSuffix("took, in minutes (\"12\")") == true)
    // A number that comes later has no unit to count.
    let form = DurationForm(unit: nil)
    #expect(withField("1:00:00") { parseDuration($0, form: form) } == 3_600_000_000)
    #expect(withField("90") { parseDuration($0, form: form) } == nil)
  }

  @Test func aDurationColumnNeedsAUnitForItsNumbersOnly() {
    func decision(_ fields: [String], unit: DurationUnit? = nil) -> FormDecision {
      let map = ColumnMap(
        positions: [.received: 0, .duration: 1], header: ["received", "took"], durationUnit: unit)
      return evidence(fields).decision(role: .duration, map: map, mapping: ColumnMapping(), file: "leads.csv")
    }
    for fields in [["0:12:00", ""], ["10 min", "1 h 5 min"], ["0 days 00:10:00"], ["", "-"]] {
      #expect(decision(fields).form == .durations(DurationForm(unit: nil)))
      #expect(decision(fields).ids.isEmpty)
    }
    // A comma before three digits may stand before decimals or group thousands.
    #expect(decision(["1,440 min", "5 min"]).ids == ["decimal-mark-undecided"])
    #expect(
      decision(["1,440 min", "1.5 h"]).form == .durations(DurationForm(unit: nil, decimalMark: .point)))
    // 45306 may be a day of a spreadsheet elsewhere.
    for fields in [["12"], ["0:12:00", "12"], ["45306", "45307"]] {
      let refused = decision(fields)
      #expect(refused.form == nil && refused.ids == ["duration-unit-unknown"])
      #expect(
        refused.diagnostics.first?.message.contains(
          fields.count == 1 || fields[1] == "12" ? "\"12\"" : "\"45306\"") == true)
      #expect(refused.diagnostics.first?.remedy?.contains("duration_unit") == true)
      #expect(decision(fields, unit: .minutes).form == .durations(DurationForm(unit: .minutes)))
    }
  }

  @Test func clockTimeOfTwoPartsNeedsToBeToldOfWhat() throws {
    for role in [ColumnRole.firstResponse, .duration] {
      func decision(_ fields: [String], first: DurationUnit? = nil) -> FormDecision {
        var map = ColumnMap(positions: [.received: 0, role: 1], header: ["received", "took"])
        map.clockUnit = first
        return evidence(fields).decision(role: role, map: map, mapping: ColumnMapping(), file: "leads.csv")
      }
      for fields in [["1:05", "0:10"], ["1:05:00", "14:30"]] {
        let refused = decision(fields)
        #expect(refused.form == nil)
        let error = try #require(refused.diagnostics.last)
        #expect(
          error.id == "duration-unit-unknown" && error.message.contains("minutes and seconds is not said"))
        #expect(error.remedy?.contains("duration_unit") == true)
        #expect(error.message.contains("times of day") == (role == .firstResponse))
        #expect(error.remedy?.contains("first_response_time_of_day") == (role == .firstResponse))
        #expect(
          decision(fields, first: .hours).form == .durations(DurationForm(unit: nil, clockUnit: .hours)))
      }
      #expect(decision(["1:05", "12"], first: .hours).ids == ["duration-unit-unknown"])
      #expect(
        decision(["1:05", "0:10"], first: .minutes).description
          == "durations as clock time or with units, 1:05 with minutes first")
    }
    #expect(
      answered(["2024-01-15 10:00", "2024-01-15 10:00", "14:30"]).description == "ISO 8601, local time")
  }

  @Test func theDecimalMarkOfDurationsIsThatOfTheColumn() {
    func mark(_ fields: [String]) -> DecimalMark? {
      if case .durations(let form) = answered(fields, unit: .seconds).form { form.decimalMark } else { nil }
    }
    #expect(mark(["1,234", "12,5"]) == .comma)
    #expect(mark(["1,234", "12.5"]) == .point)
    #expect(mark(["1,234", "1,234,567"]) == .point)
    #expect(mark(["1,234", "1.234,5"]) == .comma)
    // A point before three digits says as little as a comma, unless a number could not have thousands there.
    for sure in [
      "12.5", "0.250", "1234.567", "1,234.567", "1,234,567", "12.5 min", "45306.75", "1 234.567", ".250",
      "+.5", "12.", "1.234e-02", "1.234E3",
    ] {
      #expect(mark(["2.700", sure]) == .point, "\(sure)")
    }
    for sure in ["1.234.567", "2.700,5", "12,5", "0,250", "1234,567", "2 700,500", ",250", "1,234E-02"] {
      #expect(mark(["2.700", sure]) == .comma, "\(sure)")
    }
    for open in [
      ["0", "180", "2.700", "90.000"], ["2.700", "5e-05"], ["2.700", "1,234"], ["2.700", "PT2M"],
      ["2.700", "4200"],
    ] {
      let refused = answered(open, unit: .seconds)
      #expect(refused.form == nil && refused.ids.contains("decimal-mark-undecided"), "\(open)")
      #expect(refused.diagnostics.last?.message.contains("whether the point") == true)
    }
    #expect(mark(["2 700", "90'000", "180"]) == nil)
    #expect(answered(["PT1.234S", "PT1M2.500S"]).ids == ["response-durations"])
    #expect(
      answered(["2.700", "2.700,5"], unit: .seconds).description == "durations in seconds, decimal comma")
    #expect(answered(["1,234", "12"], unit: .seconds).ids.contains("decimal-mark-undecided"))
    let declared = answered(["1,234", "12"], unit: .seconds, ColumnMapping(decimalMark: .comma))
    #expect(declared.form == .durations(DurationForm(unit: .seconds, decimalMark: .comma)))
  }

  @Test(arguments: [
    (["2024-01-15 10:00"], true), ([], false), (["", "-"], false), (["hello"], false),
    (["1/2/2024 10:00"], false),
    (["1/2/2024 10:00", "1/13/2024 10:00"], true), (["2024-01-15"], false), (["2024-01-15 00:00"], false),
    (["2024-01-15 00:00", "2024-01-15 00:01"], true), (["12", "13"], true), (["12", "45306.5"], false),
    (["1,234"], false), (["1.234"], false), (["1.234", "0.5"], true), (["1,234", "1,5"], true),
    (["5/5/2024 10:00"], false),
  ])
  func aSampleIsEnoughWhenNothingIsOpen(fields: [String], isSettled: Bool) {
    #expect(evidence(fields).isSettled == isSettled)
  }

  @Test func faultsThatAskForEvidenceAreThoseOfTheOrder() {
    #expect(TimeFault.otherOrder(.dayFirst).asksForEvidence)
    #expect(TimeFault.unknownOrder.asksForEvidence)
    #expect(!TimeFault.unknownForm.asksForEvidence)
    #expect(!TimeFault.noSuchDay.asksForEvidence)
  }

  /// Near the beginning, and where all rows have to be looked at, window by window.
  @Test(arguments: [1, 4_000])
  func aMessageNamesTheLineOfItsExample(rows: Int) {
    let good = (0..<rows).map { "\"two\nlines\",2024-01-15 10:00:\($0 % 50 + 10),\n" }.joined()
    let text = "Leads\n\nnote,received,first_response\n" + good + "x,1/2/2024 14:30,\n"
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
    #expect {
      try readLeads([source], options: IngestOptions())
    } throws: {
      let found = ($0 as? Failure)?.diagnostics.first { $0.id == "date-order-undecided" }
      return found?.place == Place(file: "x.csv", line: 4 + 2 * rows, key: "received")
    }
  }
}
