import Markup
import Testing

@testable import HeatmapSVG

/// What a reader sees in a map is what the map was made of: drawings are read back and compared cell by cell.
@Suite struct MapTests {
  /// The classes that colour a cell, the slow way.
  private func colourName(_ cell: Cell, _ letter: String) -> String {
    switch cell.state {
    case .blank: ""
    case .unjudged: "u"
    case .muted: "\(letter)\(cell.colour)m"
    case .lightened: "\(letter)\(cell.colour)l"
    case .full: "\(letter)\(cell.colour)"
    }
  }

  private func text(_ label: Cell.Label) -> String {
    switch label {
    case .none: ""
    case .number(let number): String(number)
    case .text(let text): text
    }
  }

  @Test(arguments: [(26, 1), (13, 2), (48, 3), (96, 4), (1, 5), (7, 6)])
  func everyCellHasItsColourAndTitle(columns: Int, seed: UInt64) throws {
    let map = Sample.rates(columns: columns, seed: seed)
    let root = try #require(Node.of(map.html.bytes))
    #expect(root.children[0].classes == ["ar"])
    var isFound = [Bool](repeating: false, count: map.cells.count)
    for group in root.children[0].all("g").dropFirst() {
      for square in group.children {
        let place = square.attributes["d"]!.split { "M h".contains($0) }.map { Int($0)! }
        let (row, column) = (place[1], place[0])
        #expect(place[2] == 1 && !isFound[row * columns + column])
        isFound[row * columns + column] = true
        let name = colourName(map.cells[row * columns + column], "q")
        #expect(group.classes == [name.isEmpty ? "n" : name])
        #expect(square.children.map(\.name) == ["title"])
        #expect(square.children[0].text == "\(Sample.days[row]) \(map.columns[column].name): <Ann> & \"Bo\"")
      }
    }
    #expect(!isFound.contains(false))
  }

  /// Reads the labels within a role, wherever they are written, by the cell in whose middle third they stand.
  private func labels(_ root: Node, _ role: String, columns: Int) -> [Int: String] {
    let scale = root.children[0].attributes["transform"]!.split { "() ".contains($0) }.compactMap {
      Double($0)
    }
    let (left, width, height) = (scale[0], scale[2], scale[3])
    let top = scale[1] - height / 2
    var found: [Int: [(x: Double, text: String)]] = [:]
    for text in root.all("g").filter({ $0.classes == [role] }).flatMap({ $0.all("text") }) {
      let xs = text.attributes["x"]!.split(separator: " ").map { Double($0)! }
      let pieces = xs.count == 1 && text.text.count > 1 ? [text.text] : text.text.map(String.init)
      for (x, piece) in zip(xs, pieces) {
        let row = Int((text.number("y") - top) / height)
        found[row * columns + Int((x - left) / width), default: []].append((x, piece))
      }
    }
    return found.mapValues { $0.sorted { $0.x < $1.x }.map(\.text).joined() }
  }

  @Test(arguments: [(26, 1), (13, 2), (20, 7), (34, 8)])
  func everyLabelStandsInItsCell(columns: Int, seed: UInt64) throws {
    let map = Sample.rates(columns: columns, seed: seed)
    let root = try #require(Node.of(map.html.bytes))
    for (role, label) in [("la", \Cell.label), ("sm", \.sublabel)] {
      let found = labels(root, role, columns: columns)
      for (position, cell) in map.cells.enumerated() {
        #expect(found[position] ?? "" == text(cell[keyPath: label]), "\(role) of cell \(position)")
      }
    }
  }

  @Test func labelsGiveWayWhereColumnsAreNarrow() throws {
    let medium = try #require(Node.of(Sample.rates(columns: 48).html.bytes))
    #expect(!medium.all("g").contains { $0.classes == ["sm"] })
    let found = labels(medium, "me", columns: 48)
    #expect(found[0] ?? "" == text(Sample.rates(columns: 48).cells[0].label))
    let bare = try #require(Node.of(Sample.rates(columns: 96).html.bytes))
    #expect(bare.classes == ["hm", "large", "bare"])
    #expect(!bare.all("g").contains { !$0.classes.isDisjoint(with: ["la", "me", "sm"]) })
  }

  /// The states differ by more than colour: by weight here, by size where there is no label.
  @Test func weightTellsTheStatesApart() throws {
    var map = Sample.rates()
    map.cells = map.cells.indices.map {
      Cell([.full, .lightened, .muted][$0 % 3], colour: 5, label: .number($0))
    }
    let root = try #require(Node.of(map.html.bytes))
    let strong = root.all("g").filter { $0.classes.contains("st") }.flatMap { $0.all("text") }.map(\.text)
      .joined()
    #expect(strong == map.cells.indices.filter { $0 % 3 == 0 }.map(String.init).joined())
  }

