import LeadModel

/// Makes exports of everything that may happen in one, from a seed.
struct ExportGenerator {
  var random: SeededNumbers
  var hasZone: Bool
  var ids: IDs
  private var nextID = 1

  /// How ids are written.
  enum IDs: CaseIterable {
    /// Ascending over all files.
    case ascending
    /// Numbers after a prefix, many of them twice, without and with leading zeros.
    case numbers, paddedNumbers
    /// The same, and now and then another one.
    case mostlyNumbers
    /// All sorts.
    case mixed
  }

  init(seed: UInt64, hasZone: Bool, ids: IDs) {
    random = SeededNumbers(state: seed)
    self.hasZone = hasZone
    self.ids = ids
  }

  /// True so many times of a hundred.
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func pick<Element>(_ all: [Element]) -> Element { all.randomElement(using: &random)! }

  mutating func file(rows: Int) -> [UInt8] {
    var columns = ["received", "first_response"] + (chance(85) ? ["id"] : [])
    for column in ["team", "rep", "manager", "channel", "source", "outcome", "eligible", "leads", "notes"]
    where chance(column == "team" || column == "rep" ? 80 : 30) {
      columns.append(column)
    }
    if chance(30) { columns.append("contacted_within") }
    columns.shuffle(using: &random)
    let lineBreak = pick(["\n", "\r\n", "\r"])
    var text = columns.joined(separator: ",") + lineBreak
    for row in 0..<rows {
      if chance(3) { text += pick(["", "  ", "\t", ",", ",\"\","]) + lineBreak }
      if chance(2) { text += String(repeating: ",", count: columns.count - 1) + lineBreak }
      var fields: [String] = []
      for column in columns { fields.append(written(value(of: column))) }
      if chance(2) { fields.removeLast() }
      if chance(2) { fields.append(pick(["", "extra", " "])) }
      text += fields.joined(separator: ",")
      if row < rows - 1 || chance(70) { text += lineBreak }
    }
    return Array(text.utf8)
  }

  /// A field that says the value, in one of the ways there are.
  private mutating func written(_ value: String) -> String {
    let mustQuote = value.utf8.contains { ",\"\n\r".utf8.contains($0) }
    if mustQuote || chance(10) { return "\"" + value.replacing("\"", with: "\"\"") + "\"" }
    return chance(4) ? " \(value)\u{A0}" : value
  }

  private mutating func value(of column: String) -> String {
    switch column {
    case "received": chance(2) ? pick(["", "soon", "2024-02-30 10:00:00"]) : time()
    case "first_response":
      chance(20)
        ? pick(["", "-", "n/a", "null"]) : chance(2) ? pick(["later", "2024-13-01 10:00:00"]) : time()
    case "id": id()
    case "team": pick(["", "North", "South", " North", "West", "Sales, \"EMEA\"", "(no team)"])
    case "rep":
      pick(["", "Ana", "José", "a rep whose name is rather long", "a rep whose name is rather lonG"])
    case "eligible": chance(2) ? "perhaps" : pick(["yes", "yes", "yes", "no"])
    case "contacted_within": chance(2) ? "perhaps" : pick(["", "yes", "no"])
    case "leads": chance(2) ? pick(["-1", "many", ""]) : pick(["0", "1", "1", "2", "40"])
    case "notes": pick(["", "a, b", "two\nlines", "two\r\nlines", "say \"hi\"", "plain text that is longer"])
    default: pick(["", "x", "y", "longer than eight", "longer than sixteen bytes"])
    }
  }

  private mutating func id() -> String {
    let number = Int.random(in: 0..<150, using: &random)
    switch ids {
    case .ascending:
      nextID += Int.random(in: 1...3, using: &random)
      return chance(5) ? "" : "L\(10_000_000 + nextID)"
    case .numbers: return chance(5) ? "" : "7-\(number)"
    case .paddedNumbers: return chance(5) ? "" : "AB" + number.padded(to: 5)
    case .mostlyNumbers: return chance(2) ? pick(["x", "L07", "L123456789", "L99999999"]) : "L\(number)"
    case .mixed: break
    }
    return pick(["", "A,1", "a id that is longer than sixteen ", "7", "L"])
      + (chance(90) ? String(Int.random(in: 0..<60, using: &random)) : "")
  }

  private mutating func time() -> String {
    // Around both clock changes, and the weeks between them thinly.
    let days = [(3, 9), (3, 10), (3, 11), (11, 2), (11, 3), (11, 4), (7, 15), (12, 31)]
    let (month, day) = pick(days)
    let (hour, minute) = (
      pick([Int.random(in: 0..<24, using: &random), 1, 2]), Int.random(in: 0..<60, using: &random)
    )
    let second = pick([nil, 0, Int.random(in: 0..<60, using: &random)])
    func two(_ number: Int) -> String { number.padded(to: 2) }
    var text = "2024-\(two(month))-\(two(day))\(pick([" ", "T"]))\(two(hour)):\(two(minute))"
    if let second { text += ":" + two(second) + (chance(10) ? pick([".5", ".000001", ".1234567"]) : "") }
    if hasZone, chance(20) { text += pick(["Z", "+01:00", "-05:30", " GMT+1", "-3:30"]) }
    return text
  }
}
