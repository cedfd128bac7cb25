import Testing

@testable import HeatmapSVG

@Suite struct TableTests {
  @Test func theTableHasTheNumbersOfTheMap() throws {
    let map = Sample.rates()
    let html = HeatmapTable(map, caption: "Every <slot>").html.string
    let body = try #require(html.split(separator: "<tbody>").last?.split(separator: "<tfoot>").first)
    let rows = body.split(separator: "<tr>")
    #expect(rows.count == 26)
    for (column, row) in rows.enumerated() {
      let cells = row.split(separator: "<td").map(String.init)
      #expect(cells[0] == "<th scope=\"row\">\(map.columns[column].name)")
      #expect(cells.count == 9)
      for (day, text) in cells[1...7].enumerated() {
        let cell = map.cells[day * 26 + column]
        switch (cell.label, cell.sublabel) {
        case (.number(let large), .number(let small)): #expect(text.hasSuffix(">\(large)<i>\(small)</i>"))
        case (.text(let large), .number(let small)): #expect(text.hasSuffix(">\(large)<i>\(small)</i>"))
        default: #expect(text.hasSuffix(">"))
        }
        #expect(text.contains("on\"") == map.outline[day * 26 + column])
        #expect(text.contains(" x") == cell.isMarked)
      }
    }
    #expect(html.contains("<caption>Every &lt;slot&gt;</caption>"))
    #expect(html.hasSuffix("71<i>3342</i></table>"))
  }

  @Test func withoutTotalsThereIsNoColumnForThem() {
    var map = Sample.rates()
    map.rowTotals = []
    map.columnTotals = []
    let html = HeatmapTable(map, caption: "").html.string
    #expect(!html.contains("All") && !html.contains("<tfoot>"))
  }
}
