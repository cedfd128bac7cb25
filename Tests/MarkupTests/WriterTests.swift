import Foundation
import Markup
import Testing

@Suite struct WriterTests {
  @Test func elementsNestAndAttributesAreQuoted() {
    let markup = HTML.written { writer in
      writer.element("p", .class("a", "b"), Attribute("id", text: "x\"y"), Attribute("hidden", .absent)) {
        writer in
        writer.text("1 < 2")
        writer.element("a", .href("../n/?a&b"), text: "go")
        writer.empty("rect", Attribute("x", .length(-3)), Attribute("y", .length(1.25)))
      }
    }
    #expect(
      markup.string == "<p class=\"a b\" id=\"x&quot;y\">1 &lt; 2<a href=\"../n/?a&amp;b\">go</a>"
        + "<rect x=\"-3\" y=\"1.3\"/></p>")
  }

  @Test func aTextThatIsNotThereLeavesItsAttributeOut() {
    #expect(
      HTML.written { $0.empty("image", Attribute("alt", text: nil), Attribute("href", text: "")) }.string
        == "<image href=\"\"/>")
  }

  @Test func aProblemWithinAnElementPasses() {
    struct Problem: Error {}
    var writer = MarkupWriter()
    #expect(throws: Problem.self) {
      try writer.element("p") { (_: inout MarkupWriter) throws(Problem) in throw Problem() }
    }
  }

  @Test func theBufferGrowsAndIsUsedAgain() {
    var writer = MarkupWriter(capacity: 0)
    for _ in 0..<10_000 { writer.text("lead<") }
    #expect(writer.bytes == Array(String(repeating: "lead&lt;", count: 10_000).utf8))
    writer.clear()
    #expect(writer.count == 0 && writer.bytes.isEmpty)
    writer.raw("x")
    #expect(writer.bytes == [120])
  }

  @Test func aWriterTakesInWhatAnotherHasWritten() {
    var part = MarkupWriter()
    part.text("<b>")
    var whole = MarkupWriter(capacity: 0)
    whole.raw("<p>")
    whole.html(part)
    part.clear()
    whole.html(part)
    part.raw("c")
    #expect(String(decoding: whole.bytes, as: UTF8.self) == "<p>&lt;b&gt;")
    #expect(String(decoding: part.bytes, as: UTF8.self) == "c")
  }

  @Test func literalsOfOneCharacterAreWritten() {
    #expect(HTML.written { $0.raw("é") }.string == "é")
    #expect(HTML.written { $0.raw("<hr>") }.string == "<hr>")
    #expect(HTML.empty.bytes.isEmpty)
  }

  @Test func wholeNumbersAreWrittenInFull() {
    var numbers = Numbers(seed: 3)
    var all = [
      0, 7, 10, 99, 100, 99_999_999, 100_000_000, 100_000_001, 123_456_789_012, Int.max, Int.min, -1,
    ]
    for digits in 1...18 {
      let limit = Int(pow(10, Double(digits)))
      all += (0..<50).map { _ in Int.random(in: -limit...limit, using: &numbers) }
    }
    for number in all { #expect(HTML.written { $0.number(number) }.string == String(number)) }
  }

  @Test func tenthsAreDecimals() {
    let cases = [(0, "0.0"), (5, "0.5"), (-5, "-0.5"), (833, "83.3"), (1_000, "100.0"), (-127, "-12.7")]
    for (tenths, text) in cases { #expect(HTML.written { $0.decimal(tenths: tenths) }.string == text) }
  }

  @Test func lengthsAreShort() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.04, "0"), (12, "12"), (12.5, "12.5"), (0.5, ".5"), (-0.5, "-.5"), (-3.26, "-3.3"),
      (99.96, "100"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
    ]
    for (length, text) in cases { #expect(HTML.written { $0.length(length) }.string == text) }
  }
}
