import Narrative

/// The values of one kind of thing. A line of it says a value's name, its kind, what it is and how it is made:
/// so the schema that templates are checked against and the values they are given cannot disagree.
struct ValueGroup<Subject: Sendable>: Sendable {
  private let lines: [Line]
  private let positions: [String: Int]
  /// What the values are called, in order.
  let names: [String]

  private typealias Line = (field: Schema.Field, make: @Sendable (Subject) -> Value)

  /// All values of those groups, in order. No two have the same name.
  init(_ groups: [ValueGroup<Subject>]) { self.init(groups.flatMap(\.lines)) }

  private init(_ lines: [Line]) {
    self.lines = lines
    names = lines.map(\.field.name)
    positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  private init(
    _ name: String, _ schema: Schema, _ about: String, _ make: @escaping @Sendable (Subject) -> Value
  ) {
    self.init([(Schema.Field(name, schema, about), make)])
  }

  /// What the values are.
  var schema: Schema { .object(lines.map(\.field)) }

  /// The values of a subject, each made when it is asked for.
  func value(of subject: Subject) -> Value {
    .lazy(LazyValues(names, positions) { lines[$0].make(subject) })
  }

  /// The same values of something that has a subject.
  func of<Owner: Sendable>(_ subject: @escaping @Sendable (Owner) -> Subject) -> ValueGroup<Owner> {
    ValueGroup<Owner>(lines.map { line in (line.field, { line.make(subject($0)) }) })
  }

  typealias Making<Result> = @Sendable (Subject) -> Result

  static func text(_ name: String, _ about: String, _ make: @escaping Making<String>) -> Self {
    Self(name, .text, about) { .text(make($0)) }
  }
  static func address(_ name: String, _ about: String, _ make: @escaping Making<String>) -> Self {
    Self(name, .address, about) { .address(make($0)) }
  }
  /// Absent where it makes nil.
  static func optionalAddress(_ name: String, _ about: String, _ make: @escaping Making<String?>) -> Self {
    Self(name, .optional(.address), about) { make($0).map(Value.address) ?? .none }
  }
  static func flag(_ name: String, _ about: String, _ make: @escaping Making<Bool>) -> Self {
    Self(name, .flag, about) { .flag(make($0)) }
  }
  /// An en dash where it makes nil.
  static func count(_ name: String, of noun: Noun, _ about: String, _ make: @escaping Making<Int?>) -> Self {
    Self(name, .count, about) {
      let count = make($0)
      return .quantity(
        Quantity(count.map(Double.init), count.map { Words.count($0) } ?? Words.none, noun: noun))
    }
  }
  static func quantity(
    _ name: String, forms: [String] = [], _ about: String, _ make: @escaping Making<Quantity>
  ) -> Self {
    Self(name, .quantity(forms: forms), about) { .quantity(make($0)) }
  }
  static func object<Part: Sendable>(
    _ name: String, _ group: ValueGroup<Part>, _ about: String, _ make: @escaping Making<Part>
  ) -> Self {
    Self(name, group.schema, about) { group.value(of: make($0)) }
  }
  static func optional<Part: Sendable>(
    _ name: String, _ group: ValueGroup<Part>, _ about: String, _ make: @escaping Making<Part?>
  ) -> Self {
    Self(name, .optional(group.schema), about) { make($0).map(group.value) ?? .none }
  }
  static func list<Part: Sendable>(
    _ name: String, _ group: ValueGroup<Part>, _ about: String, _ make: @escaping Making<[Part]>
  ) -> Self {
    Self(name, .list(of: group.schema), about) { .list(make($0).map(group.value)) }
  }
}

extension Noun {
  static let leads = Noun("lead", "leads")
  static let weeks = Noun("week", "weeks")
  static let teams = Noun("team", "teams")
  static let others = Noun("other", "others")
  static let rows = Noun("row", "rows")
  static let files = Noun("file", "files")
  static let slots = Noun("slot", "slots")
}