  @Test(arguments: [1, 2, 3])
  func cellsWithoutTitlesCoverTheSamePlaces(seed: UInt64) throws {
    let map = Sample.rates(size: .small, seed: seed, titles: false)
    let root = try #require(Node.of(map.html.bytes))
    let areas = try #require(root.all("g").first { $0.classes == ["ar"] })
    var found = [String](repeating: "", count: map.cells.count)
    var sizes = [Double](repeating: 0, count: map.cells.count)
    for path in areas.children where path.classes.isDisjoint(with: ["z", "ga"]) {
      for dash in path.attributes["d"]!.split(separator: "M") {
        let parts = dash.split { " h".contains($0) }.map { Double($0)! }
        for column in 0..<26
        where parts[0] < Double(column) + 0.5 && parts[0] + parts[2] > Double(column) + 0.5 {
          let position = Int(parts[1]) * 26 + column
          #expect(found[position].isEmpty)
          found[position] = path.attributes["class"]!
          sizes[position] = min(1, parts[2])
        }
      }
    }
    for (position, cell) in map.cells.enumerated() {
      #expect(found[position] == colourName(cell, "q"))
      let size = [Cell.State.blank: 0, .unjudged: 0.4, .muted: 0.4, .lightened: 0.8, .full: 1][cell.state]!
      #expect(abs(sizes[position] - size) < 1e-9)
    }
  }

  @Test func totalsStandInTheMargins() throws {
    let map = Sample.rates()
    let root = try #require(Node.of(map.html.bytes))
    let words = root.all("g").filter { $0.classes == ["to"] }.flatMap { $0.all("text") }.map(\.text).joined()
    for total in [map.rowTotals, map.columnTotals].flatMap(\.self) where total.label != .none {
      #expect(words.contains(text(total.label)))
    }
    #expect(words.hasSuffix("71"))
    var bare = map
    bare.rowTotals = []
    bare.columnTotals = []
    #expect(!bare.html.string.contains("\"to\""))
  }

  @Test func marksAreAsManyAsMarkedCells() throws {
    let map = Sample.rates()
    let path = try #require(Node.of(map.html.bytes)?.all("path").first { $0.classes == ["mk"] })
    #expect(path.attributes["d"]!.count { $0 == "M" } == map.cells.count(where: \.isMarked))
  }

  @Test func ticksAreThinnedOutUntilTheyHaveRoom() throws {
    let wide = try #require(Node.of(Sample.rates(columns: 96, minutes: 15).html.bytes))
    let ticks = wide.all("g").first { $0.classes == ["ax"] }!.children.map(\.text)
    #expect(ticks.count == 24 && ticks[5] == "05")
    let small = try #require(Node.of(Sample.rates(columns: 48, size: .small, titles: false).html.bytes))
    let fewer = small.all("g").first { $0.classes == ["ax"] }!.children
    #expect(fewer.map(\.text) == stride(from: 0, to: 24, by: 2).map { $0 < 10 ? "0\($0)" : String($0) })
  }

  @Test func aMapWithoutColumnsIsStillADrawing() throws {
    for size in [HeatmapSpec.Size.large, .small, .tiny] {
      let map = HeatmapSpec(label: "", rows: Sample.days, columns: [], cells: [], scale: .percent, size: size)
      #expect(Node.of(map.html.bytes) != nil)
    }
  }

