/// What a page hands to its narrative under a name.
package enum Value: Hashable, Sendable {
  /// Words: a team's name, a slot, dates. Blank text counts as absent in a section.
  case text(String)
  /// Where a link leads, relative to the page.
  case address(String)
  /// A number with its text and forms.
  case quantity(Quantity)
  /// Yes or no. It has no text: it opens a section or closes it.
  case flag(Bool)
  /// Named values.
  case object([String: Value])
  /// Named values, each made when a template asks for it.
  case lazy(LazyValues)
  /// Any number of values of one kind.
  case list([Value])
  /// Absent: a section of it is skipped. Only where the schema says `.optional`.
  case none
}

/// A number in words: its text is shown, its forms show it otherwise, its number answers comparisons.
package struct Quantity: Hashable, Sendable {
  /// What comparisons look at, in the unit of ``text`` and rounded as it is there, so that the words and the
  /// digits of a sentence agree; nil where there is no such number, and then no comparison holds.
  package var number: Double?
  /// What `{{rate}}` shows: `71.1 %`, or an en dash where there is no number.
  package var text: String
  /// What `{{rate.whole}}` shows, by the form's name.
  package var forms: [String: String]
  /// What is counted, if this is a count: it then has the forms of ``Noun`` too.
  var noun: Noun?
  /// The bounds of its 95 % interval, in the unit of ``number`` and rounded likewise; nil where it has none.
  package var interval: ClosedRange<Double>?

  /// A number with its text.
  package init(
    _ number: Double?, _ text: String, forms: [String: String] = [:], noun: Noun? = nil,
    interval: ClosedRange<Double>? = nil
  ) {
    self.number = number
    self.text = text
    self.forms = forms
    self.noun = noun
    self.interval = interval
  }

  /// What a form shows; nil where there is no such form.
  func form(_ name: String) -> String? { forms[name] ?? noun?.form(name, of: number, text: text) }

  /// A count of things, `count` ≥ 0, written as `text`.
  package static func count(_ count: Int, _ text: String, of noun: Noun) -> Quantity {
    Quantity(Double(count), text, noun: noun)
  }
}

/// What a count counts, and with it the words that follow the number: `1 lead was`, `3 leads were`.
package struct Noun: Hashable, Sendable {
  /// After 1: `lead`.
  var singular: String
  /// After every other number: `leads`.
  var plural: String

  /// A noun with its plural.
  package init(_ singular: String, _ plural: String) {
    self.singular = singular
    self.plural = plural
  }

  /// The forms a count has beside those that its page gives it, with what each shows.
  package static let forms: [(name: String, about: String)] = [
    ("noun", "the word after the number, as lead or leads"),
    ("phrase", "number and word, as no leads, 1 lead or 12 leads"),
    ("word", "the number in words: no, one … twelve, then digits"), ("was", "was or were"),
    ("is", "is or are"),
    ("has", "has or have"),
  ]

  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// A form of a count whose digits are `text`; nil where there is no such form.
  func form(_ name: String, of count: Double?, text: String) -> String? {
    let one = count == 1
    switch name {
    case "noun": return one ? singular : plural
    case "phrase": return (count == 0 ? "no" : text) + " " + (one ? singular : plural)
    case "word":
      return count.flatMap(Int.init(exactly:)).flatMap { Self.words.indices ~= $0 ? Self.words[$0] : nil }
        ?? text
    case "was": return one ? "was" : "were"
    case "is": return one ? "is" : "are"
    case "has": return one ? "has" : "have"
    default: return nil
    }
  }
}
