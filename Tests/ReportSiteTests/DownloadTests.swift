import Foundation
import LeadModel
import Markup
import Testing

@testable import ReportSite

struct JSONDownloadTests {
  private func object(_ path: String, in site: SampleSite = SampleSite()) throws -> [String: Any] {
    let bytes = try #require(try site.file(path))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("A team's week holds what the leads of that week say, as integers")
  func teamWeek() throws {
    let page = try object("teams/north/data/2026-W46.json")
    #expect(page["schema"] as? String == "leadheat/2")
    #expect(page["page"] as? String == "teams/north/2026-W46.html")
    #expect(page["team"] as? [String: String] == ["name": "North"])
    let period = try #require(page["period"] as? [String: Any])
    #expect(period["id"] as? String == "2026-W46")
    #expect(period["first_day"] as? String == "2026-11-09" && period["last_day"] as? String == "2026-11-15")
    #expect(period["is_complete"] as? Bool == true)
    #expect(page["data"] as? [String: String] == ["cutoff": "2026-11-26T12:30:00"])
    #expect(page["slot_minutes"] as? Int == 30)
    #expect(page["threshold"] as? Int == 60)
    // Answers after 600, 7200 and 3600 s, one never: mean 3800, median 3600, p90 = 3600 + 0.8 × 3600.
    #expect(page["leads"] as? Int == 4)
    #expect(page["judged"] as? Int == 4)
    #expect(page["pending"] as? Int == 0)
    #expect(page["within"] as? Int == 2)
    #expect(page["contacted"] as? Int == 3)
    #expect(page["never"] as? Int == 1)
    #expect(page["anomalies"] as? Int == 0)
    #expect(page["mean_s"] as? Int == 3_800)
    #expect(page["median_s"] as? Int == 3_600)
    #expect(page["p90_s"] as? Int == 6_480)
    // The same in minutes, as shown.
    #expect(page["median"] as? Int == 60 && page["p90"] as? Int == 108)
  }

  @Test("A week's tells how soon leads were answered, where most are missed and how it was staffed")
  func details() throws {
    let page = try object("teams/north/data/2026-W46.json")
    // Answers after 10 minutes, an hour and two hours, each the last of its bar.
    let distribution = try #require(page["distribution"] as? [String: Any])
    let bars = try #require(distribution["bars"] as? [[String: Any]]).filter { $0["leads"] as? Int == 1 }
    #expect(bars.map { $0["up_to"] as? Int } == [10, 60, 120])
    #expect(distribution["never"] as? Int == 1)
    // No slot has enough leads to be named.
    let worst = try #require(page["worst"] as? [String: Any])
    #expect((worst["slots"] as? [Any])?.isEmpty == true && worst["missed"] as? Int == 0)
    #expect((page["staffing"] as? [String: Any])?["by_slot"] is [String: [Any]])
  }

  @Test("Every cell with leads is there, in order, and no other")
  func cells() throws {
    let cells = try #require(try object("teams/north/data/2026-W46.json")["cells"] as? [String: [Any]])
    #expect(cells["weekday"] as? [Int] == [1, 1, 7])
    #expect(cells["time"] as? [String] == ["08:00", "23:30", "00:00"])
    #expect(cells["leads"] as? [Int] == [2, 1, 1])
    #expect(cells["judged"] as? [Int] == [2, 1, 1])
    #expect(cells["within"] as? [Int] == [1, 0, 1])
    #expect(cells["contacted"] as? [Int] == [2, 0, 1])
    #expect(cells["never"] as? [Int] == [0, 1, 0])
    #expect(cells["pending"] as? [Int] == [0, 0, 0])
    #expect(cells["anomalies"] as? [Int] == [0, 0, 0])
    #expect(cells["median_s"]?.map { $0 as? Int } == [3_900, nil, 3_600])
    #expect(cells["coverage"]?.allSatisfy { $0 is NSNull } == true)
  }

  @Test("All teams together name no team and list each")
  func allTeams() throws {
    let page = try object("weeks/data/2026-W46.json")
    #expect(page["team"] == nil)
    let teams = try #require(page["teams"] as? [[String: Any]])
    #expect(Set(teams.compactMap { $0["name"] as? String }) == ["North", "South"])
    #expect(teams.map { $0["page"] as? String }.contains("teams/south/2026-W46.html"))
    let home = try object("data/all.json")
    #expect((home["period"] as? [String: Any])?["id"] as? String == "all")
    // It shows the teams of its latest week, and is of all time.
    #expect(home["teams"] == nil)
  }

  @Test("A week that is not over is not complete, and the young are pending")
  func incomplete() throws {
    let page = try object("teams/south/data/2026-W48.json")
    #expect((page["period"] as? [String: Any])?["is_complete"] as? Bool == false)
    #expect(page["pending"] as? Int == 1)
    #expect(page["judged"] as? Int == 0)
    #expect(page["mean_s"] is NSNull)
  }

  @Test("With several thresholds the headline's numbers stand alone, and all in columns")
  func thresholds() throws {
    var site = SampleSite()
    site.rules.also = [5, 15]
    let page = try object("teams/north/data/2026-W46.json", in: site)
    #expect(page["threshold"] as? Int == 60)
    #expect(page["within"] as? Int == 2)
    let shares = try #require(page["shares"] as? [String: [Any]])
    #expect(shares["minutes"] as? [Int] == [5, 15, 60])
    #expect(shares["within"] as? [Int] == [0, 1, 2])
    #expect(shares["judged"] as? [Int] == [4, 4, 4])
    #expect(shares["pending"] as? [Int] == [0, 0, 0])
  }

  @Test("What a flag answered is not judged by other thresholds, and not for being young")
  func flagsAmongTimes() throws {
    var site = SampleSite()
    site.rules.also = [5]
    site.rows = [
      .init(team: 0, minute: 480, answered: PackedLead.flagged),
      .init(team: 0, minute: 495, answered: 1_800), .init(team: 0, minute: 500, answered: 60, pending: 1),
      .init(team: 0, minute: 505, answered: 60, pending: 2),
    ]
    let week = try object("teams/north/data/2026-W46.json", in: site)
    let shares = try #require(week["shares"] as? [String: [Any]])
    // Too young for the hour are two, for five minutes one.
    #expect(shares["pending"] as? [Int] == [1, 2])
    #expect(shares["judged"] as? [Int] == [2, 2] && shares["within"] as? [Int] == [1, 2])
    let csv = String(decoding: try #require(try site.file("teams/data/all.csv")), as: UTF8.self)
    #expect(csv.contains("judged_5,pending_5,within_5") && csv.contains("\nNorth,4,2,2,2,4,0,0,2,1,1,"))
  }

  @Test("What a flag answered is not known of the other thresholds, nor who was never answered")
  func flags() throws {
    var site = SampleSite()
    site.rules.also = [5]
    site.rows = [
      .init(team: 0, minute: 480, answered: PackedLead.flagged), .init(team: 0, minute: 495, answered: nil),
    ]
    site.change = { $0.sources[0].tellsTimes = false }
    let week = try object("teams/north/data/2026-W46.json", in: site)
    #expect(week["judged"] as? Int == 2 && week["within"] as? Int == 1)
    let shares = try #require(week["shares"] as? [String: [Any]])
    for name in ["judged", "pending", "within"] {
      let numbers = try #require(shares[name])
      #expect(numbers[0] is NSNull && numbers[1] is Int)
    }
    let csv = try #require(try site.file("teams/data/all.csv"))
    #expect(String(decoding: csv, as: UTF8.self).contains("North,2,2,0,1,,,0,,,,"))
    for name in ["contacted", "never", "never_share"] { #expect(week[name] is NSNull, "\(name)") }
    let cells = try #require(week["cells"] as? [String: [Any]])
    #expect(cells["contacted"]?.allSatisfy { $0 is NSNull } == true)
    #expect(cells["never"]?.count == 1 && cells["never"]?.allSatisfy { $0 is NSNull } == true)
    #expect((week["distribution"] as? [String: Any])?["never"] is NSNull)
    let page = String(decoding: try #require(try site.file("teams/north/index.html")), as: UTF8.self)
    #expect(!page.contains("never so far") && !page.contains("Never answered"))
    // In the list of teams an en dash stands under "Never", the last column.
    let week46 = String(decoding: try #require(try site.file("weeks/2026-W46.html")), as: UTF8.self)
    #expect(week46.contains("<td class=\"spare\">–</table>"))
  }

  @Test("Coverage is the average number of reps on shift")
  func coverage() throws {
    var site = SampleSite()
    let place = Place(file: "schedule.csv", line: 2)
    site.schedule = Schedule(shifts: [
      Shift(
        rep: "Ana", team: "North", weekdays: [.monday], hours: .init(start: 480, end: 520), place: place),
      Shift(
        rep: "Ben", team: "North", weekdays: [.monday], hours: .init(start: 480, end: 600), place: place),
    ])
    let cells = try #require(
      try object("teams/north/data/2026-W46.json", in: site)["cells"] as? [String: [Any]])
    // Monday 08:00–10:00 with someone on shift, then the other cells with leads.
    #expect(cells["time"] as? [String] == ["08:00", "08:30", "09:00", "09:30", "23:30", "00:00"])
    // Ana is there for 10 of the 30 minutes from 08:30.
    #expect(cells["coverage"] as? [Double] == [2, 1.333333, 1, 1, 0, 0])
    #expect(cells["leads"] as? [Int] == [2, 0, 0, 0, 1, 1])
  }

  @Test("The lists of weeks and months have the totals of each")
  func periods() throws {
    let weeks = try #require(try object("weeks/data/all.json")["periods"] as? [[String: Any]])
    let periods = weeks.compactMap { $0["period"] as? [String: Any] }
    #expect(periods.map { $0["id"] as? String } == ["2026-W46", "2026-W47", "2026-W48"])
    #expect(weeks.map { $0["leads"] as? Int } == [5, 1, 1])
    #expect(periods.map { $0["is_complete"] as? Bool } == [true, true, false])
    let months = try #require(try object("months/data/all.json")["periods"] as? [[String: Any]])
    #expect(months.map { $0["leads"] as? Int } == [7])
  }

  @Test("Any text survives the way through JSON")
  func texts() throws {
    let hostile = "\"\\/\u{0}\u{1F}\u{7F}\n</script>\u{2028}é🚒"
    var json = JSONWriter()
    json.object { $0.member("text", hostile) }
    let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
    #expect(read == ["text": hostile])
    #expect(!String(decoding: json.bytes, as: UTF8.self).contains("</script"))
  }
}

struct DecimalTests {
  @Test(
    "Microseconds become seconds without loss",
    arguments: [
      (0, "0"), (1, "0.000001"), (60_000_000, "60"), (90_000_001, "90.000001"), (1_500_000, "1.5"),
      (-250_000, "-0.25"), (9_223_372_036_854_775_807, "9223372036854.775807"),
    ])
  func seconds(microseconds: Int, text: String) {
    var writer = ByteWriter()
    writer.decimal(millionths: microseconds)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  /// Weighted rows may stand for so many leads.
  @Test(
    "Numbers are told to the millionth, large ones to the whole",
    arguments: [
      (0.1, "0.1"), (2.5, "2.5"), (-0.000_001, "-0.000001"), (4_579, "4579"), (9.5e12, "9500000000000"),
      (9_500_000_000_000.5, "9500000000001"), (9e17, "900000000000000000"),
    ])
  func numbers(number: Double, text: String) {
    var writer = ByteWriter()
    writer.decimal(number)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }
}

struct CSVDownloadTests {
  private func rows(_ path: String, in site: SampleSite = SampleSite()) throws -> [[String]] {
    let bytes = try #require(try site.file(path))
    return parsed(String(decoding: bytes, as: UTF8.self))
  }

  /// RFC 4180, read the slow way.
  private func parsed(_ text: String) -> [[String]] {
    var (rows, row, field, quoted) = ([[String]](), [String](), "", false)
    var rest = Array(text.unicodeScalars)[...]
    while let next = rest.popFirst() {
      switch next {
      case "\"" where quoted && rest.first == "\"":
        field.unicodeScalars.append(next)
        rest.removeFirst()
      case "\"": quoted.toggle()
      case "," where !quoted:
        row.append(field)
        field = ""
      case "\r" where !quoted: break
      case "\n" where !quoted:
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(next)
      }
    }
    #expect(field.isEmpty && row.isEmpty && !quoted)
    return rows
  }

  @Test("A team's week as a table of cells")
  func cells() throws {
    let rows = try rows("teams/north/data/2026-W46.csv")
    #expect(
      rows[0] == [
        "weekday", "time", "leads", "judged", "pending", "within", "contacted", "never", "anomalies",
        "median_s", "coverage",
      ])
    #expect(
      rows.dropFirst() == [
        ["1", "08:00", "2", "2", "0", "1", "2", "0", "0", "3900", ""],
        ["1", "23:30", "1", "1", "0", "0", "0", "1", "0", "", ""],
        ["7", "00:00", "1", "1", "0", "1", "1", "0", "0", "3600", ""],
      ])
  }

  @Test("The teams and the weeks as tables of totals")
  func totals() throws {
    let teams = try rows("teams/data/all.csv")
    #expect(teams[0].first == "name" && teams[0].last == "p90_s")
    #expect(
      Set(teams.dropFirst().map { Array($0.prefix(5)) }) == [
        ["North", "5", "5", "0", "3"], ["South", "2", "1", "1", "1"],
      ])
    let weeks = try rows("weeks/data/all.csv")
    #expect(
      weeks.map { $0.prefix(5) } == [
        ["id", "first_day", "last_day", "is_complete", "leads"],
        ["2026-W46", "2026-11-09", "2026-11-15", "true", "5"],
        ["2026-W47", "2026-11-16", "2026-11-22", "true", "1"],
        ["2026-W48", "2026-11-23", "2026-11-29", "false", "1"],
      ])
  }

  @Test("Who wins each slot, and two teams slot by slot")
  func slots() throws {
    // At nine both answer all of their fifty; at noon North none of them, and South all.
    #expect(
      try rows("teams/data/all.winners.csv", in: ValueTests.noon) == [
        ["weekday", "time", "state", "teams"], ["1", "09:00", "tie", "North and South"],
        ["1", "12:00", "clear", "South"],
      ])
    #expect(
      try rows("compare/data/north--south.csv", in: ValueTests.noon) == [
        ["weekday", "time", "judged", "within", "other_judged", "other_within", "points", "clear"],
        ["1", "09:00", "50", "50", "50", "50", "0", "false"],
        ["1", "12:00", "50", "0", "50", "50", "-100", "true"],
      ])
    for (page, link) in [
      ("teams/index.html", "data/all.winners.csv"), ("compare/north--south.html", "data/north--south.json"),
    ] {
      let html = String(decoding: try #require(try ValueTests.noon.file(page)), as: UTF8.self)
      #expect(html.contains("<a href=\"\(link)\" download>"))
    }
  }

  @Test("Other thresholds have columns named after their minutes")
  func thresholds() throws {
    var site = SampleSite()
    site.rules.also = [15]
    let teams = try rows("teams/data/all.csv", in: site)
    #expect(teams[0][8...10] == ["judged_15", "pending_15", "within_15"])
    #expect(teams.first { $0[0] == "North" }?[8...10] == ["5", "0", "2"])
  }

  @Test(
    "Texts that a spreadsheet would run are defused, numbers are not",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
      ("\r=1", "'\r=1"), (" =1", "' =1"), ("\"=1", "'\"=1"), ("＝1", "'＝1"), ("North", "North"),
      ("a,b", "a,b"), ("a\"b", "a\"b"), ("line\nbreak", "line\nbreak"), (" North ", " North "),
      ("A-B", "A-B"),
    ])
  func defused(text: String, shown: String) {
    var csv = CSVWriter(columns: ["team", "n"])
    csv.row([.text(text), .number(-5)])
    #expect(parsed(String(decoding: csv.bytes, as: UTF8.self)) == [["team", "n"], [shown, "-5"]])
  }
}
