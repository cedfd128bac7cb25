import HeatmapSVG
import Testing

@Suite struct OutlineTests {
  struct Edge: Hashable {
    var x, y: Int
    var isAcross: Bool
  }

  /// The unit edges that a path of `M x y h n` and `v n` draws on a small map of so many columns, whose cells
  /// begin at 34, 18 and are 17 high.
  private func edges(_ path: String, columns: Int) -> [Edge] {
    let width = (459 / Double(columns) * 10).rounded(.down) / 10
    return path.split(separator: "M").flatMap { piece -> [Edge] in
      let isAcross = piece.contains("h")
      let parts = piece.split { " hv".contains($0) }.map { Double($0)! }
      let x = Int(((parts[0] - 34) / width).rounded())
      let y = Int(((parts[1] - 18) / 17).rounded())
      return (0..<Int((parts[2] / (isAcross ? width : 17)).rounded())).map {
        Edge(x: x + (isAcross ? $0 : 0), y: y + (isAcross ? 0 : $0), isAcross: isAcross)
      }
    }
  }

  @Test func theBorderIsWhereInsideMeetsOutside() throws {
    var numbers = Numbers(seed: 9)
    for round in 0..<60 {
      let (rows, columns) = (7, 1 + round)
      var map = HeatmapSpec(
        label: "", rows: Sample.days, columns: Sample.columns(columns),
        cells: [Cell](repeating: .blank, count: rows * columns), scale: .percent, size: .small)
      map.outline = (0..<rows * columns).map { _ in Int.random(in: 0..<4, using: &numbers) > round % 4 }
      var expected: Set<Edge> = []
      func inside(_ row: Int, _ column: Int) -> Bool {
        (0..<rows).contains(row) && (0..<columns).contains(column) && map.outline[row * columns + column]
      }
      for row in 0...rows {
        for column in 0...columns {
          if inside(row, column) != inside(row - 1, column) {
            expected.insert(Edge(x: column, y: row, isAcross: true))
          }
          if inside(row, column) != inside(row, column - 1) {
            expected.insert(Edge(x: column, y: row, isAcross: false))
          }
        }
      }
      let root = try #require(Node.of(map.html.bytes))
      let paths = root.all("path").filter { $0.classes == ["ol"] }
      #expect(paths.count == (expected.isEmpty ? 0 : 1))
      let found = paths.flatMap { edges($0.attributes["d"]!, columns: columns) }
      #expect(Set(found) == expected)
      #expect(found.count == expected.count, "no edge is drawn twice")
    }
  }
}
