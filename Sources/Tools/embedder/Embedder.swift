import Foundation

/// Writes the files of a folder into a Swift source, so that the binary carries them.
///
///     embedder NAME FOLDER OUTPUT.swift FILE ...      FILEs relative to FOLDER, with `/`
@main
struct Embedder {
  static func main() throws {
    let arguments = CommandLine.arguments
    let (name, folder) = (arguments[1], URL(fileURLWithPath: arguments[2]))
    var source =
      "/// The files of \(folder.lastPathComponent)/ as they were when the binary was built, by their path in it.\n"
    source += "enum \(name) {\n  static let files: [String: String] = [\n"
    for path in arguments[4...].sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      source += "    \(literal(path)): \(literal(text)),\n"
    }
    source += arguments.count > 4 ? "  ]\n}\n" : "    :\n  ]\n}\n"
    try source.write(toFile: arguments[3], atomically: true, encoding: .utf8)
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
