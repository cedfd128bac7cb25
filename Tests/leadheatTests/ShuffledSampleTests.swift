import Foundation
import Testing

/// The sample with its response times dealt out anew: the same leads, teams, people and shifts, and nothing to find.
@Suite struct ShuffledSampleTests {
  /// Received and first contact as the sample writes them, in seconds.
  private static func seconds(_ text: some StringProtocol) -> Int? {
    let parts = text.split { "- :".contains($0) }.map { Int($0) }
    guard parts.count == 6, !parts.contains(nil), text.count == 19 else { return nil }
    var time = DateComponents()
    (time.year, time.month, time.day) = (parts[0], parts[1], parts[2])
    (time.hour, time.minute, time.second) = (parts[3], parts[4], parts[5])
    return calendar.date(from: time).map { Int($0.timeIntervalSince1970) }
  }

  private static func written(_ seconds: Int) -> String {
    let time = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
    return String(
      format: "%04d-%02d-%02d %02d:%02d:%02d", time.year!, time.month!, time.day!, time.hour!, time.minute!,
      time.second!)
  }

  private static let calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    return calendar
  }()

  /// The rows that can be read here, those that quote left out, each with another one's response time.
  private static func shuffled(_ seed: UInt64) throws -> String {
    var (rows, times) = ([[String]](), [Int?]())
    for name in ["leads-2026-10-19.csv", "leads-2026-11-16.csv"] {
      let text = try String(contentsOfFile: Binary.package + "/sample_data/" + name, encoding: .utf8)
      for line in text.split(whereSeparator: \.isNewline).dropFirst() where !line.contains("\"") {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 9, let received = seconds(fields[1]) else { continue }
        let contact = seconds(fields[2])
        if contact == nil && !fields[2].isEmpty { continue }
        rows.append(fields)
        times.append(contact.map { $0 - received })
      }
    }
    var random = Dice(state: seed)
    times.shuffle(using: &random)
    let lines = zip(rows, times).map { row, time in
      var row = row
      row[2] = time.map { written(seconds(row[1])! + $0) } ?? ""
      return row.joined(separator: ",")
    }
    let header =
      "lead_id,received_time,first_contact_time,first_contact_channel,rep_name,team,lead_source,outcome,eligible"
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  /// SplitMix64.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// A site may err one time in twenty, and then on few of its pages: these copies must be silent on all of them.
  @Test func nothingIsFound() throws {
    var (pages, found) = (0, [String]())
    for seed in UInt64(1)...3 {
      let scratch = Scratch()
      let leads = scratch.write("leads.csv", try Self.shuffled(seed))
      let outcome = try Binary.run(
        ["build", "--config", "sample_data/leadheat.yml", leads, "--output", scratch.path + "/site"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      for (path, bytes) in Scratch.tree(scratch.path + "/site") where path.hasSuffix(".html") {
        let page = String(decoding: bytes, as: UTF8.self)
        guard let start = page.firstRange(of: "id=\"findings\"")?.upperBound else { continue }
        let section = page[start...].components(separatedBy: "</section>")[0]
        pages += 1
        if section.contains("<li>") { found.append(path) }
      }
    }
    #expect(pages > 120)
    #expect(found.isEmpty, "\(found.sorted()) of \(pages)")
  }
}
