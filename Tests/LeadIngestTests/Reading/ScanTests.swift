import LeadModel
import Testing

@testable import LeadIngest

/// The fast index of rows against ``SlowCSV``.
@Suite struct ScanTests {
  @Test func fieldsAreThoseOfTheStandard() {
    let text = #"""
      plain,"quoted","with ""quotes""","a,b","line
      break",  spaced  ,

      5" pipe,"closed"rest,a""b,""
      """#
    let rows = fastRows(.bytes(Bytes(Array(text.utf8))), size: 64).rows
    #expect(
      rows.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } } == [
        ["plain", "quoted", "with \"quotes\"", "a,b", "line\nbreak", "  spaced  ", ""], [""],
        ["5\" pipe", "closedrest", "a\"\"b", ""],
      ])
    #expect(rows.map(\.line) == [1, 3, 4])
  }

  @Test func everyLineEndCounts() {
    let rows = fastRows(.bytes(Bytes(Array("a,b\r\nc\rd,\"x\r\ny\rz\"\n\n\re".utf8))), size: 64).rows
    #expect(rows.map(\.line) == [1, 2, 3, 6, 7, 8])
    #expect(rows.map(\.fields.count) == [2, 1, 2, 1, 1, 1])
  }

  @Test func anUnterminatedQuoteIsFoundWhereItOpened() {
    let result = fastRows(.bytes(Bytes(Array("a,b\nc,\"d\ne\",\"f\n\"\"g\n".utf8))), size: 64)
    #expect(result.openQuote == 3)
    #expect(result.rows.count == 1)
  }

  @Test(arguments: [1, 2, 7, 63, 64, 65, 1_000])
  func randomTextReadsLikeTheSlowWay(chunk: Int) {
    var random = SeededNumbers(state: UInt64(chunk))
    for _ in 0..<400 {
      let text = randomText(&random)
      let slow = SlowCSV(text)
      for size in [64, 100, 256] {
        let blocks = fastRows(blockSource(text, chunk), size: size)
        let mapped = fastRows(.bytes(Bytes(text)), size: size)
        for fast in [blocks, mapped] {
          guard fast.rows == slow.rows, fast.openQuote == slow.openQuote else {
            Issue.record("\(String(decoding: text, as: UTF8.self).debugDescription), window \(size)")
            return
          }
        }
      }
    }
  }

  /// Text that is mostly made of what matters.
  private func randomText(_ random: inout SeededNumbers) -> [UInt8] {
    let alphabets = ["ab,\"\n", "a,\n", "abcdefgh,\"\r\n", "a\",\r\n", "a\"\","]
    let letters = Array(alphabets.randomElement(using: &random)!.utf8)
    return (0..<Int.random(in: 0..<300, using: &random)).map { _ in letters.randomElement(using: &random)! }
  }

  private func fastRows(_ source: ByteSource, size: Int) -> (rows: [SlowCSV.Row], openQuote: Int?) {
    var feed = LeadSource(name: "f", siteName: "f", bytes: source).feed(size)
    var index = RowIndex(delimiter: UInt8(ascii: ","))
    var scratch = Scratch()
    var rows: [SlowCSV.Row] = []
    var line = 1
    while let window = try? feed.window() {
      let length = index.scan(window.base, count: window.count)
      var first = 0
      for row in 0..<index.rowCount {
        let fields = index.fields(from: first, window.base)
        first += fields.count
        let inner = index.quotedBreaks(before: fields.start(0))
        rows.append(
          SlowCSV.Row(
            line: line + row + inner,
            fields: (0..<fields.count).map { unquoted(fields[$0], &scratch).bytes }))
      }
      line += index.rowCount + index.quotedBreakCount
      if window.isLast {
        let quote = openQuote(window.base, from: length, to: window.count, delimiter: UInt8(ascii: ","))
        return (rows, quote.map { line + $0.lines })
      }
      if length == 0 {
        _ = feed.enlarge()
      } else {
        feed.consume(length)
      }
    }
    return (rows, nil)
  }
}

/// A source that hands over a text in chunks.
func blockSource(_ text: [UInt8], _ chunk: Int) -> ByteSource {
  final class Position: @unchecked Sendable { var value = 0 }
  let position = Position()
  return .blocks { () throws(Failure) in
    guard position.value < text.count else { return nil }
    defer { position.value += chunk }
    return Array(text[position.value..<min(position.value + chunk, text.count)])
  }
}
