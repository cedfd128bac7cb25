import Foundation

/// Writes the files of a folder into a Swift source, so that the binary carries its default templates.
///
///     embedder TEMPLATES OUTPUT.swift FILE ...      FILEs relative to TEMPLATES, with `/`
@main
struct Embedder {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = URL(fileURLWithPath: arguments[1])
    var source = "/// The files of Templates/ as they were when the binary was built, by their path in it.\n"
    source += "enum EmbeddedTemplates {\n  static let files: [String: String] = [\n"
    for path in arguments[3...].sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      source += "    \(literal(path)): \(literal(text)),\n"
    }
    source += arguments.count > 3 ? "  ]\n}\n" : "    :\n  ]\n}\n"
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }

  /// A Swift string literal of exactly that text.
  static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
