import Markup

// The pieces that every drawing is made of.

extension MarkupWriter {
  /// ` name="12.5"`.
  mutating func length(_ name: StaticString, _ value: Double) { attribute(Attribute(name, .length(value))) }

  /// ` viewBox="0 0 494 160"`.
  mutating func viewBox(_ width: Double, _ height: Double) {
    raw(" viewBox=\"0 0 ")
    length(width)
    raw(" ")
    length(height)
    raw("\"")
  }

  /// A text of that look at a place.
  mutating func text(_ text: String, _ role: Role, in dialect: Dialect, x: Double, y: Double) {
    raw("<text")
    look(role, in: dialect)
    length("x", x)
    length("y", y)
    raw(">")
    self.text(text)
    raw("</text>")
  }

  /// A path of that look, made of the commands that `data` writes.
  mutating func path(_ role: Role, in dialect: Dialect, data: (inout MarkupWriter) -> Void) {
    raw("<path")
    look(role, in: dialect)
    raw(" d=\"")
    data(&self)
    raw("\"/>")
  }

  /// A point after what leads to it: `M12 3.5`.
  mutating func point(_ command: StaticString, _ x: Double, _ y: Double) {
    raw(command)
    length(x)
    raw(" ")
    length(y)
  }

  /// ` transform="translate(12 3.5)"`.
  mutating func translation(_ x: Double, _ y: Double) {
    point(" transform=\"translate(", x, y)
    raw(")\"")
  }

  /// What `content` writes, moved.
  mutating func moved(x: Double, y: Double, content: (inout MarkupWriter) -> Void) {
    raw("<g")
    translation(x, y)
    raw(">")
    content(&self)
    raw("</g>")
  }
}
