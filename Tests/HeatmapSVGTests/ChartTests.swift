import Foundation
import Testing

@testable import HeatmapSVG

@Suite struct ChartTests {
  private func path(_ root: Node, _ role: String) -> String? {
    root.all("path").first { $0.classes == [role] }?.attributes["d"]
  }

  @Test func aTrendHasItsGaps() throws {
    let root = try #require(Node.of(Sample.trend().html.bytes))
    // 58 61 57 – 66 – – 68 66 70.4 66 and the open 71.1: two lines, a dot, a dashed piece, a hollow end.
    #expect(path(root, "ln")!.count { $0 == "M" } == 2)
    #expect(path(root, "bd")!.count { $0 == "Z" } == 3)
    #expect(path(root, "lo")!.count { $0 == "M" } == 1)
    #expect(root.all("circle").map(\.classes) == [["pt"], ["po"]])
  }

  @Test func aTrendSaysItsLastValueTargetAndEvents() throws {
    let root = try #require(Node.of(Sample.trend().html.bytes))
    let texts = Dictionary(grouping: root.all("text"), by: { $0.attributes["class"]! })
    #expect(texts["lv"]?.map(\.text) == ["71.1"])
    #expect(texts["tn"]?.map(\.text) == ["80 target"])
    #expect(texts["en"]?.map(\.text) == ["New rota", "A campaign", "Office & \"more\""])
    // The second event is too near to the first for the same line.
    let lines = texts["en"]!.map { $0.number("y") }
    #expect(lines[0] < lines[1] && lines[2] == lines[0])
    #expect(texts["ax"]?.map(\.text) == ["W38", "W42", "W46"])
    #expect(texts["ax e"]?.map(\.text) == ["50", "60", "70", "80%"])
  }

  @Test func higherIsMore() throws {
    let trend = TrendSpec(label: "", points: [.init(0), .init(50), .init(100)], ticks: [nil, nil, nil])
    let root = try #require(Node.of(trend.html.bytes))
    let places = path(root, "ln")!.split { "ML".contains($0) }.map {
      $0.split(separator: " ").map { Double($0)! }
    }
    #expect(places.map { $0[1] } == [128, 68, 8])
    #expect(abs(places[1][0] - (places[0][0] + places[2][0]) / 2) < 0.11)
  }

  @Test func aTargetMakesRoomForTheLastValue() throws {
    var trend = Sample.trend()
    trend.target = (71, "71 target")
    let root = try #require(Node.of(trend.html.bytes))
    let value = root.all("text").first { $0.classes == ["lv"] }!.number("y")
    let target = root.all("text").first { $0.classes == ["tn"] }!.number("y")
    #expect(abs(value - target) >= 14)
  }

  @Test func theNameOfAnEventAtTheEdgeStandsBeforeIt() throws {
    var trend = TrendSpec(label: "", points: [.init(0), .init(50), .init(100)], ticks: [nil, nil, nil])
    trend.events = [(0, "First"), (2, "Last")]
    let markup = trend.html.string
    // 494 wide, from 36 to 480: the second name would end beyond the drawing.
    #expect(markup.contains(#"<text class="en" x="40" y="11">First</text>"#))
    #expect(markup.contains(#"<text class="en e" x="476" y="11">Last</text>"#))
  }

  @Test func theNameOfAnEventEndsWithinTheDrawing() throws {
    var trend = TrendSpec(label: "", points: [.init(0), .init(50), .init(100)], ticks: [nil, nil, nil])
    let long = String(repeating: "eleven more ", count: 10)
    trend.events = [(0, long), (1, long), (2, "Last \(long)")]
    let names = try #require(Node.of(trend.html.bytes)).all("text").filter { $0.classes.contains("en") }
    // Of 494 there are 258 before the second event.
    #expect(names.map { $0.classes.contains("e") } == [false, true, true])
    for name in names {
      // A letter of a wide font is 6.4 wide at this size.
      let (x, length) = (name.number("x"), 6.4 * Double(name.text.count))
      #expect(name.classes.contains("e") ? x - length >= 0 : x + length <= 494, "\(name.text)")
      #expect(name.text.hasSuffix("…") && !name.text.hasSuffix(" …") && name.text.count > 30)
    }
  }

