import Foundation
import Markup

@testable import HeatmapSVG

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A small source of numbers that gives the same ones on every run.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// An element of a drawing as a parser of XML sees it.
final class Node {
  let name: String
  let attributes: [String: String]
  var children: [Node] = []
  var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The element itself and all below it, in the order they begin.
  var all: [Node] { [self] + children.flatMap(\.all) }
  func all(_ name: String) -> [Node] { all.filter { $0.name == name } }
  func number(_ attribute: String) -> Double { attributes[attribute].flatMap(Double.init) ?? 0 }
  /// The classes of the element.
  var classes: Set<String> { Set((attributes["class"] ?? "").split(separator: " ").map(String.init)) }

  /// The document's root; nil where it is not well-formed.
  static func of(_ bytes: [UInt8]) -> Node? {
    let parser = XMLParser(data: Data(bytes))
    let reader = Reader()
    parser.delegate = reader
    return parser.parse() ? reader.root.children.first : nil
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let root = Node("", [:])
    lazy var open = [root]
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let node = Node(name, attributes)
      open.last!.children.append(node)
      open.append(node)
    }
    func parser(
      _ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last!.text += text }
  }
}

/// Maps and charts for the tests, drawn from seeded numbers.
enum Sample {
  static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Columns of `minutes` from the hour `from` on.
  static func columns(_ count: Int, from: Int = 7, minutes: Int = 30) -> [HeatmapSpec.Column] {
    (0..<count).map { index in
      let minute = from * 60 + index * minutes
      let clock = { (value: Int) in value < 10 ? "0\(value)" : String(value) }
      return HeatmapSpec.Column(
        name: "\(clock(minute / 60)):\(clock(minute % 60))", tick: minute % 60 == 0 ? clock(minute / 60) : nil
      )
    }
  }

  /// A cell of any state.
  static func cell(_ numbers: inout Numbers, classes: Int = 10) -> Cell {
    let count = Int.random(in: 1...340, using: &numbers)
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: return .blank
    case 1: return Cell(.unjudged, label: "–", sublabel: .number(count % 5))
    case let kind:
      let percent = Int.random(in: 0...100, using: &numbers)
      return Cell(
        [.muted, .lightened, .full][kind % 3], colour: min(classes - 1, percent * classes / 101),
        label: .number(percent), sublabel: .number(count), isMarked: kind == 7)
    }
  }

  /// A rate map with everything that a map can have.
  static func rates(
    columns count: Int = 26, size: HeatmapSpec.Size = .large, seed: UInt64 = 1, minutes: Int = 30,
    titles: Bool = true
  ) -> HeatmapSpec {
    var numbers = Numbers(seed: seed)
    var map = HeatmapSpec(
      label: "Percent within 60 min", rows: days,
      columns: columns(count, from: count > 26 ? 0 : 7, minutes: minutes),
      cells: (0..<7 * count).map { _ in cell(&numbers) }, scale: .percent, size: size)
    map.rowTotals = (0..<7).map { _ in cell(&numbers) }
    map.columnTotals = (0..<count).map { _ in cell(&numbers) }
    map.grandTotal = Cell(.full, colour: 7, label: 71, sublabel: 3_342)
    map.outline = (0..<7 * count).map {
      $0 / count < 5 && ($0 % count) > count / 6 && ($0 % count) < count * 3 / 4
    }
    if titles {
      map.titles = Texts(
        (0..<7 * count).map { "\(days[$0 / count]) \(map.columns[$0 % count].name): <Ann> & \"Bo\"" })
    }
    return map
  }

  static func changes() -> HeatmapSpec {
    var numbers = Numbers(seed: 4)
    return HeatmapSpec(
      label: "Change in points", rows: days, columns: columns(26),
      cells: (0..<182).map { _ in cell(&numbers, classes: 9) }, scale: .change(domain: 50), size: .small)
  }

  static func strip() -> HeatmapSpec {
    var numbers = Numbers(seed: 5)
    return HeatmapSpec(
      label: "By weekday", rows: [""], columns: days.map { .init(name: $0, tick: $0) },
      cells: (0..<7).map { _ in cell(&numbers) }, scale: .percent)
  }

  static func winners() -> HeatmapSpec {
    var numbers = Numbers(seed: 6)
    let names = ["North", "South", "East"]
    let cells = (0..<91).map { _ -> Cell in
      let team = Int.random(in: 0..<3, using: &numbers)
      let state = Cell.State.allCases.randomElement(using: &numbers)!
      return Cell(state, colour: team, label: state == .blank ? .none : .text(String(names[team].prefix(1))))
    }
    return HeatmapSpec(
      label: "Who answers most", rows: days, columns: columns(13, minutes: 60), cells: cells,
      scale: .category(names: names))
  }

  static func legend() -> LegendSpec {
    var legend = LegendSpec(scale: .percent)
    legend.ends = ("0%", "100%")
    legend.mark = (75, "target 75%")
    legend.keys =
      Cell.State.allCases.map { (.state($0), "\($0)") } + [(.outline, "on shift"), (.mark, "below")]
    return legend
  }

  static func trend(_ size: TrendSpec.Size = .half) -> TrendSpec {
    let values: [Double?] = [58, 61, 57, nil, 66, nil, nil, 68, 66, 70.4, 66, 71.1]
    var trend = TrendSpec(
      label: "Rate week by week",
      points: values.enumerated().map { index, value in
        value.map { TrendSpec.Point($0, interval: $0 - 5...$0 + 4, isOpen: index == 11) }
      }, ticks: values.indices.map { $0 % 4 == 3 ? "W\($0 + 35)" : nil })
    trend.unit = "%"
    trend.last = "71.1"
    trend.target = (80, "80 target")
    trend.events = [(2.5, "New rota"), (3.5, "A campaign"), (9, "Office & \"more\"")]
    trend.size = size
    return trend
  }

  static func histogram() -> HistogramSpec {
    let bins = (0..<12).map { power -> HistogramSpec.Bin in
      let low = Double(1 << power)
      return HistogramSpec.Bin(low, 2 * low, count: Double(power * (12 - power)))
    }
    var histogram = HistogramSpec(label: "Response times", bins: bins)
    histogram.thresholds = [(5, "5 min"), (60, "1 h")]
    histogram.ticks = [(1, "1 min"), (64, "64 min")]
    histogram.beyond = (18, "18", "never")
    return histogram
  }
}
