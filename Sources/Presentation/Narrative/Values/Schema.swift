/// The kinds and names of the values of a page: templates are checked against it before any rendering, in
/// branches not taken too, and `leadheat values` prints it.
package indirect enum Schema: Hashable, Sendable {
  case text
  /// Where a link leads. At the beginning of a link's address it stands as it is, while a text is percent-encoded there.
  case address
  case flag
  /// A number with these forms beside its text, in the order in which they are listed.
  case quantity(forms: [String])
  /// A number of things: a quantity that has the forms of ``Noun`` too.
  case count
  /// Named values, in the order in which they are listed.
  case object([Field])
  case list(of: Schema)
  /// A text, address, object or list that may be absent. A template must stand in its section to use what is in it.
  case optional(Schema)

  /// A named value and what it is, in words without a full stop.
  package struct Field: Hashable, Sendable {
    /// Lower-case letters, digits and underscores.
    package var name: String
    /// The kind of the value.
    package var schema: Schema
    /// What it is, for those who write templates.
    package var about: String

    /// A field.
    package init(_ name: String, _ schema: Schema, _ about: String) {
      self.name = name
      self.schema = schema
      self.about = about
    }
  }

  /// A quantity without forms.
  static var quantity: Schema { .quantity(forms: []) }
}
