import LeadModel

/// A pattern for the paths of exports, in which `{team}` stands for the name of the team that their rows are of:
/// `leads-{team}-*.csv`, `{team}/2026-??.csv`.
///
/// `*` stands for any characters and `?` for one, neither for a slash. It is compared with as many of the last
/// steps of a path as it has itself. Each stands for as little as it can, from the left to the right.
package struct TeamPattern: Hashable, Sendable {
  /// As it was written.
  package let text: String
  /// Steps before the one with `{team}`, and after it.
  private let before: [[Unicode.Scalar]]
  private let after: [[Unicode.Scalar]]
  /// What stands around `{team}`.
  private let prefix: [Unicode.Scalar]
  private let suffix: [Unicode.Scalar]

  /// The pattern of a text; nil where `{team}` does not occur in it just once.
  package init?(_ text: String) {
    let mark = "{team}"
    let steps = text.split(separator: "/").map(String.init).filter { $0 != "." }
    let parts = steps.map { $0.split(separator: mark, omittingEmptySubsequences: false) }
    guard let place = parts.firstIndex(where: { $0.count > 1 }), parts[place].count == 2,
      parts[(place + 1)...].allSatisfy({ $0.count == 1 })
    else { return nil }
    self.text = text
    before = steps[..<place].map { Array($0.unicodeScalars) }
    after = steps[(place + 1)...].map { Array($0.unicodeScalars) }
    prefix = Array(parts[place][0].unicodeScalars)
    suffix = Array(parts[place][1].unicodeScalars)
  }

  /// The teams that a path may name, each once, the one that is meant first; none where it does not match.
  func teams(in path: String) -> [String] {
    let steps = path.split(separator: "/").map { Array($0.unicodeScalars) }.suffix(
      before.count + 1 + after.count)
    guard steps.count == before.count + 1 + after.count,
      zip(before, steps).allSatisfy({ matches($0[...], $1[...]) }),
      zip(after, steps.suffix(after.count)).allSatisfy({ matches($0[...], $1[...]) })
    else { return [] }
    let name = steps[steps.startIndex + before.count]
    let starts = name.indices.filter { matches(prefix[...], name[..<$0]) }
    let ends = name.indices.map { $0 + 1 }.filter { matches(suffix[...], name[$0...]) }
    var found: [String] = []
    for start in starts {
      for end in ends where end > start {
        let scalars = String(String.UnicodeScalarView(name[start..<end]))
        let team = scalars.withFieldBytes { cleanName($0.trimmed) }
        if !team.isEmpty, !found.contains(team) { found.append(team) }
      }
    }
    return found
  }
}

/// Whether `*` and `?` of a pattern can stand for something that makes it the name.
private func matches(_ pattern: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>) -> Bool {
  var (next, place) = (pattern.startIndex, name.startIndex)
  // Where the last star stands, and where what comes after it was last looked for: only there can more be tried.
  var star: (next: Int, place: Int)?
  while place < name.endIndex {
    if next < pattern.endIndex, pattern[next] == "*" {
      star = (next, place)
      next += 1
    } else if next < pattern.endIndex, pattern[next] == "?" || pattern[next] == name[place] {
      next += 1
      place += 1
    } else if let last = star {
      star = (last.next, last.place + 1)
      (next, place) = (last.next + 1, last.place + 1)
    } else {
      return false
    }
  }
  return pattern[next...].allSatisfy { $0 == "*" }
}
