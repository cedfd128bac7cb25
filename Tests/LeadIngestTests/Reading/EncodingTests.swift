import LeadModel
import Testing

@testable import LeadIngest

/// Texts as they are declared to be written, and what their bytes say to that.
@Suite struct EncodingTests {
  /// A header, and a row whose rep has those bytes.
  static func text(_ rep: [UInt8]) -> [UInt8] {
    Array("received_time,first_contact_time,rep\n2024-01-01 10:00,,".utf8) + rep + Array("\n".utf8)
  }

  static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  private func read(_ bytes: [UInt8], _ encoding: TextEncoding?) throws(Failure) -> Intake {
    let ways = [ByteSource.bytes(Bytes(bytes)), blockSource(bytes, 3), repeatedSource(bytes, 3)]
    var intakes: [Intake] = []
    for way in ways {
      let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: way, encoding: encoding)
      intakes.append(try readLeads([source], options: IngestOptions()))
    }
    #expect(intakes.allSatisfy { $0.diagnostics == intakes[0].diagnostics })
    #expect(intakes.allSatisfy { $0.table.names == intakes[0].table.names })
    return intakes[0]
  }

  private func reps(_ bytes: [UInt8], _ encoding: TextEncoding?) throws(Failure) -> [String]? {
    try read(bytes, encoding).table.names[.rep]
  }

  @Test func aDeclaredEncodingWins() throws {
    // 0xFC is u with two dots, 0x80 the sign of the euro; as UTF-8 0xC3 0xBC would be the former.
    #expect(try reps(Self.text([0x4A, 0xFC, 0x80]), .windows1252) == ["Jü€"])
    #expect(try reps(Self.text([0xC3, 0xBC]), nil) == ["ü"])
    #expect(try reps(Self.text([0xC3, 0xBC]), .windows1252) == ["Ã¼"])
    #expect(try read(Self.text([0x4A, 0xFC]), .windows1252).diagnostics.isEmpty)
    #expect(try read(Self.text([0x4A, 0xFC]), .windows1252).sources[0].encoding == "Windows-1252")
    // Letters so that no zero gives the encoding away: only the declaration does.
    let header = "\u{4E00}\u{4E01},received_time,first_contact_time,rep\n,2024-01-01 10:00,,\u{10400}\n"
    for isBigEndian in [false, true] {
      let bytes = Self.utf16(header, isBigEndian: isBigEndian)
      #expect(try reps(bytes, isBigEndian ? .utf16BigEndian : .utf16LittleEndian) == ["\u{10400}"])
      let marked = (isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes
      #expect(try reps(marked, .utf16) == ["\u{10400}"])
    }
    #expect(try reps(Self.utf16(header, isBigEndian: false), .utf16) == ["\u{10400}"])
  }

  @Test func bytesThatContradictTheDeclarationAreReported() throws {
    func warning(_ bytes: [UInt8], _ encoding: TextEncoding?) throws -> String? {
      let found = try read(bytes, encoding).diagnostics.filter { $0.severity == .warning }
      #expect(found.count == 1 && found[0].id == "encoding-contradicted")
      return found.first?.message
    }
    #expect(
      try warning(Self.text([0xC3, 0xBC]), .windows1252)
        == "it is declared to be Windows-1252, but looks like UTF-8")
    #expect(
      try warning(Self.text([0x4A, 0xFC]), .utf8)
        == "it is declared to be UTF-8, but looks like Windows-1252")
    let stray = "some of its bytes mean nothing in "
    #expect(
      try warning(Self.text([0x4A, 0x81]), .windows1252)
        == stray + "Windows-1252, as which it is read; they are shown as U+FFFD")
    // A high half of a pair without its low one, also where UTF-16 is only recognised.
    let broken =
      Self.utf16("received_time,first_contact_time,rep\n2024-01-01 10:00,,", isBigEndian: false)
      + [0x00, 0xD8, 0x0A, 0x00]
    for encoding in [TextEncoding.utf16, nil] {
      #expect(
        try warning(broken, encoding) == stray + "UTF-16, as which it is read; they are shown as U+FFFD")
    }
  }

  /// Names as other encodings have them, and whether Windows-1252 is seen to be none of theirs.
  @Test(
    arguments: [
      // Windows-1251: Иван, Олег; Windows-1250: Zażółć; Shift-JIS: 山田 花子; GB18030: 王小明; Windows-1253: Μαρία.
      ([0xC8, 0xE2, 0xE0, 0xED], true), ([0x5A, 0x61, 0xBF, 0xF3, 0xB3, 0xE6], true),
      ([0x8E, 0x52, 0x93, 0x63, 0x20, 0x89, 0xD4, 0x8E, 0x71], true),
      ([0xCD, 0xF5, 0xD0, 0xA1, 0xC3, 0xF7], true),
      ([0xCC, 0xE1, 0xF1, 0xDF, 0xE1], true),
      // A byte without a meaning.
      ([0x4A, 0x81], true),
      // Windows-1252: José, O’Brien, Þórður, L´Été, Noël–Œ, Acme®Pro, Ñ.
      ([0x4A, 0x6F, 0x73, 0xE9], false), ([0x4F, 0x92, 0x42, 0x72, 0x69, 0x65, 0x6E], false),
      ([0xDE, 0xF3, 0x72, 0xF0, 0x75, 0x72], false), ([0x4C, 0xB4, 0xC9, 0x74, 0xE9], false),
      ([0x4E, 0x6F, 0xEB, 0x6C, 0x96, 0x8C], false), ([0x41, 0x63, 0x6D, 0x65, 0xAE, 0x50], false),
      ([0xD1], false),
    ] as [([UInt8], Bool)])
  func anUnknownEncodingIsTold(name: [UInt8], isMistaken: Bool) throws {
    let found = try read(Self.text(name), nil).diagnostics
    #expect(found.map(\.id) == [isMistaken ? "encoding-contradicted" : "encoding-recognised"])
    #expect(found.first?.remedy?.contains("iconv") ?? false == isMistaken)
    // A name among ten of Western Europe is a slip, and where it is declared nobody asks.
    let others = (0..<9).map { [UInt8]("2024-01-01 10:00,,\($0)".utf8) + [0xE9, 0x0A] }.joined()
    if !name.contains(0x81) {
      #expect(try read(Self.text(name) + others, nil).diagnostics.map(\.id) == ["encoding-recognised"])
      #expect(try read(Self.text(name), .windows1252).diagnostics.isEmpty)
    }
  }

  @Test func whatCannotBeReadAsDeclaredIsAnErrorThatSaysSo() {
    func errors(_ bytes: [UInt8], _ encoding: TextEncoding) -> [Diagnostic] {
      do throws(Failure) {
        _ = try read(bytes, encoding)
        return []
      } catch {
        return error.diagnostics
      }
    }
    let marked = errors([0xEF, 0xBB, 0xBF] + Self.text([]), .windows1252)
    #expect(
      marked.map(\.id) == ["encoding-contradicted", "column-missing"], "the mark is part of the first header")
    #expect(marked[0].message == "it is declared to be Windows-1252, but begins with the mark of UTF-8")
    // Read as UTF-16, nothing of it is a header: the reason stands beside that.
    let ascii = errors(Self.text([]), .utf16)
    #expect(ascii.map(\.message).contains("it is declared to be UTF-16, but looks like UTF-8"))
    #expect(ascii.contains { $0.id == "column-missing" })
  }

  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("Utf-16", .utf16), ("UTF-16LE", .utf16LittleEndian),
    ("utf-16be", .utf16BigEndian), ("windows-1252", .windows1252), ("CP1252", .windows1252),
    ("ISO-8859-1", .windows1252), ("latin1", .windows1252),
  ]) func encodingsHaveTheirUsualNames(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test func otherEncodingsAreUnknown() {
    #expect(["UTF-7", "", "Windows-1251", "16"].allSatisfy { TextEncoding(named: $0) == nil })
  }
}
