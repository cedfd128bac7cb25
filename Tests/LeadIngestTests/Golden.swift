import Foundation
import Testing

/// Compares a text with the file of that name in `Tests/Golden`. Where there is none it is written, and the test fails
/// all the same: somebody has to look at it first.
func expectGolden(_ name: String, _ text: String, at location: SourceLocation = #_sourceLocation) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/\(name)")
  guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): read it, then run again", sourceLocation: location)
    return
  }
  let (found, wanted) = (text.split(separator: "\n"), expected.split(separator: "\n"))
  for (number, pair) in zip(found, wanted).enumerated() where pair.0 != pair.1 {
    Issue.record("\(name):\(number + 1) is\n\(pair.0)\nand was\n\(pair.1)", sourceLocation: location)
  }
  #expect(text.count == expected.count, "\(name) has other lines", sourceLocation: location)
}
