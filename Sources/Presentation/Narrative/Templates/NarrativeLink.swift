import LeadModel

/// A link in a template to a place of the site.
package struct NarrativeLink: Hashable, Sendable {
  /// Its address as the author wrote it: `../about.html`, or with tags `../weeks/{{period.id}}.html`.
  package let written: String
  /// Where it stands.
  package let place: Place
  /// What stands around the values in the address; of one without values all of it.
  private let pieces: [String]
  /// Whether the address is a value that leads somewhere by itself, as far as its name tells.
  let isValue: Bool

  /// A link by its address with marks for the tags.
  init(pattern: String, written: String, place: Place, _ tags: [TemplateTag]) {
    self.written = written
    self.place = place
    pieces = TagMark.pieces(of: pattern)
    let first = TagMark.names(in: pattern).first.flatMap(Int.init).map { tags[$0].path }
    isValue =
      pieces.first == "" && pieces.count == 2 && (first?.contains("link") ?? false)
      && (pieces[1].isEmpty || pieces[1].hasPrefix("#"))
  }

  /// The address where it is the same on every page; nil where values stand in it.
  package var literal: String? { pieces.count == 1 ? pieces[0] : nil }

  /// Whether it may have come to an address on some page.
  package func mayBe(_ address: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return address == literal
    }
    guard address.count >= first.count + last.count, address.hasPrefix(first), address.hasSuffix(last) else {
      return false
    }
    var rest = address.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
