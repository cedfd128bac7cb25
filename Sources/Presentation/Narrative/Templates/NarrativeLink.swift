import LeadModel

/// A link in a template to a place of the site.
package struct NarrativeLink: Hashable, Sendable {
  /// Its address as the author wrote it: `../about.html`, or with tags `../weeks/{{period.id}}.html`.
  package let written: String
  /// Where it stands.
  package let place: Place
  /// The address where it is the same on every page; nil where values stand in it.
  package let literal: String?
  /// Whether the address is that of a page, or begins with it, as far as its name tells.
  let isValue: Bool
  /// The places of the tags in it.
  private let values: Set<Place>

  /// A link by its address with marks for the tags, by their numbers.
  init(pattern: String, written: String, place: Place, _ tags: [TemplateTag]) {
    let numbers = TagMark.names(in: pattern).compactMap(Int.init)
    self.written = written
    self.place = place
    values = Set(numbers.map { tags[$0].place })
    literal = numbers.isEmpty ? pattern : nil
    let only = numbers.count == 1 ? TagMark.text(String(numbers[0])) : nil
    isValue =
      only.map { mark in
        let path = tags[numbers[0]].path
        return (path.isEmpty || path.contains("link")) && (pattern == mark || pattern.hasPrefix(mark + "#"))
      } ?? false
  }

  /// Whether it is the one that has come to an address on a page: of its tags some may have been skipped there.
  package func cameTo(_ address: NarrativeAddress) -> Bool {
    if let literal { return address.values.isEmpty && address.text == literal }
    return !address.values.isEmpty && address.values.isSubset(of: values)
  }
}

/// An address in the words of a page, to a place of the site.
package struct NarrativeAddress: Hashable, Sendable {
  /// The address with its values in it.
  package let text: String
  /// The places of the tags of these.
  let values: Set<Place>
}
