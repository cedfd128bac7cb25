/// A header as aliases are compared: small letters and digits only. `Lead - ID` is `leadid`.
package func normalised(_ header: String) -> String {
  String(String.UnicodeScalarView(header.lowercased().unicodeScalars.filter(\.isAlphanumeric)))
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit, of any script.
  fileprivate var isAlphanumeric: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}

/// The candidate that was probably meant, or nil where none is near: equal after ``normalised(_:)``, one in the
/// other, or reached by few single-letter changes, a neighbouring swap counting as one.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let wanted = Array(normalised(word).unicodeScalars)
  guard !wanted.isEmpty else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let given = Array(normalised(candidate).unicodeScalars)
    guard !given.isEmpty else { continue }
    var distance = editDistance(wanted, given)
    let (short, long) = given.count < wanted.count ? (given, wanted) : (wanted, given)
    if short.count >= 4, long.contains(short) { distance = min(distance, 2) }
    guard distance <= max(1, max(wanted.count, given.count) / 4) else { continue }
    if best == nil || distance < best!.distance { best = (distance, candidate) }
  }
  return best?.candidate
}

/// The optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      var cost = min(
        last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
