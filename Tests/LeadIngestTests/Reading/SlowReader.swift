import LeadModel

@testable import LeadIngest

/// The slow and obvious reading of leads: the rules sentence by sentence, with Strings and arrays.
struct SlowReader {
  /// A lead that counts, as text that says everything about it.
  var leads: [String] = []
  var accounts: [SourceAccount] = []
  /// File, line, header and text of each rejected row.
  var rejected: [String] = []
  var firstReceived: Int64?
  var cutoff: Int64?
  var skipped = 0
  var repeated = 0
  var contradicted = 0
  /// Whether all rows of some file are rejected.
  var isUnreadable = false

  private struct Row {
    var file: Int
    var id: String
    var received: Int64
    var isEligible: Bool
    var isAfter = false
    var team: String
    var attributes: String
    var response: Response
    var weight: Int
  }

  init(_ files: [(name: String, text: [UInt8])], _ options: IngestOptions) {
    var rows: [Row] = []
    for (number, file) in files.enumerated() {
      rows += read(file.text, file.name, number, options)
    }
    isUnreadable = rows.isEmpty && accounts.contains { $0.rejected.rows > 0 }
    firstReceived = rows.map(\.received).min()
    cutoff = options.rules.asOf?.microseconds ?? rows.map(\.received).max()
    var counted: [Row] = []
    for (position, row) in rows.enumerated() {
      let tally = SourceAccount.Tally(rows: 1, leads: row.weight)
      let rivals =
        switch options.rules.duplicates {
        case .last: rows[(position + 1)...]
        case .first: rows[..<position]
        case .keep: rows[..<0]
        }
      let isReplaced = !row.id.isEmpty && rivals.contains { $0.id == row.id }
      if !row.isEligible {
        accounts[row.file].notEligible.add(tally)
      } else if row.isAfter {
        accounts[row.file].afterCutoff.add(tally)
      } else if isReplaced {
        accounts[row.file].duplicate.add(tally)
      } else {
        accounts[row.file].counted.add(tally)
        counted.append(row)
      }
      accounts[row.file].read.add(tally)
    }
    let isNamed = counted.contains { !$0.team.isEmpty }
    for row in counted {
      let zone = options.teamZones[Name(row.team)] ?? options.zone ?? .floating
      let local = zone.local(of: Instant(microseconds: row.received))
      let week = ISOWeek(containing: local.date)
      let minute = local.minutes - LocalTime(date: week.monday).minutes
      let pending =
        options.rules.pending == .count
        ? 0 : options.rules.thresholds.count { row.received > cutoff! - Int64($0) * 60_000_000 }
      let team = row.team.isEmpty ? (isNamed ? "(no team)/-" : options.rules.unnamedTeam + "/-") : row.team
      leads.append(
        "\(team) \(week) \(minute) \(row.response) x\(row.weight) pending \(pending) \(row.attributes)")
    }
    leads.sort()
  }

  private mutating func read(_ text: [UInt8], _ name: String, _ number: Int, _ options: IngestOptions)
    -> [Row]
  {
    var account = SourceAccount(name: name)
    var result: [Row] = []
    // How many rejected rows there have been since a lonely one after a blank one, with nothing else after it: a footer,
    // at the end.
    var below: Int?
    let table = SlowCSV(text).rows
    let header = table[0].fields.map { String(decoding: $0, as: UTF8.self) }
    for row in table.dropFirst() {
      let fields = row.fields.map { trimmed(String(decoding: $0, as: UTF8.self)) }
      if fields.allSatisfy(\.isEmpty) {
        below = below ?? 0
        continue
      }
      let isLonely = fields.count { !$0.isEmpty } == 1
      let isShort = fields.count < header.count && below ?? 0 > 0
      var isRejected = false
      defer { if !isRejected || !isLonely && !isShort { below = nil } }
      func reject(_ column: String?, _ text: String) {
        isRejected = true
        below = below.map { $0 + 1 }
        account.rejected.rows += 1
        account.read.rows += 1
        rejected.append("\(name):\(row.line) \(column ?? "-") \(text)")
      }
      guard fields.count >= header.count, fields[header.count...].allSatisfy(\.isEmpty) else {
        reject(nil, "")
        continue
      }
      func value(_ column: String) -> String { header.firstIndex(of: column).map { fields[$0] } ?? "" }
      let blanks = ["", "-", "n/a", "null"]
      let (received, first) = (value("received"), value("first_response"))
      guard let receivedTime = SlowTime(received) else {
        reject("received", received)
        continue
      }
      let firstTime = SlowTime(first)
      if firstTime == nil, !blanks.contains(first) {
        reject("first_response", first)
        continue
      }
      let flags = ["yes": true, "no": false]
      if !value("eligible").isEmpty, flags[value("eligible")] == nil {
        reject("eligible", value("eligible"))
        continue
      }
      if !value("contacted_within").isEmpty, flags[value("contacted_within")] == nil {
        reject("contacted_within", value("contacted_within"))
        continue
      }
      guard let weight = value("leads").isEmpty ? 1 : Int(value("leads")), weight >= 0 else {
        reject("leads", value("leads"))
        continue
      }
      let zone = options.zone ?? .floating
      let start = instant(receivedTime, zone, after: nil)
      let end = firstTime.map { instant($0, zone, after: start) }
      let asOf = options.rules.asOf?.microseconds ?? .max
      let isEligible = flags[value("eligible")] ?? true
      let names = ["rep", "manager", "channel", "source", "outcome"].map { "\($0)=\(value($0))" }
      let isRead = isEligible && start <= asOf
      result.append(
        Row(
          file: number, id: value("id"), received: start, isEligible: isEligible, isAfter: start > asOf,
          team: value("team"), attributes: names.joined(separator: " "),
          response: response(start, end, asOf, flags[value("contacted_within")], options.rules, isRead),
          weight: weight))
    }
    rejected.removeLast(below ?? 0)
    account.rejected.rows -= below ?? 0
    account.read.rows -= below ?? 0
    accounts.append(account)
    return result
  }

