import Markup

/// Draws a trend: rules and target below, then band, line, points, and the words.
struct TrendDrawing: Drawing {
  let trend: TrendSpec
  let width, height: Double
  let x, y: Axis
  /// Where each event's text stands above the chart.
  let eventTexts: [EventText]

  /// An event's text as far as there is room, its row, and whether it stands before its line, where there is more.
  struct EventText {
    var text: String
    var row: Int
    var isBefore: Bool
  }

  init(_ trend: TrendSpec) {
    self.trend = trend
    switch trend.size {
    case .wide: (width, height) = (1_032, 190)
    case .half: (width, height) = (494, 150)
    }
    var values = trend.points.compactMap { $0 }.flatMap {
      [$0.value] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    if let target = trend.target { values.append(target.value) }
    if trend.startsAtZero { values.append(0) }
    let leastStep = trend.isWhole ? 1.0 : 0
    let domain = Axis.roundDomain(values, steps: 4, leastStep: leastStep)
    let beside = max(trend.target?.text.count ?? 0, trend.last.count)
    // Letters are larger on a narrow screen, which does not scroll a chart of half the width.
    let letter = trend.size == .half ? 8.4 : 6.2
    let right = width - 14 - letter * Double(beside)
    let names = Axis(domain: domain, start: 0, end: 1, leastStep: leastStep).ticks(4).map(Axis.name)
    let before = max((names.last ?? "").count + trend.unit.count, names.map(\.count).max() ?? 0)
    let left = max(36, 9 + letter * Double(before))
    x = Axis(domain: 0...Double(max(1, trend.points.count - 1)), start: left, end: right)
    var ends: [Double] = []
    var texts: [EventText] = []
    for event in trend.events {
      let (place, letter, gap) = (x.place(event.position), 6.4, 4.0)
      let room = max(place, width - place) - gap
      let text = Self.cut(event.text, to: Int(room / letter))
      let length = Double(text.count) * letter + gap
      let isBefore = place + length > width
      let start = isBefore ? place - length : place
      let row = ends.firstIndex { $0 < start } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = start + length + 12
      texts.append(EventText(text: text, row: row, isBefore: isBefore))
    }
    eventTexts = texts
    y = Axis(
      domain: domain, start: height - 22, end: 8 + 15 * Double(ends.count), leastStep: leastStep)
  }

  /// A text of at most so many letters, with an ellipsis where it has more.
  private static func cut(_ text: String, to length: Int) -> String {
    if text.count <= length { return text }
    let start = text.prefix(max(0, length - 1)).reversed().drop(while: \.isWhitespace).reversed()
    return String(start) + "…"
  }

  func content(to writer: inout MarkupWriter) {
    frame(to: &writer)
    band(to: &writer)
    line(to: &writer)
    points(to: &writer)
  }

  /// Runs of periods without a gap.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in trend.points.indices where trend.points[index] != nil {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private func band(to writer: inout MarkupWriter) {
    guard trend.points.contains(where: { $0?.interval != nil }) else { return }
    writer.path(.band, in: .page) { writer in
      for run in runs {
        let known = run.filter { trend.points[$0]!.interval != nil }
        // A period between two gaps has no width: its interval is drawn as a thin bar.
        let isAlone = known.count == 1
        for (number, index) in known.enumerated() {
          let top = trend.points[index]!.interval!.upperBound
          point(number == 0 ? "M" : "L", index, top, dx: isAlone ? -2 : 0, to: &writer)
          if isAlone { point("L", index, top, dx: 2, to: &writer) }
        }
        for index in known.reversed() {
          let bottom = trend.points[index]!.interval!.lowerBound
          point("L", index, bottom, dx: isAlone ? 2 : 0, to: &writer)
          if isAlone { point("L", index, bottom, dx: -2, to: &writer) }
        }
        if !known.isEmpty { writer.raw("Z") }
      }
    }
  }

  private func line(to writer: inout MarkupWriter) {
    let closed = runs.map { $0.filter { !trend.points[$0]!.isOpen } }.filter { $0.count > 1 }
    if !closed.isEmpty {
      writer.path(.line, in: .page) { writer in
        for run in closed {
          for (number, index) in run.enumerated() {
            point(number == 0 ? "M" : "L", index, trend.points[index]!.value, to: &writer)
          }
        }
      }
    }
    let open = runs.flatMap { run in run.dropFirst().filter { trend.points[$0]!.isOpen } }
    if open.isEmpty { return }
    writer.path(.openLine, in: .page) { writer in
      for index in open {
        point("M", index - 1, trend.points[index - 1]!.value, to: &writer)
        point("L", index, trend.points[index]!.value, to: &writer)
      }
    }
  }

  /// Dots where a line alone would not show a value: between gaps, at the end, and where the period is open.
  private func points(to writer: inout MarkupWriter) {
    let last = trend.points.lastIndex { $0 != nil }
    for run in runs {
      for index in run where run.count == 1 || index == last || trend.points[index]!.isOpen {
        let point = trend.points[index]!
        writer.raw("<circle")
        writer.look(point.isOpen ? .openPoint : .point, in: .page)
        writer.length("cx", x.place(Double(index)))
        writer.length("cy", y.place(point.value))
        writer.raw(index == last ? " r=\"3.5\"/>" : " r=\"2.5\"/>")
      }
    }
    guard let last, !trend.last.isEmpty else { return }
    let place = y.place(trend.points[last]!.value)
    writer.text(trend.last, .lastValue, in: .page, x: x.place(Double(last)) + 8, y: place + 4)
  }

  private func point(
    _ command: StaticString, _ index: Int, _ value: Double, dx: Double = 0, to writer: inout MarkupWriter
  ) {
    writer.point(command, x.place(Double(index)) + dx, y.place(value))
  }
}
