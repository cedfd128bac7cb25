import LeadModel
import Testing

@testable import LeadIngest

/// Sources that come block by block, once or again and again, give what the same bytes in memory give.
@Suite struct StreamTests {
  /// 3,000 rows: far more than a window. `id` gives the id of each.
  private static func rows(_ id: (Int) -> String, last: String = "") -> [UInt8] {
    let rows = (0..<3_000).map {
      "\(id($0)),2024-01-0\($0 % 9 + 1) 10:\(($0 % 60).padded(to: 2)),,T\($0 % 7)\n"
    }
    return Array(("lead_id,received_time,first_contact_time,team\n" + rows.joined() + last).utf8)
  }

  private func read(_ bytes: ByteSource, _ duplicates: Rules.Duplicates = .last) throws(Failure) -> Intake {
    var options = IngestOptions()
    options.rules.duplicates = duplicates
    return try readLeads([LeadSource(name: "x.csv", siteName: "x.csv", bytes: bytes)], options: options)
  }

  /// How the ids are made, the rows behind them, and how many rows a later one replaces.
  static let cases: [(name: String, id: @Sendable (Int) -> String, last: String, duplicates: Int)] = [
    ("ascending", { "\(5_000 + $0 * 2)" }, "", 0),
    ("an early one again", { "\(5_000 + $0 * 2)" }, "5008,2024-01-05 10:00,,T1\n", 1),
    ("a new one between", { "\(5_000 + $0 * 2)" }, "5009,2024-01-05 10:00,,T1\n", 0),
    ("two of another kind", { "L\(5_000 + $0)" }, "x,2024-01-05 10:00,,T1\nx,2024-01-05 10:01,,T1\n", 1),
    (
      "an early one after another kind", { "L\(5_000 + $0)" },
      "x,2024-01-05 10:00,,\nL5007,2024-01-05 10:00,,\n", 1
    ),
    ("two of each", { "a\($0 / 2)" }, "", 1_500),
  ]

  @Test(arguments: cases.indices) func repeatedIDsAreFound(number: Int) throws {
    let (name, id, last, count) = Self.cases[number]
    let bytes = Self.rows(id, last: last)
    for duplicates in [Rules.Duplicates.last, .first] {
      let whole = try read(.bytes(Bytes(bytes)), duplicates)
      for source in [blockSource(bytes, 999), repeatedSource(bytes, 999)] {
        let intake = try read(source, duplicates)
        #expect(intake.sources[0].duplicate.rows == count, "\(name)")
        #expect(intake.sources[0].counted == whole.sources[0].counted)
        #expect(intake.diagnostics == whole.diagnostics)
        #expect(weights(intake) == weights(whole))
      }
    }
  }

  @Test func withoutAColumnOfIDsNothingIsADuplicate() throws {
    // A first column that looks like ids, and comes in no order.
    let rows = (0..<300).map { "\($0 * 7 % 10),2024-01-01 10:\(($0 % 60).padded(to: 2)),2024-01-01 11:00\n" }
    let bytes = Array(("desk,received_time,first_contact_time\n" + rows.joined()).utf8)
    for source in [blockSource(bytes, 999), repeatedSource(bytes, 999), .bytes(Bytes(bytes))] {
      #expect(try read(source).sources[0].counted.rows == 300)
    }
    // Two files, of which the second goes back to the beginning.
    let files = (0..<2).map { LeadSource(name: "\($0).csv", siteName: "x", bytes: .bytes(Bytes(bytes))) }
    let intake = try readLeads(files, options: IngestOptions())
    #expect(intake.sources.map(\.counted.rows) == [300, 300])
  }

  @Test func idsOfOneFileAreNotThoseOfTheNext() throws {
    // So many rows that nearly all are read in columns, where the file before has left its ids.
    let named = Self.rows({ "a\($0 / 2)" })
    let nameless = Array(
      String(decoding: Self.rows({ _ in "x" }), as: UTF8.self).replacing("lead_id", with: "desk").utf8)
    let ways: [([UInt8]) -> ByteSource] = [
      { .bytes(Bytes($0)) }, { blockSource($0, 999) }, { repeatedSource($0, 999) },
    ]
    for way in ways {
      for files in [[named, nameless], [nameless, named], [nameless], [named, nameless, named, nameless]] {
        let sources = files.enumerated().map { number, bytes in
          LeadSource(name: "\(number).csv", siteName: "\(number).csv", bytes: way(bytes))
        }
        let intake = try readLeads(sources, options: IngestOptions())
        let lastNamed = files.lastIndex(of: named)
        #expect(
          intake.sources.map(\.counted.rows)
            == files.enumerated().map { $1 == nameless ? 3_000 : $0 == lastNamed ? 1_500 : 0 })
      }
    }
  }

  /// How many leads each team has, removed ones left out.
  private func weights(_ intake: Intake) -> [String: Int] {
    var weights: [String: Int] = [:]
    for (index, team) in intake.table.teams.enumerated() {
      for week in intake.table.weeks.map({ $0.lowerBound.index...$0.upperBound.index }) ?? 0...0 {
        weights[team.name, default: 0] +=
          intake.table.leads(team: index, week: ISOWeek(index: week)).count { !$0.isRemoved }
      }
    }
    return weights
  }

  @Test func aLateRowThatBeliesTheFormIsRejectedAndLosesNoOthers() throws {
    // What makes a file be looked at again from the beginning, which a command's output cannot be.
    let rows = (0..<3_000).map {
      let day = "1/\($0 % 9 + 20)/2024"
      return "\(day) 10:\(($0 % 60).padded(to: 2)),\(day) 11:00\n"
    }
    let bytes = Array(
      ("received_time,first_contact_time\n" + rows.joined() + "20/1/2024 10:00,\n").utf8)
    for source in [blockSource(bytes, 999), repeatedSource(bytes, 999), .bytes(Bytes(bytes))] {
      let intake = try read(source)
      #expect(intake.sources[0].counted.rows == 3_000)
      #expect(intake.rejectedRows.map(\.place.line) == [3_002])
    }
  }

  @Test func activitiesComeBlockByBlock() throws {
    let leads = Self.rows { "\($0)" }
    let calls = (0..<3_000).map { "\($0),2024-01-10 10:\(($0 % 60).padded(to: 2))\n" }
    let text = Array(("calls of the week\n\nlead_id,time\n" + calls.joined()).utf8)
    var intakes: [Intake] = []
    for bytes in [ByteSource.bytes(Bytes(text)), blockSource(text, 777), repeatedSource(text, 777)] {
      let source = LeadSource(
        name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(leads)), activities: 0)
      let activities = ActivitySource(files: [.init(name: "calls.csv", siteName: "calls.csv", bytes: bytes)])
      intakes.append(try readLeads([source], activities: [[activities]], options: IngestOptions()))
    }
    let answers = intakes.map { intake in
      let table = intake.table
      return table.partitions.enumerated().flatMap { index, leads in
        leads.map { "\(table.lead($0, team: index / table.weekCount).response)" }
      }.sorted()
    }
    #expect(answers[0].count == 3_000 && answers[0].allSatisfy { $0.hasPrefix("after") })
    #expect(answers[1] == answers[0] && answers[2] == answers[0])
    #expect(intakes.allSatisfy { $0.diagnostics == intakes[0].diagnostics })
  }
}

/// A source that hands over a text in chunks, as often as it is asked to.
func repeatedSource(_ text: [UInt8], _ chunk: Int) -> ByteSource {
  .repeatable {
    guard case .blocks(let pull) = blockSource(text, chunk) else { return { () throws(Failure) in nil } }
    return pull
  }
}
