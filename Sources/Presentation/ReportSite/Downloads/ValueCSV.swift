import Narrative

// Values as rows of a CSV file, under the names that narratives use.

extension CSVWriter {
  /// A row for each subject, a column for each of its values.
  init<Subject: Sendable>(_ group: ValueGroup<Subject>, of subjects: [Subject]) {
    self.init(columns: group.names)
    for subject in subjects {
      guard case .lazy(let values) = group.value(of: subject) else { continue }
      row(group.names.map { Field(values[$0] ?? .none) })
    }
  }
}

extension CSVWriter.Field {
  /// A number and not its words; blank for what is absent or more than one value.
  fileprivate init(_ value: Value) {
    self =
      switch value {
      case .text(let text), .address(let text): .text(text)
      case .flag(let flag): .plain(flag ? "true" : "false")
      case .quantity(let quantity):
        quantity.number.map { .decimal($0) } ?? .blank
      case .list, .object, .lazy, .none: .blank
      }
  }
}
