import Markup

/// Something drawn: a map, a chart, a legend, the table of a map.
package protocol Figure: Sendable {
  /// Writes it as part of a page whose stylesheet contains ``Stylesheet/css`` and ``Palette/css``.
  func write(to writer: inout MarkupWriter)
}

extension Figure {
  /// The markup by itself.
  package var html: HTML { HTML.written { write(to: &$0) } }
}
