import Markup

extension MarkupWriter {
  /// A table of plain words whose first column heads its rows; it scrolls sideways where there is no room.
  mutating func wordsTable(_ columns: [String], rows: [[String]]) {
    table(columns, rows: rows, .class("words"))
  }

  /// A table of numbers whose first column heads its rows.
  mutating func numbersTable(_ columns: [String], rows: [[String]]) {
    table(columns, rows: rows, .absent)
  }

  private mutating func table(_ columns: [String], rows: [[String]], _ style: Attribute) {
    element("div", .class("wide")) { html in
      html.table(style, head: columns.map { .init($0) }) { html in
        for row in rows {
          html.element("tr") { html in
            for (index, cell) in row.enumerated() {
              if index == 0 { html.rowHead(cell) } else { html.cell(cell) }
            }
          }
        }
      }
    }
  }
}