  @Test func aFileNeedsNoStylesheetAndHasTheSameCells() throws {
    let map = Sample.rates()
    let bytes = PictureFile(title: "T", caption: "C", legend: Sample.legend()).bytes(map)
    let root = try #require(Node.of(bytes))
    #expect(!root.all.contains { $0.attributes["class"] != nil || $0.attributes["style"] != nil })
    var squares: [String: Set<String>] = [:]
    for shape in root.all("path") where shape.attributes["fill"] != "none" {
      for square in shape.attributes["d"]!.split(separator: "M") where square.contains("v33h") {
        squares[shape.attributes["fill"]!, default: []].insert(String(square.prefix { $0 != "h" }))
      }
    }
    // Those of the total's strip beside the map, which are as high, are further right.
    let grid = squares.values.flatMap(\.self).filter { Double($0.prefix { $0 != " " })! < 984 }
    #expect(grid.count == map.cells.count && Set(grid).count == grid.count)
    for colour in 0..<10 {
      let fill = Palette.traffic.css.firstMatch(of: try Regex("\\.q\(colour)\\{--c:(#[0-9a-f]+);"))![1]
        .substring!
      let expected = map.cells.indices.filter {
        map.cells[$0].state == .full && map.cells[$0].colour == colour
      }
      // 948 units for 26 columns are 36.4 each, rows are 34; half a unit of ground is around each square.
      let found = grid.filter { squares[String(fill)]?.contains($0) == true }
      #expect(
        Set(found)
          == Set(
            expected.map { position in
              let tenths = 365 + position % 26 * 364
              let x = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
              return "\(x) \(position / 26 * 34 + 20).5"
            }))
    }
    let texts = root.all("text").map(\.text)
    #expect(texts.contains("T") && texts.contains("C") && texts.contains("target 75%"))
  }

  @Test func textsHaveRoomInTheirCells() throws {
    func map(_ columns: Int, _ texts: [String]) throws -> Node {
      let cells = (0..<7 * columns).map {
        Cell(.full, colour: 4, label: .text(texts[$0 % texts.count]))
      }
      let map = HeatmapSpec(
        label: "", rows: Sample.days, columns: Sample.columns(columns, from: 0), cells: cells,
        scale: .change(domain: 50))
      return try #require(Node.of(map.html.bytes))
    }
    func texts(_ root: Node, _ role: String) -> Set<String> {
      Set(root.all("g").filter { $0.classes == [role] }.flatMap { $0.all("text") }.map(\.text))
    }
    // A cell is 38.2 wide, then 20.7, then 17.7.
    #expect(texts(try map(26, ["+75", "−100"]), "la") == ["+75", "−100"])
    #expect(texts(try map(48, ["+75", "−9"]), "me") == ["+75", "−9"])
    #expect(texts(try map(48, ["+75", "−100"]), "sm") == ["+75", "−100"])
    #expect(texts(try map(56, ["+75", "−100"]), "sm") == ["+75"])
  }

  /// Bold digits are up to 0.61 of their size wide, and columns are told apart by more room than digits have.
  @Test(arguments: [24, 26, 48])
  func totalsOfColumnsStayApart(columns: Int) throws {
    var map = Sample.rates(columns: columns)
    map.rowTotals = (0..<7).map { _ in Cell(.full, colour: 9, label: 100) }
    map.columnTotals = (0..<columns).map { _ in Cell(.full, colour: 9, label: 100) }
    let root = try #require(Node.of(map.html.bytes))
    let (role, size) = columns == 48 ? ("na", 9.0) : ("to", 12.0)
    let line = try #require(
      root.all("g").filter { $0.classes == [role] }.flatMap { $0.all("text") }.first {
        $0.text.count == 3 * columns
      })
    let places = line.attributes["x"]!.split(separator: " ").map { Double($0)! }
    for (index, pair) in zip(places, places.dropFirst()).enumerated() {
      let gap = pair.1 - pair.0 - 0.61 * size
      #expect(index % 3 == 2 ? gap > 1.5 : gap > 0 && gap < 1, "\(index)")
    }
    let beside = root.all("g").filter { $0.classes == ["to"] }.flatMap { $0.all("text") }.filter {
      $0.text == "100"
    }
    #expect(beside.count == 7)
    for total in beside {
      let places = total.attributes["x"]!.split(separator: " ").map { Double($0)! }
      #expect(places.map { $0 - places[0] } == [0, 8, 16] && places[2] + 4 <= 1_032)
    }
  }

  @Test func countsInTheMarginsHaveCommasWhereAllHaveRoom() throws {
    func totals(_ rows: Int, _ columns: Int) throws -> [String] {
      var map = Sample.rates(columns: 26)
      map.rowTotals = (0..<7).map { _ in Cell(.full, colour: 4, label: 71, sublabel: .number(rows)) }
      map.columnTotals = (0..<26).map { _ in
        Cell(.full, colour: 4, label: 71, sublabel: .number(columns))
      }
      let root = try #require(Node.of(map.html.bytes))
      return root.all("g").filter { $0.classes == ["st2"] || $0.classes == ["su"] }
        .flatMap { $0.all("text") }.map(\.text)
    }
    let texts = try totals(12_240, 1_012)
    #expect(texts.count { $0 == "12,240" } == 7 && texts.count { $0 == "1,012" } == 26)
    #expect(try totals(123, 1_234_567).joined().contains("1234567"))
  }
}
