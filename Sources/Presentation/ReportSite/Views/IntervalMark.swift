import LeadMetrics
import Markup

/// A rate as a dot on a line from 0 to 100, its interval as a bar: rows of a table beside each other.
struct IntervalMark {
  let ratio: Ratio

  func write(to writer: inout MarkupWriter) {
    guard let value = ratio.fraction, let interval = Interval(wilson: ratio) else { return }
    func position(_ proportion: Double) -> Double { 4 + proportion * 112 }
    func line(from start: Double, length: Double) {
      writer.raw("<path d=\"M")
      writer.length(start)
      writer.raw(" 6h")
      writer.length(length)
      writer.raw("\"/>")
    }
    // The stylesheet knows its size, and draws the first line as a bar and the second, of no length, as a dot.
    writer.open("svg", .class("range"), Attribute("aria-hidden", .word("true")))
    line(from: position(interval.low), length: position(interval.high) - position(interval.low))
    line(from: position(value), length: 0)
    writer.close("svg")
  }
}
