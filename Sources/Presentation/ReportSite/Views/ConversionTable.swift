import LeadMetrics
import LeadModel
import Markup

/// How leads ended, by how soon they were answered: an observation.
struct ConversionTable {
  let conversion: Conversion
  let rules: Rules

  /// More outcomes make no readable table.
  private static let most = 4

  func write(to writer: inout MarkupWriter) {
    // The outcomes that most leads have, in the order of the export's names.
    let leads = conversion.outcomes.indices.map { outcome in
      conversion.rows.reduce(0) { $0 + $1.shares[outcome].numerator }
    }
    let shown = leads.indices.sorted { (leads[$0], $1) > (leads[$1], $0) }.prefix(ConversionTable.most)
      .sorted()
    writer.heading("How leads ended", "by how soon they were answered")
    writer.element("div", .class("wide")) { writer in
      writer.table(
        .class("outcomes"),
        head: [.init("Answered"), .init("Leads")] + shown.map { .init(conversion.outcomes[$0]) }
      ) { writer in
        for row in conversion.rows {
          writer.element("tr") { writer in
            writer.rowHead(row.band.words)
            writer.cell(Words.count(row.leads))
            for outcome in shown { share(row.shares[outcome], to: &writer) }
          }
        }
      }
    }
    writer.note(
      "Observed, with 95% intervals: fast answers and good endings may have a common cause."
        + (shown.count < conversion.outcomes.count
          ? " The \(ConversionTable.most) most frequent of \(conversion.outcomes.count) outcomes." : "")
        + (conversion.rows.contains { $0.leads < rules.minLeads }
          ? " Rows of fewer than \(Words.count(rules.minLeads, "lead")) have dashes." : "")
        + leftOut)
  }

  /// The leads that are in no row, and why; empty without any.
  private var leftOut: String {
    let parts = [
      (conversion.unknown, "without an outcome"),
      (conversion.anomalies, "with a first response from before receipt"),
      (conversion.flagged, "answered by a flag without a time"),
    ].filter { $0.0 > 0 }
    guard let first = parts.first else { return "" }
    let texts =
      ["\(Words.count(first.0, "lead")) \(first.1)"]
      + parts.dropFirst().map { "\(Words.count($0.0)) \($0.1)" }
    let isOne = parts.count == 1 && first.0 == 1
    return " \(enumeration(of: texts)) \(isOne ? "is" : "are") left out."
  }

  private func share(_ ratio: Ratio, to writer: inout MarkupWriter) {
    writer.element("td") { writer in
      guard let ratio = ratio.told(rules), let bounds = Interval(wilson: ratio)?.tenths else {
        return writer.text(Words.none)
      }
      writer.text(Words.percent(ratio.tenths))
      writer.raw(" ")
      writer.element("small", text: "\(Words.tenths(bounds.low))–\(Words.tenths(bounds.high))")
    }
  }
}

extension Ratio {
  /// A share of leads that are enough to tell it; nil of fewer than `min_leads`.
  func told(_ rules: Rules) -> Ratio? { denominator >= rules.minLeads ? self : nil }
}

extension Conversion.Band {
  /// `within 5 min`, `1 h – 24 h`, `later than 24 h`, `never`, `not within 1 h`.
  var words: String {
    switch self {
    case .minutes(0, let end): "within \(Words.shortThreshold(end))"
    case .minutes(let start, let end): "\(Words.shortThreshold(start)) – \(Words.shortThreshold(end))"
    case .later(let start): "later than \(Words.shortThreshold(start))"
    case .never: "never"
    case .notWithin(let end): "not within \(Words.shortThreshold(end))"
    }
  }
}
