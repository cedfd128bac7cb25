import HeatmapSVG
import Markup
import Testing

/// What holds for everything drawn.
@Suite struct MarkupRulesTests {
  static let svgs = GoldenTests.drawings.filter { $0.name.hasSuffix(".svg") }

  @Test(arguments: svgs.indices)
  func everyDrawingIsWellFormed(index: Int) throws {
    let bytes = Self.svgs[index].bytes()
    #expect(Node.of(bytes) != nil, "\(Self.svgs[index].name)")
    let text = String(decoding: bytes, as: UTF8.self)
    for word in ["style=", "<script", "<style", "href", "NaN", "inf"] {
      #expect(!text.contains(word), "\(word) in \(Self.svgs[index].name)")
    }
  }

  /// No class without a rule, in a drawing, a legend or a table.
  @Test func everyClassHasItsRule() {
    let css = Palette.traffic.css + Stylesheet.css
    let styled = Set(css.matches(of: /\.([a-z][a-z0-9]*)/).map { String($0.1) })
    for (name, bytes) in GoldenTests.drawings where !name.hasPrefix("file-") && !name.hasSuffix(".css") {
      let text = String(decoding: bytes(), as: UTF8.self)
      let used = text.matches(of: /class="([^"]*)"/).flatMap { $0.1.split(separator: " ") }.map(String.init)
      #expect(Set(used).isSubset(of: styled), "\(name): \(Set(used).subtracting(styled).sorted())")
    }
  }

  @Test func namesNeverBecomeMarkup() throws {
    let evil = "</title><script>\u{0}&\"'"
    var map = HeatmapSpec(
      label: evil, rows: [evil], columns: [.init(name: evil, tick: evil)],
      cells: [Cell(.full, colour: 99, label: .text(evil), sublabel: .text(evil))],
      scale: .category(names: [evil]))
    map.titles = Texts([evil])
    map.rowTotals = map.cells
    map.columnTotals = map.cells
    map.grandTotal = map.cells[0]
    var legend = LegendSpec(scale: .amount(bounds: [1], labels: [evil]))
    legend.ends = (evil, evil)
    legend.keys = [(.outline, evil)]
    var trend = TrendSpec(label: evil, points: [.init(1)], ticks: [evil])
    trend.last = evil
    trend.unit = evil
    trend.target = (1, evil)
    trend.events = [(0, evil)]
    var histogram = HistogramSpec(label: evil, bins: [.init(1, 2, count: 1)])
    histogram.thresholds = [(1, evil)]
    histogram.ticks = [(1, evil)]
    histogram.beyond = (1, evil, evil)
    let file = PictureFile(title: evil, caption: evil, legend: legend)
    for bytes in [
      map.html.bytes, trend.html.bytes, histogram.html.bytes, legend.html.bytes, file.bytes(map),
    ] {
      let root = try #require(Node.of(bytes))
      #expect(root.all("script").isEmpty)
    }
    #expect(!HeatmapTable(map, caption: evil).html.string.contains("<script"))
  }

  @Test func aWriterUsedAgainWritesTheSame() {
    var writer = MarkupWriter()
    let map = Sample.rates()
    map.write(to: &writer)
    writer.clear()
    map.write(to: &writer)
    #expect(writer.bytes == map.html.bytes)
  }
}
