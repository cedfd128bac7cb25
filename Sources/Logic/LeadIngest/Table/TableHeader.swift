import LeadModel

/// What the headers of a table beside the leads mean, such as a schedule's.
struct TableHeader<Role: ColumnVocabulary>: HeaderMeaning {
  let header: [String]
  /// The position of the column that plays a role.
  let positions: [Role: Int]
  /// The positions of the columns that a table must have.
  let needed: [Int]
  var diagnostics: [Diagnostic]
  var recognised: Int { positions.count }

  /// Finds the columns of a header at that place, those of `explicit` first, which stand at `mapping` in the
  /// configuration, and others that suit as ``ColumnMatch`` has it. `missing` is what to say where none plays one of
  /// the roles that are `required` beside those found; it sees a header that may be meant, where `suggests` asks for
  /// one.
  init(
    _ header: [String], explicit: [Role: String] = [:],
    suits: (Role, HeaderText, String) -> Bool = { $1.key == $2 }, mapping: Place? = nil, at place: Place,
    suggests: Bool,
    required: (_ found: [Role: Int]) -> [Role], missing: (Role, _ near: String?) -> Diagnostic
  ) {
    let match = ColumnMatch<Role>(header.map(HeaderText.init), explicit: explicit, suits: suits)
    self.header = header
    positions = match.positions
    diagnostics = match.facts.map { $0.diagnostic(at: place, mapping: mapping) }
    let required = required(positions)
    needed = required.compactMap { match.positions[$0] }
    for role in required
    where positions[role] == nil && !match.facts.contains(where: { $0.concerns(role.title) }) {
      let near = suggests ? nearMiss(of: role.aliases, among: unused.map { header[$0] }) : nil
      diagnostics.append(missing(role, near))
    }
  }

  /// The positions of headers that play no role.
  var unused: [Int] { header.indices.filter { !positions.values.contains($0) } }
}
