/// The candidate that was probably meant by a misspelt name, or nil where none is near.
///
/// Near is a Damerau–Levenshtein distance (optimal string alignment, letter case ignored) of at most a third
/// of the longer name's length; of equally near candidates the first wins.
package func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(100))
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased().unicodeScalars.prefix(100))
    let limit = max(1, max(wanted.count, letters.count) / 3)
    // Each letter more or less is a step.
    if abs(wanted.count - letters.count) > limit { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit && distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.name
}

/// The shortest candidate that contains a name of five letters or more: `first_response` for `response`; nil where
/// none does.
package func extended(_ name: String, among candidates: some Sequence<String>) -> String? {
  if name.count < 5 { return nil }
  return candidates.filter { $0.lowercased().contains(name.lowercased()) }.min { $0.count < $1.count }
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between two texts.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
