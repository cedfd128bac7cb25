/// A question that a quantity answers by its name: `below_50`, `at_least_12_5`, `fell_by_5`.
struct Comparison {
  private let holds: @Sendable (Double) -> Bool

  /// Questions with a number, by the words before it. A change fell by 5 when it is −5 or lower.
  private static let kinds: [(name: String, holds: @Sendable (Double, Double) -> Bool)] = [
    ("below", { $0 < $1 }), ("above", { $0 > $1 }), ("at_least", { $0 >= $1 }), ("at_most", { $0 <= $1 }),
    ("is", { $0 == $1 }), ("rose_by", { $0 >= $1 }), ("fell_by", { $0 <= -$1 }),
  ]

  /// One of each kind, as a person would write it.
  static let examples = ["any", "one"] + kinds.map { $0.name + "_5" }

  /// The question of that name, or nil where there is none such.
  init?(_ name: String) {
    switch name {
    case "any": holds = { $0 != 0 }
    case "one": holds = { $0 == 1 }
    default:
      guard let kind = Self.kinds.first(where: { name.hasPrefix($0.name + "_") }),
        let number = Self.number(name.dropFirst(kind.name.utf8.count + 1))
      else { return nil }
      holds = { kind.holds($0, number) }
    }
  }

  /// The answer for a number; of nothing, no comparison holds.
  func callAsFunction(_ number: Double?) -> Bool { number.map(holds) ?? false }

  /// `5` or `12_5`, which is 12.5.
  private static func number(_ text: Substring) -> Double? {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    return isDigits && parts.count <= 2 ? Double(parts.joined(separator: ".")) : nil
  }

  /// Whether a name was meant to be a question: it ends in an underscore and a number.
  static func isLike(_ name: String) -> Bool {
    name.split(separator: "_").dropFirst().last?.utf8.allSatisfy { (48...57).contains($0) } ?? false
  }

  /// The name that was probably meant, the number in it kept; nil where that would be none.
  static func meant(by name: String, suggest: (String, [String]) -> String?) -> String? {
    guard let start = name.firstIndex(where: \.isNumber) else { return nil }
    let meant = suggest(String(name[..<start]), kinds.map { $0.name + "_" }).map { $0 + name[start...] }
    return meant.flatMap { Comparison($0) == nil ? nil : $0 }
  }
}
