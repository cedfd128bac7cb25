import LeadMetrics
import Markup

/// A rate as a dot on a line from 0 to 100, its interval as a bar: rows of a table beside each other.
struct IntervalMark {
  let ratio: Ratio

  func write(to writer: inout MarkupWriter) {
    guard let value = ratio.fraction, let interval = Interval(wilson: ratio) else { return }
    func position(_ proportion: Double) -> Double { 4 + proportion * 112 }
    writer.element(
      "svg", .class("range"), Attribute("viewBox", .word("0 0 120 12")),
      Attribute("aria-hidden", .word("true"))
    ) { writer in
      writer.empty(
        "rect", Attribute("x", .length(position(interval.low))), Attribute("y", .number(4)),
        Attribute("width", .length(position(interval.high) - position(interval.low))),
        Attribute("height", .number(4)))
      writer.empty(
        "circle", Attribute("cx", .length(position(value))), Attribute("cy", .number(6)),
        Attribute("r", .word("3.5")))
    }
  }
}
