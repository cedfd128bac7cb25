/// Rows with ids that only stand for none, such as `NULL`: by the letter all that have the same one are one lead.
struct PlaceholderIDs {
  private(set) var rows = 0
  /// The first of the ids; nil without any.
  private(set) var text: String?

  /// Takes a row with that id into account.
  @inline(never)
  mutating func note(_ id: FieldBytes) {
    guard id.isPlaceholder else { return }
    rows += 1
    text = text ?? id.decoded
  }

  static func += (left: inout Self, right: Self) {
    left.rows += right.rows
    left.text = left.text ?? right.text
  }
}

extension FieldBytes {
  /// Whether an id stands for none, or for many: a word for nothing, 0, or what a spreadsheet leaves of a long number,
  /// `1.23457E+12`.
  var isPlaceholder: Bool {
    if isBlankTime(self) || isSame(as: "0") || isSame(as: "unknown") { return true }
    guard count <= 16, self[0].isDigit, self[count - 1].isDigit else { return false }
    let mantissa = (0..<count).prefix {
      self[$0].isDigit || self[$0] == UInt8(ascii: ".") || self[$0] == UInt8(ascii: ",")
    }
    return self[mantissa.count].lowercased == UInt8(ascii: "e")
      && self[mantissa.count + 1] == UInt8(ascii: "+")
      && (mantissa.count + 2..<count).allSatisfy { self[$0].isDigit }
  }
}
