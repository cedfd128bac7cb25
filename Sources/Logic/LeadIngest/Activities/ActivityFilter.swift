/// Which types or channels of activities are first responses, and how many others there are.
struct ActivityFilter: ~Copyable {
  /// The words as they were written, each with its small letters.
  private let wanted: [(word: String, key: String)]
  private var names = NameIndex()
  /// By number of the name, whether it is wanted, and how many rows have it.
  private var isWanted: [Bool] = []
  private var rows: [Int] = []
  private var blank = 0

  /// A filter for those words, capital and small letters alike; without any it lets everything through.
  init(_ words: [String]) {
    wanted = words.map { ($0, $0.lowercased()) }
  }

  /// Whether an activity of this type or channel counts; takes note of it.
  mutating func admits(_ field: FieldBytes, _ scratch: inout Scratch) -> Bool {
    let number = Int(names.number(of: field, &scratch))
    guard number >= 0 else {
      blank += 1
      return wanted.isEmpty
    }
    if number == rows.count {
      let key = names.names[number].lowercased()
      isWanted.append(wanted.isEmpty || wanted.contains { $0.key == key })
      rows.append(0)
    }
    rows[number] += 1
    return isWanted[number]
  }

  /// What there is to say about it, its column having that meaning.
  func facts(_ column: ActivityColumn) -> [ActivityFact] {
    guard !wanted.isEmpty else {
      return column == .type && names.names.count > 1 ? [.allTypes(names.names.sorted())] : []
    }
    let found = Set(names.names.map { $0.lowercased() })
    var facts = wanted.filter { !found.contains($0.key) }.map { unused in
      ActivityFact.unusedFilter(column, word: unused.word, found: names.names.sorted())
    }
    var others = rows.indices.filter { !isWanted[$0] }.map { number in
      ActivityFact.Kind(name: names.names[number], rows: rows[number])
    }
    if blank > 0 { others.append(ActivityFact.Kind(name: "", rows: blank)) }
    others.sort { ($1.rows, $0.name) < ($0.rows, $1.name) }
    if !others.isEmpty { facts.append(.leftOut(column, others)) }
    return facts
  }
}
