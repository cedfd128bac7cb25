import Foundation
import Testing

/// What one target offers to the others says what it is, where it is declared.
@Suite struct DocumentationTests {
  /// Protocols of Swift say what these are.
  private static let conformances = ["static func <", "static func ==", "func hash(into"]

  @Test(arguments: ImportTests.allowed.keys.sorted())
  func everyDeclarationForOthersHasAComment(target: String) throws {
    for file in try Source.files(of: target) {
      var isDocumented = false
      for (number, line) in file.lines.map({ $0.trimmingCharacters(in: .whitespaces) }).enumerated() {
        let declaration = line.replacing(#/^(?:@\w+(?:\(.*?\))? *)*/#, with: "")
        if ["package ", "public "].contains(where: declaration.hasPrefix), !isDocumented,
          !Self.conformances.contains(where: declaration.contains)
        {
          Issue.record("\(file.path):\(number + 1) does not say what it is: \(declaration)")
        }
        // An attribute may stand between the comment and what it is about.
        isDocumented = line.hasPrefix("///") || isDocumented && declaration.isEmpty
      }
    }
  }
}
