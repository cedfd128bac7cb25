import LeadModel

/// Something wrong in a narrative template, as a fact; ``NarrativeFault/diagnostic`` words it.
struct NarrativeFault: Hashable, Sendable, Error {
  var fact: Fact
  var place: Place?

  init(_ fact: Fact, at place: Place?) {
    self.fact = fact
    self.place = place
  }

  enum Fact: Hashable, Sendable {
    // Tags
    case unclosedTag
    /// Mustache that narratives have no use for: transforms, delimiters, pragmas, inheritance, unescaped values.
    case unsupportedTag(String)
    case malformedName(String)
    case unclosedSection(String)
    /// A closing tag that nothing opened; `open` is the innermost section there, if any.
    case notOpened(String, open: String?)
    /// Sections in sections, or partials in partials, beyond ``TemplateNode/depthLimit``.
    case tooDeep

    // Names, each with the candidate that was probably meant
    case unknownValue(String, meant: String?)
    /// `of` has forms, and no such one.
    case unknownForm(String, of: String, meant: String?)
    case unknownComparison(String, of: String, meant: String?)
    /// A value of the items of a list, asked of the list.
    case valueOfItems(String, of: String)
    case unknownBlock(String, meant: String?)
    case missingPartial(String, meant: String?)
    /// A frame takes in a partial.
    case partialInFrame(String)
    case missingTemplate(meant: String?)
    case unusedTemplate(meant: String?)
    /// Partials that take each other in, in order, the first again at the end.
    case recursion([String])

    // Use
    /// A value without which a page says nothing is used nowhere.
    case missingValue(String)
    /// A value that has no text, and its kind: `yes or no`, `a list`, `a group of values`. `parts` are the names in it,
    /// where it is not named itself.
    case noText(String, kind: String, parts: [String])
    /// A value, or what it is in, that may be absent and is used outside its section.
    case mayBeAbsent(String, section: String)
    case blockAsSection(String)
    case blockInText(String)

    // Markdown of the author that is dropped
    case rawHTML(String)
    case unsafeLink(String)
    case image(String)
    /// An address that begins with a slash.
    case linkFromRoot(String)
    case unsupported(UnsupportedMarkdown)
  }
}
