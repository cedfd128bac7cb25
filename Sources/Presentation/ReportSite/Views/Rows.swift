import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

extension Site {
  /// How many leads were never answered; an en dash where no file says when leads were.
  func never(_ counts: Counts) -> String { analysis.tellsTimes ? Words.count(counts.never) : Words.none }
}

extension Words {
  /// `10 of 12`, within of judged.
  static func fraction(_ ratio: Ratio) -> String {
    "\(count(ratio.numerator)) of \(count(ratio.denominator))"
  }

  /// `83.3% of 12 leads answered within 1 hour`, or why there is no rate.
  static func summary(_ counts: Counts, _ rules: Rules) -> String {
    let ratio = counts.ratio(rules.headline)
    return if ratio.isDefined {
      "\(rate(ratio)) answered within \(threshold(rules.threshold))"
    } else {
      counts.leads == 0 ? "no leads" : "\(count(counts.leads, "lead")), none judged so far"
    }
  }

  /// `83.3% of 12 leads`.
  static func rate(_ ratio: Ratio) -> String {
    "\(percent(ratio.tenths)) of \(count(ratio.denominator, "lead"))"
  }

  /// The interval of a change in points: `−58.1 to −38.0`.
  static func interval(_ change: Change) -> String {
    let (low, high) = change.interval.tenths
    return "\(signedTenths(low)) to \(signedTenths(high))"
  }

  /// The rates of a change that is of a part of a period only: `42.9% after 50.0% on the same weekdays and times`.
  static func compared(_ change: Change) -> String {
    "\(percent(change.current.tenths)) after \(percent(change.previous.tenths)) on the same weekdays and times"
  }
}

extension MarkupWriter {
  /// A table: a head with these columns, a body of rows. `write` writes the rows.
  mutating func table(
    _ style: Attribute, head: [Column], rows write: (inout MarkupWriter) -> Void
  ) {
    element("table", style) { writer in
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for column in head {
            writer.element(
              "th", Attribute("scope", .word("col")),
              column.isSpare ? .class("spare") : .absent,
              text: column.name)
          }
        }
      }
      writer.element("tbody", content: write)
    }
  }

  /// A column's heading; spare columns give way on a narrow screen.
  struct Column {
    let name: String
    var isSpare = false
    init(_ name: String, spare: Bool = false) {
      self.name = name
      isSpare = spare
    }
  }

  /// The cell that says what a row is about.
  mutating func rowHead(_ text: String) { rowHead { $0.text(text) } }

  /// The same with more than text.
  mutating func rowHead(content: (inout MarkupWriter) -> Void) {
    element("th", Attribute("scope", .word("row")), content: content)
  }

  /// A remark below a table or a drawing, or in the place of one.
  mutating func note(_ text: String) { element("p", .class("note"), text: text) }

  /// A cell of text.
  mutating func cell(_ text: String, spare: Bool = false) {
    element("td", spare ? .class("spare") : .absent, text: text)
  }

  /// A cell with a rate behind a swatch of its colour; the swatch says nothing where too little is judged.
  mutating func rateCell(_ ratio: Ratio, minLeads: Int) {
    var style = Attribute.absent
    if let colour = ratio.colourClass, ratio.denominator >= minLeads {
      style = .class("sw", Swatch.full[colour])
    }
    element("td", style, text: Words.percent(ratio.tenths))
  }

  /// A cell with a rate's interval in figures.
  mutating func intervalCell(_ ratio: Ratio) {
    cell(
      Interval(wilson: ratio).map { "\(Words.tenths($0.tenths.low))–\(Words.tenths($0.tenths.high))" }
        ?? Words.none, spare: true)
  }

  /// A cell with a rate's dot and interval.
  mutating func rangeCell(_ ratio: Ratio) {
    element("td", .class("spare")) { IntervalMark(ratio: ratio).write(to: &$0) }
  }

  /// A cell with a change; its verdict among all of the table by weight and colour, and as a word. One of the same
  /// weekdays and times only has a star, and says which rates it is of.
  mutating func changeCell(_ change: Change?, _ verdict: Verdict?, isLikeForLike: Bool = false) {
    let compared = isLikeForLike ? change.map(Words.compared) : nil
    element("td", Attribute("title", text: compared)) { writer in
      let text = (change.map { Words.signedTenths($0.points) } ?? Words.none) + (compared == nil ? "" : "*")
      func title(_ verdict: String) -> Attribute {
        Attribute("title", text: [verdict, compared].compactMap(\.self).joined(separator: ": "))
      }
      // What shows as 0.0 is no change worth a colour, however many leads prove it.
      switch change?.points == 0 ? nil : verdict {
      case .improved: writer.element("b", .class("up"), title("improved"), text: text)
      case .declined: writer.element("b", .class("down"), title("declined"), text: text)
      case .noClearChange, nil: writer.text(text)
      }
    }
  }

  /// What the star of a change means, where one has it.
  mutating func likeForLikeNote(_ isNeeded: Bool) {
    guard isNeeded else { return }
    note("* Compared by the same weekdays and times only, since one of the two periods is incomplete.")
  }
}

/// The class of a colour of the percent scale, outside of drawings.
enum Swatch {
  static let full: [StaticString] = ["q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"]
  static let lightened: [StaticString] = [
    "q0l", "q1l", "q2l", "q3l", "q4l", "q5l", "q6l", "q7l", "q8l", "q9l",
  ]
  static let muted: [StaticString] = ["q0m", "q1m", "q2m", "q3m", "q4m", "q5m", "q6m", "q7m", "q8m", "q9m"]

  /// The colour of a cell; none where there is nothing to colour.
  static func style(_ cell: HeatmapSVG.Cell) -> Attribute {
    switch cell.state {
    case .full: .class(full[cell.colour])
    case .lightened: .class(lightened[cell.colour])
    case .muted: .class(muted[cell.colour])
    case .blank, .unjudged: .absent
    }
  }
}
