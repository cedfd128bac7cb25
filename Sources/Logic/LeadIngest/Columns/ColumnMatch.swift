import LeadModel

/// Which columns play the roles of a vocabulary, found by their headers.
struct ColumnMatch<Role: ColumnVocabulary> {
  /// The position of the column that plays a role.
  var positions: [Role: Int] = [:]
  /// Why it is that column.
  var reasons: [Role: ColumnReason] = [:]
  /// What was found on the way; errors among them mean that the match is of no use.
  var facts: [ColumnFact] = []

  /// Gives each role the column that `explicit` names, else one that goes by a name of the best standing:
  /// `preferred` before the canonical name before the other aliases. `suits` says whether a column may play
  /// a role by a name; it sees both normalised.
  init(
    _ header: [HeaderText], explicit: [Role: String], preferred: [Role: [String]] = [:],
    suits: (Role, HeaderText, String) -> Bool = { $1.key == $2 }
  ) {
    for (role, name) in explicit.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let exact = header.indices.filter { header[$0].text == name }
      let found = exact.isEmpty ? header.indices.filter { header[$0].key == normalised(name) } : exact
      switch found.count {
      case 0:
        facts.append(
          .unknownHeader(
            role: role.title, key: role.rawValue, asked: name,
            near: suggestion(for: name, among: header.map(\.text)), found: header.map(\.text)))
      case 1: (positions[role], reasons[role]) = (found[0], .mapping)
      default: facts.append(.repeatedHeader(role: role.title, header: name, columns: found.map { $0 + 1 }))
      }
    }
    let taken = Set(positions.values)
    for role in Role.allCases where explicit[role] == nil {
      let keys = Role.keys[role] ?? []
      let standings = [(preferred[role] ?? []).map(normalised)[...], keys.prefix(1), keys.dropFirst()]
      let ranked = standings.map { names in
        header.indices.filter { index in
          !taken.contains(index) && names.contains { suits(role, header[index], $0) }
        }
      }
      guard let standing = ranked.firstIndex(where: { !$0.isEmpty }) else { continue }
      // `created_at` is the column of that name, and not as good as `created_at_utc`.
      let bare = ranked[standing].filter { header[$0].zoneName == nil }
      let best = bare.isEmpty ? ranked[standing] : bare
      if best.count > 1 {
        let texts = best.map { header[$0].text }
        facts.append(
          Set(texts).count == 1
            ? .repeatedHeader(role: role.title, header: texts[0], columns: best.map { $0 + 1 })
            : .equalColumns(role: role.title, key: role.rawValue, headers: texts))
        continue
      }
      positions[role] = best[0]
      reasons[role] = [.preset, .canonicalName, .alias][standing]
      let others = Set(ranked.joined()).subtracting(best).sorted().map { header[$0].text }
      if !others.isEmpty {
        facts.append(.preferred(role: role.title, header: header[best[0]].text, others: others))
      }
    }
  }
}

/// Why a column was given a role.
package enum ColumnReason: Hashable, Sendable {
  /// The configuration says so.
  case mapping
  /// A known system calls it that.
  case preset
  /// It has the role's own name.
  case canonicalName
  /// It has another name that is usual for the role.
  case alias
}
