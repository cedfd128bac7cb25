import Foundation
import HeatmapSVG
import Testing

/// Whole drawings against files that a person has looked at. A drawing that changed on purpose: look at the
/// copy that the failure names, then put it in the place of the golden file.
@Suite struct GoldenTests {
  static let drawings: [(name: String, bytes: @Sendable () -> [UInt8])] = [
    ("rates-26.svg", { Sample.rates().html.bytes }),
    ("rates-48.svg", { Sample.rates(columns: 48, seed: 2).html.bytes }),
    ("rates-96.svg", { Sample.rates(columns: 96, seed: 3, minutes: 15).html.bytes }),
    ("rates-small.svg", { Sample.rates(size: .small, titles: false).html.bytes }),
    ("rates-tiny.svg", { Sample.rates(size: .tiny, titles: false).html.bytes }),
    ("changes.svg", { Sample.changes().html.bytes }),
    ("strip.svg", { Sample.strip().html.bytes }),
    ("winners.svg", { Sample.winners().html.bytes }),
    ("trend.svg", { Sample.trend().html.bytes }),
    ("trend-wide.svg", { Sample.trend(.wide).html.bytes }),
    ("histogram.svg", { Sample.histogram().html.bytes }),
    ("legend.html", { Sample.legend().html.bytes }),
    ("table.html", { HeatmapTable(Sample.rates(), caption: "Every <slot>").html.bytes }),
    (
      "file-rates.svg",
      {
        PictureFile(title: "North & co", caption: "9–15 November 2026", legend: Sample.legend())
          .bytes(Sample.rates())
      }
    ),
    (
      "file-changes.svg",
      {
        PictureFile(
          title: "Change", caption: "Week 46 and week 45", legend: LegendSpec(scale: .change(domain: 50))
        ).bytes(Sample.changes())
      }
    ),
    ("stylesheet.css", { Array((Palette.traffic.css + Stylesheet.css).utf8) }),
  ]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  @Test(arguments: drawings.indices)
  func aDrawingIsAsItWas(index: Int) throws {
    let (name, draw) = Self.drawings[index]
    let actual = Data(draw())
    let golden = try? Data(contentsOf: Self.folder.appendingPathComponent(name))
    if actual == golden { return }
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("leadheat-\(name)")
    try actual.write(to: copy)
    Issue.record(
      "\(name) \(golden == nil ? "has no golden file" : "differs from its golden file"): see \(copy.path)")
  }

  @Test func everyGoldenFileIsCompared() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(Self.drawings.map(\.name)))
  }
}
