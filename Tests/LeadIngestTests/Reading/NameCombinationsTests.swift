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

    /// What `body` makes of them.
    func with(_ body: (cscan_table) -> Void) {
      let padded = text + [UInt8](repeating: 0, count: 64)
      unsafe padded.withUnsafeBufferPointer { text in
        unsafe ends.withUnsafeBufferPointer { ends in
          unsafe body(
            cscan_table(
              window: text.baseAddress, ends: ends.baseAddress! + 1, rows: Int64(fields.count), width: 7))
        }
      }
    }
  }

  static func name(_ random: inout SeededNumbers, longest: Int) -> [UInt8] {
    let letters = Array("ab\0".utf8)
    return (0..<Int.random(in: 0...longest, using: &random)).map { _ in letters.randomElement(using: &random)!
    }
  }

  /// Whether the names of each stretch of columns side by side, with what is between them and the first byte of a line
  /// break of two, have room in as many times 64 bytes as there are columns.
  static func fits(_ row: [[UInt8]], _ columns: [Int], lineBreak: String) -> Bool {
    var (width, size) = (0, -1)
    for column in columns {
      if width > 0, !columns.contains(column - 1) { (width, size) = (0, -1) }
      width += 1
      size += 1 + row[column].count + (column == 6 ? lineBreak.utf8.count - 1 : 0)
      if !columns.contains(column + 1), size > 64 * width { return false }
    }
    return true
  }

  @Test(arguments: 0...6, ["\n", "\r\n"])
  func whatWasAddedIsFound(columns: Int, lineBreak: String) {
    var random = SeededNumbers(state: UInt64(columns))
    for longest in [0, 1, 3, 15, 31, 32, 33, 61, 64, 65, 80, 130, 400] {
      var rows = Rows()
      for _ in 0..<100 {
        rows.add((0..<7).map { _ in Self.name(&random, longest: longest) }, lineBreak: lineBreak)
      }
      let wanted = Array((0..<7).shuffled(using: &random).prefix(columns)).sorted()
      func names(_ row: Int) -> [[UInt8]] { wanted.map { rows.fields[row][$0] } }
      var combinations = NameCombinations(columns: wanted.map { Int32($0) })
      var numbers = [Int64](repeating: 0, count: 100)
      rows.with { table in
        // All twice, since it begins anew when longer names come.
        for row in (0..<200).map({ $0 % 100 }) where row % 3 > 0 {
          unsafe combinations.add(Int64(row), row: row, of: table)
          let unknown = unsafe numbers.withUnsafeMutableBufferPointer {
            unsafe combinations.find(table, to: $0.baseAddress!)
          }
          #expect(unknown == numbers.count { $0 < 0 })
          #expect(numbers.indices.allSatisfy { numbers[$0] == -1 || names(Int(numbers[$0])) == names($0) })
          #expect(numbers[row] >= 0 || !Self.fits(rows.fields[row], wanted, lineBreak: lineBreak))
        }
      }
      let added = Set((0..<100).filter { $0 % 3 > 0 }.map(names))
      for row in 0..<100 {
        let isExpected =
          added.contains(names(row)) && Self.fits(rows.fields[row], wanted, lineBreak: lineBreak)
        #expect((numbers[row] >= 0) == isExpected)
      }
    }
  }

  @Test func aSecondNumberForTheSameNamesIsNotTaken() {
    var rows = Rows()
    for _ in 0..<2 { rows.add((0..<7).map { Array("name \($0)".utf8) }, lineBreak: "\n") }
    var combinations = NameCombinations(columns: [1, 2, 5])
    rows.with { table in
      for row in 0..<2 { unsafe combinations.add(Int64(row) + 8, row: row, of: table) }
      var numbers: [Int64] = [0, 0]
      _ = unsafe numbers.withUnsafeMutableBufferPointer {
        unsafe combinations.find(table, to: $0.baseAddress!)
      }
      #expect(numbers == [8, 8])
    }
  }

  @Test func manyCombinationsAreKept() {
    var rows = Rows()
    for row in 0..<40_000 {
      let name = Array("rep \(row)".utf8)
      rows.add([name, [], name, Array("team \(row % 7)".utf8), [], [], []], lineBreak: "\n")
    }
    var combinations = NameCombinations(columns: [2, 3])
    rows.with { table in
      for row in 0..<40_000 { unsafe combinations.add(Int64(row), row: row, of: table) }
      var numbers = [Int64](repeating: 0, count: 40_000)
      let unknown = unsafe numbers.withUnsafeMutableBufferPointer {
        unsafe combinations.find(table, to: $0.baseAddress!)
      }
      #expect(numbers.enumerated().allSatisfy { $1 == -1 || $1 == Int64($0) })
      // 32,768 are kept, but for the few that find no place.
      #expect((7_232...7_300).contains(unknown))
      #expect(unknown == numbers.count { $0 < 0 })
    }
  }
}