  @Test func amountsBeginAtZero() throws {
    var trend = TrendSpec(label: "", points: [.init(52), .init(61)], ticks: [nil, nil])
    trend.startsAtZero = true
    #expect(trend.html.string.contains(">0</text>"))
  }

  @Test func countsHaveRoomAndNoHalves() throws {
    func axis(_ values: [Double], isWhole: Bool) throws -> (texts: [String], left: Double) {
      var trend = TrendSpec(label: "", points: values.map { .init($0) }, ticks: values.map { _ in nil })
      trend.startsAtZero = true
      trend.isWhole = isWhole
      let root = try #require(Node.of(trend.html.bytes))
      let texts = root.all("text").filter { $0.classes == ["ax", "e"] }
      return (texts.map(\.text), texts[0].number("x"))
    }
    let many = try axis([9_000, 14_000], isWhole: true)
    #expect(many.texts == ["0", "5,000", "10,000", "15,000"])
    // Each of six signs takes 8.4 on a narrow screen.
    #expect(many.left >= 6 * 8.4)
    #expect(try axis([1, 2], isWhole: true).texts == ["0", "1", "2"])
    #expect(try axis([1, 1], isWhole: true).texts == ["0", "1"])
    #expect(try axis([1, 2], isWhole: false).texts == ["0", "0.5", "1", "1.5", "2"])
    #expect(try axis([1_000_000, 2_050_000], isWhole: true).texts.last == "3,000,000")
  }

  @Test func trendsOfNextToNothingAreDrawings() {
    let lists: [[TrendSpec.Point?]] = [
      [], [nil], [.init(3)], [nil, .init(3, isOpen: true), nil], [.init(5), .init(5)],
      [.init(.nan), .init(.infinity), .init(1e300)],
    ]
    for size in [TrendSpec.Size.wide, .half] {
      for points in lists {
        var trend = TrendSpec(label: "<&>", points: points, ticks: points.map { _ in "<" })
        trend.size = size
        #expect(Node.of(trend.html.bytes) != nil)
      }
    }
  }

  @Test func equalRatiosAreEquallyWideAndHeightsAreCounts() throws {
    let histogram = Sample.histogram()
    let root = try #require(Node.of(histogram.html.bytes))
    let bars = path(root, "ba")!.split(separator: "M").map {
      $0.split { " vHz".contains($0) }.map { Double($0)! }
    }
    // x, floor, −height, right end, height
    #expect(bars.count == histogram.bins.count(where: { $0.count > 0 }))
    let widths = bars.map { $0[3] - $0[0] }
    #expect(widths.allSatisfy { abs($0 - widths[0]) < 0.25 })
    let tallest = bars.map { $0[4] }.max()!
    for (bar, bin) in zip(bars, histogram.bins.filter { $0.count > 0 }) {
      #expect(abs(bar[4] - tallest * bin.count / 36) < 0.11)
    }
    #expect(path(root, "be") != nil)
    let texts = root.all("text").map(\.text)
    #expect(texts == ["5 min", "1 h", "1 min", "64 min", "never", "18"])
    // An hour lies log(60)/log(4096) along the axis, which is the width of all bars.
    let hour = root.all("path").filter { $0.classes == ["ev"] }[1].attributes["d"]!
      .split { "M V".contains($0) }.map { Double($0)! }[0]
    let end = bars.last!
    let start = 8.0
    #expect(abs(hour - (start + (end[3] + 0.5 - start) * log(60) / log(4_096))) < 0.3)
  }

  @Test func textsOfThresholdsDoNotRunTogether() throws {
    var histogram = Sample.histogram()
    histogram.thresholds = [(5, "5 min"), (6, "15 min"), (1_000, "1 h")]
    let texts = try #require(Node.of(histogram.html.bytes)).all("text").prefix(3)
    let places = texts.map { $0.number("x") }
    // Five and six letters of 8.4 units, half of each to either side.
    #expect(places[1] - places[0] >= 5.5 * 8.4)
    // One with enough room stands at its line.
    histogram.thresholds.removeFirst(2)
    let alone = try #require(Node.of(histogram.html.bytes)).all("text").first
    #expect(alone?.number("x") == places[2])
  }

  @Test func histogramsOfNothingAreDrawings() {
    #expect(Node.of(HistogramSpec(label: "", bins: []).html.bytes) != nil)
    #expect(Node.of(HistogramSpec(label: "", bins: [.init(0, 1, count: 0)]).html.bytes) != nil)
  }
}
