import LeadModel

/// What the headers of a small table mean, such as a schedule's.
struct TableHeader<Role: ColumnVocabulary>: HeaderMeaning {
  var header: [String]
  /// The position of the column that plays a role.
  var positions: [Role: Int]
  var diagnostics: [Diagnostic]
  var recognised: Int { positions.count }

  /// Finds the columns of a header at that place. `missing` is what to say where none plays one of the `required`
  /// roles; it sees a header that may be meant, where `suggests` asks for one.
  init(
    _ header: [String], at place: Place, required: [Role], suggests: Bool,
    missing: (Role, _ near: String?) -> Diagnostic
  ) {
    let match = ColumnMatch<Role>(header.map(HeaderText.init), explicit: [:])
    let unused = header.indices.filter { !match.positions.values.contains($0) }.map { header[$0] }
    diagnostics = match.facts.map { $0.diagnostic(at: place, mapping: nil) }
    for role in required
    where match.positions[role] == nil && !match.facts.contains(where: { $0.concerns(role.title) }) {
      diagnostics.append(missing(role, suggests ? nearMiss(of: role.aliases, among: unused) : nil))
    }
    self.header = header
    positions = match.positions
  }
}
