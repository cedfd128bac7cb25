import CScan
import Testing

@testable import LeadIngest

/// Looking up the names of rows all at once, against a dictionary of their fields.
@Suite struct NameCombinationsTests {
  /// Rows of seven fields, and where these end.
  struct Rows {
    var text: [UInt8] = []
    var ends: [UInt32] = [.max]
    var fields: [[[UInt8]]] = []

    mutating func add(_ row: [[UInt8]], lineBreak: String) {
      fields.append(row)
      for (column, field) in row.enumerated() {
        text += field
        let isLast = column == row.count - 1
        if isLast { text += lineBreak.utf8.dropLast() }
        ends.append(UInt32(text.count))
        text += isLast ? "\n".utf8 : ",".utf8
      }
    }

    /// What `body` makes of some columns of them.
    func with(_ columns: [Int32], _ body: (cscan_columns) -> Void) {
      let padded = text + [UInt8](repeating: 0, count: 64)
      unsafe padded.withUnsafeBufferPointer { text in
        unsafe ends.withUnsafeBufferPointer { ends in
          unsafe columns.withUnsafeBufferPointer { columns in
            unsafe body(
              cscan_columns(
                window: text.baseAddress, ends: ends.baseAddress! + 1, rows: Int64(fields.count), width: 7,
                columns: columns.baseAddress, column_count: Int64(columns.count)))
          }
        }
      }
    }
  }

  static func name(_ random: inout SeededNumbers, longest: Int) -> [UInt8] {
    let letters = Array("ab\0".utf8)
    return (0..<Int.random(in: 0...longest, using: &random)).map { _ in letters.randomElement(using: &random)!
    }
  }

  @Test(arguments: 0...6, ["\n", "\r\n"])
  func whatWasAddedIsFound(columns: Int, lineBreak: String) {
    var random = SeededNumbers(state: UInt64(columns))
    for longest in [0, 1, 3, 30, 31, 32, 33, 40, 64] {
      var rows = Rows()
      for _ in 0..<100 {
        rows.add((0..<7).map { _ in Self.name(&random, longest: longest) }, lineBreak: lineBreak)
      }
      let wanted = Array((0..<7).shuffled(using: &random).prefix(columns)).sorted()
      var combinations = NameCombinations(columns: columns)
      var known: [[[UInt8]]: Int64] = [:]
      rows.with(wanted.map { Int32($0) }) { found in
        var numbers = [Int64](repeating: 0, count: 100)
        for row in 0..<100 {
          let names = wanted.map { rows.fields[row][$0] }
          // A second number for the same names is not taken.
          if row % 3 > 0 {
            unsafe combinations.add(Int64(row), row: row, of: found)
            if known[names] == nil, names.allSatisfy({ $0.count <= 31 }) { known[names] = Int64(row) }
          }
          let unknown = unsafe numbers.withUnsafeMutableBufferPointer {
            unsafe combinations.find(found, to: $0.baseAddress!)
          }
          let expected = rows.fields.map { fields in known[wanted.map { fields[$0] }] ?? -1 }
          #expect(numbers == expected)
          #expect(unknown == expected.count { $0 < 0 })
        }
      }
    }
  }

  @Test func manyCombinationsAreKept() {
    var rows = Rows()
    for row in 0..<40_000 {
      let name = Array("rep \(row)".utf8)
      rows.add([name, [], name, Array("team \(row % 7)".utf8), [], [], []], lineBreak: "\n")
    }
    var combinations = NameCombinations(columns: 2)
    rows.with([2, 3]) { found in
      for row in 0..<40_000 { unsafe combinations.add(Int64(row), row: row, of: found) }
      var numbers = [Int64](repeating: 0, count: 40_000)
      let unknown = unsafe numbers.withUnsafeMutableBufferPointer {
        unsafe combinations.find(found, to: $0.baseAddress!)
      }
      #expect(numbers.enumerated().allSatisfy { $1 == -1 || $1 == Int64($0) })
      // 32,768 are kept, but for the few that find no place.
      #expect((7_232...7_300).contains(unknown))
      #expect(unknown == numbers.count { $0 < 0 })
    }
  }
}
