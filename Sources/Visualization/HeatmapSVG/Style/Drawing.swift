import Markup

/// The content of an `svg` element and its size.
protocol Drawing {
  var width: Double { get }
  var height: Double { get }
  /// Everything within the `svg` element.
  func content(to writer: inout MarkupWriter)
}

extension Drawing {
  /// The drawing as an element of a page, as wide as the stylesheet makes it. `classes` come from this module.
  func inline(
    _ classes: StaticString..., label: String, isNatural: Bool = false, to writer: inout MarkupWriter
  ) {
    writer.raw("<svg")
    writer.attribute(Attribute("class", .words(classes)))
    if isNatural {
      writer.length("width", width)
      writer.length("height", height)
    }
    writer.viewBox(width, height)
    writer.raw(" role=\"img\"")
    writer.attribute(Attribute("aria-label", text: label))
    writer.raw(">")
    content(to: &writer)
    writer.raw("</svg>")
  }
}
