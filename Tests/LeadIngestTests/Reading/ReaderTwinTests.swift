import LeadModel
import Testing

@testable import LeadIngest

/// The whole reader against ``SlowReader``, on exports of everything that may happen in one.
@Suite struct ReaderTwinTests {
  /// New York in 2024, and a zone half an hour beside it that never changes.
  static let newYork = ZoneRules(
    name: "America/New_York",
    transitions: [
      .init(at: .min, offset: -18_000), .init(at: 1_710_054_000, offset: -14_400),
      .init(at: 1_730_613_600, offset: -18_000),
    ])
  static let other = ZoneRules(name: "Other", transitions: [.init(at: .min, offset: -16_200)])

  @Test(arguments: 0..<60)
  func everyFateIsThatOfTheContract(seed: UInt64) throws {
    var random = SeededNumbers(state: seed &* 77 &+ 5)
    func coin() -> Bool { Bool.random(using: &random) }
    var options = IngestOptions()
    options.rules.maxRejectedPercent = 100
    if coin() {
      options.zone = Self.newYork
      if coin() { options.teamZones = [Name("West"): Self.other] }
    }
    options.rules.also = coin() ? [5, 1_440, 50_000] : []
    options.rules.pending = coin() ? .exclude : .count
    options.rules.duplicates = coin() ? .last : coin() ? .first : .keep
    options.rules.clockSkewSeconds = coin() ? 0 : 3_600 * 5
    if coin() { options.rules.asOf = Instant(microseconds: counted(2024, 11, 3, 9, 30)) }
    var generator = ExportGenerator(
      seed: seed, hasZone: options.zone != nil,
      ids: ExportGenerator.IDs.allCases.randomElement(using: &random)!)
    let files = (0..<Int.random(in: 1...3, using: &random)).map { number in
      (name: "file\(number).csv", text: generator.file(rows: Int.random(in: 0..<120, using: &random)))
    }
    let slow = SlowReader(files, options)
    for way in Way.some(&random) {
      options.threads = way.splitPoint == nil ? 1 : 2
      if slow.isUnreadable {
        #expect(throws: Failure.self) { _ = try way.read(files, options) }
      } else {
        compare(try way.read(files, options), slow, way)
      }
    }
  }

  /// One way of reading the same files.
  struct Way {
    /// In blocks of that size; nil in one piece.
    var block: Int?
    var window: Int
    /// Where files are cut for the second thread; nil to use one.
    var splitPoint: Double?

    /// A few ways of each kind.
    static func some(_ random: inout SeededNumbers) -> [Way] {
      [1, 7, 1_000].map { Way(block: $0, window: [1, 64, 1 << 15].randomElement(using: &random)!) }
        + [1, 64, 200, 1 << 15].map { Way(window: $0) }
        + (0..<5).map { _ in Way(window: 200, splitPoint: Double.random(in: 0...1, using: &random)) }
    }

    func read(_ files: [(name: String, text: [UInt8])], _ options: IngestOptions) throws -> Intake {
      let sources = files.map { file in
        LeadSource(
          name: file.name, siteName: file.name,
          bytes: block.map { blockSource(file.text, $0) } ?? .bytes(Bytes(file.text)))
      }
      let tuning = ReadTuning(windowSize: window, splitSize: 1, splitPoint: splitPoint ?? 0)
      return try readLeads(sources, options: options, tuning: tuning)
    }
  }

  private func compare(_ intake: Intake, _ slow: SlowReader, _ way: Way) {
    #expect(unpacked(intake) == slow.leads, "\(way)")
    #expect(intake.sources.map(withoutColumns) == slow.accounts, "\(way)")
    #expect(intake.sources.allSatisfy { $0.isBalanced }, "\(way)")
    let rejected = intake.rejectedRows.map { "\($0.place) \($0.place.key ?? "-") \($0.text)" }
    #expect(rejected == slow.rejected, "\(way)")
    #expect(intake.firstReceived?.microseconds == slow.firstReceived, "\(way)")
    #expect(intake.cutoff?.microseconds == slow.cutoff, "\(way)")
    #expect(intake.skippedTimes == slow.skipped, "\(way)")
    #expect(intake.repeatedTimes == slow.repeated, "\(way)")
    #expect(intake.contradictedFlags == slow.contradicted, "\(way)")
  }

  private func withoutColumns(_ account: SourceAccount) -> SourceAccount {
    var account = account
    account.columns = []
    return account
  }

  /// The leads of a table, as ``SlowReader`` writes them.
  private func unpacked(_ intake: Intake) -> [String] {
    let table = intake.table
    var result: [String] = []
    for (number, team) in table.teams.enumerated() {
      guard let weeks = table.weeks else { break }
      for week in weeks.lowerBound.index...weeks.upperBound.index {
        for packed in table.leads(team: number, week: ISOWeek(index: week)) where !packed.isRemoved {
          let lead = table.lead(packed, team: number)
          let names = Role.allCases.map { role in
            "\(role)=\(lead.attributes[role].map { table.names[role]![$0] } ?? "")"
          }
          result.append(
            "\(team.name)\(team.isUnnamed ? "/-" : "") \(ISOWeek(index: week)) \(lead.minuteOfWeek) "
              + "\(lead.response) x\(lead.weight) pending \(lead.pendingCount) "
              + names.joined(separator: " "))
        }
      }
    }
    return result.sorted()
  }
}