  private mutating func instant(_ time: SlowTime, _ zone: ZoneRules, after start: Int64?) -> Int64 {
    if let offset = time.offset { return time.local - offset }
    switch zone.instants(of: LocalTime(microseconds: time.local)) {
    case .once(let instant): return instant.microseconds
    case .skipped(let instant):
      skipped += 1
      return instant.microseconds
    case .twice(let first, let second):
      repeated += 1
      return (start.map { first.microseconds < $0 } ?? false ? second : first).microseconds
    }
  }

  private mutating func response(
    _ start: Int64, _ end: Int64?, _ asOf: Int64, _ flag: Bool?, _ rules: Rules, _ isRead: Bool
  ) -> Response {
    guard let end else { return flag == true ? .flagged : .never }
    if end > asOf { return .never }
    let time = end - start
    let forgiven = time < 0 && time >= -Int64(rules.clockSkewSeconds) * 1_000_000 ? 0 : time
    let isWithin = forgiven >= 0 && forgiven <= Int64(rules.threshold) * 60_000_000
    if let flag, flag != isWithin, isRead { contradicted += 1 }
    return forgiven < 0 ? .anomaly : .after(forgiven)
  }

  private func trimmed(_ text: String) -> String {
    let white: Set<Character> = [" ", "\t", "\u{A0}", "\n", "\r", "\r\n"]
    return String(text.drop { white.contains($0) }.reversed().drop { white.contains($0) }.reversed())
  }
}

extension SourceAccount.Tally {
  fileprivate mutating func add(_ other: Self) {
    rows += other.rows
    leads += other.leads
  }
}

/// A timestamp as `2024-01-15 14:30[:59[.123456]][Z|+01:00| GMT+1]`, the blank perhaps a `T`.
struct SlowTime {
  var local: Int64
  /// Microseconds east of UTC; nil where it is not said.
  var offset: Int64?

  init?(_ text: String) {
    var rest = Substring(text)
    if rest.last == "Z" {
      offset = 0
      rest = rest.dropLast()
    } else if let sign = rest.dropFirst(16).firstIndex(where: { "+-".contains($0) }) {
      let numbers = rest[sign...].dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      guard let hours = Int64(numbers[0]), let minutes = numbers.count == 1 ? 0 : Int64(numbers[1]) else {
        return nil
      }
      offset = (hours * 60 + minutes) * 60_000_000 * (rest[sign] == "-" ? -1 : 1)
      rest = rest[..<sign]
      if rest.hasSuffix(" GMT") { rest = rest.dropLast(4) }
    }
    let fraction = rest.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = fraction[0].split { "- T:".contains($0) }.compactMap { Int($0) }
    guard fraction[0].split(whereSeparator: { "- T:".contains($0) }).count == numbers.count,
      numbers.count == 5 || numbers.count == 6, (1...12).contains(numbers[1]),
      (1...lengths(numbers[0])[numbers[1] - 1]).contains(numbers[2]), numbers[3] < 24, numbers[4] < 60,
      numbers.count == 5 || numbers[5] < 60
    else { return nil }
    local = counted(
      numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers.count > 5 ? numbers[5] : 0)
    if fraction.count > 1 {
      guard let micros = Int64((fraction[1] + "000000").prefix(6)) else { return nil }
      local += micros
    }
  }
}
