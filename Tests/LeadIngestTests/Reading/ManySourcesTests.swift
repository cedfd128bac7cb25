import LeadModel
import Testing

@testable import LeadIngest

/// What one source must not do to another.
@Suite struct ManySourcesTests {
  private func source(_ name: String, _ bytes: ByteSource) -> LeadSource {
    LeadSource(name: name, siteName: name, bytes: bytes)
  }

  private func bytes(_ text: String) -> ByteSource { .bytes(Bytes(Array(text.utf8))) }

  /// Each file has "Jürgen" as Windows-1252; the third has it as UTF-8.
  @Test func eachFileTellsItsOwnEncoding() throws {
    let foreign = EncodingTests.text([0x4A, 0xFC])
    let files = [foreign, foreign, EncodingTests.text(Array("Jü".utf8))]
    let intake = try readLeads(
      files.enumerated().map { source("\($0).csv", .bytes(Bytes($1))) }, options: IngestOptions())
    #expect(intake.sources.map(\.encoding) == ["Windows-1252", "Windows-1252", "UTF-8"])
    let told = intake.diagnostics.filter { $0.id == "encoding-recognised" }
    #expect(told.map { $0.place?.file } == ["0.csv", "1.csv"])
    #expect(intake.table.names[.rep] == ["Jü"])
  }

  /// The second file shows the order of day and month only in its last row; the first does not come back.
  @Test func aFileMayNeedASecondLookBesideAStream() throws {
    let header = "received_time,first_contact_time\n"
    let rows = String(repeating: "1/2/2026 10:00,\n", count: 4_000)
    let stream = Array((header + "2026-01-02 10:00,\n").utf8)
    for late in ["13/2/2026 10:00,\n", "2/13/2026 10:00,\n"] {
      let file = bytes(header + rows + late)
      for sources in [
        [source("s", blockSource(stream, 7)), source("f.csv", file)],
        [source("f.csv", file), source("s", blockSource(stream, 7))],
      ] {
        let intake = try readLeads(sources, options: IngestOptions())
        #expect(intake.sources.map(\.counted.rows).sorted() == [1, 4_001])
      }
    }
  }

  @Test func aFileOfWhichNothingCanBeReadIsNotLostAmongOthers() throws {
    let header = "received_time,first_contact_time\n"
    let good = bytes(header + String(repeating: "2026-01-02 10:00,\n", count: 5_000))
    func bad(_ count: Int) -> ByteSource { bytes(header + String(repeating: "soon,\n", count: count)) }
    let failure = #expect(throws: Failure.self) {
      try readLeads([source("bad.csv", bad(11)), source("good.csv", good)], options: IngestOptions())
    }
    let told = failure?.diagnostics.first { $0.id == "too-many-rejected" }
    #expect(told?.place?.file == "bad.csv" && told?.message == "no row can be read, of 11")
    // A few rows are told, and do not stop anybody.
    let few = try readLeads([source("bad.csv", bad(10)), source("good.csv", good)], options: IngestOptions())
    #expect(few.sources.map(\.rejected.rows) == [10, 0])
    var options = IngestOptions()
    options.rules.maxRejectedPercent = 100
    _ = try readLeads([source("bad.csv", bad(11)), source("good.csv", good)], options: options)
  }

  /// A quote that is not closed within 16 MiB is too much, whether one thread reads the file or two.
  @Test func theLongestRowDependsOnNoThread() throws {
    let header = "received_time,first_contact_time,note\n2026-01-02 10:00,,x\n"
    let long = String(repeating: "x", count: WindowFeed.rowLimit + 1)
    let text =
      header + "2026-01-02 10:00,,\"\(long)\"\n" + String(repeating: "2026-01-02 10:00,,y\n", count: 9)
    for (threads, splitPoint) in [(1, 0.5), (2, 0.5), (2, 0.9)] {
      var options = IngestOptions()
      options.threads = threads
      let failure = #expect(throws: Failure.self) {
        try readLeads(
          [source("x.csv", bytes(text))], options: options,
          tuning: ReadTuning(splitSize: 1 << 20, splitPoint: splitPoint))
      }
      #expect(failure?.diagnostics.map(\.id) == ["row-endless"])
    }
  }

  /// Numbers that are dates, first: they have no mark between their parts.
  @Test func theFirstRowDecidesNoMark() throws {
    let rows = ["20261105 09:00,", "2026 11 07 10:30,", "2026-11-08 09:00,"]
    for order in [rows, rows.reversed()] {
      let text =
        "received_time,first_contact_time\n" + order.map { $0 + "\n" }.joined()
        + String(repeating: "2026-11-09 09:00,\n", count: 200)
      let intake = try readLeads([source("x.csv", bytes(text))], options: IngestOptions())
      #expect(intake.sources[0].rejected.rows == 1)
      #expect(intake.rejectedRows.map(\.text) == ["2026 11 07 10:30"])
    }
  }
}

@Suite struct ByteTableTests {
  /// Long names that differ in their middle only, as addresses of pages do.
  @Test func longNamesAreSpread() {
    var hashes: Set<UInt32> = []
    for number in 0..<4_000 {
      let text = "https://www.example.com/landing/\(1_000_000 + number)/index.html"
      hashes.insert(withField(text) { ByteTable.Words($0).hash })
    }
    // By chance two of 4,000 of 2³² are the same once in 500 times.
    #expect(hashes.count >= 3_999)
  }
}
