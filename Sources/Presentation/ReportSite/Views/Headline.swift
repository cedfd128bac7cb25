import LeadMetrics
import Markup

/// One number, one sentence and a few facts: the first thing on a page about leads.
struct Headline {
  let told: Told
  /// The sentence, HTML.
  let sentence: HTML

  private var tallied: Tallied { told.tallied }

  func write(to writer: inout MarkupWriter) {
    writer.element("div", style) { writer in
      writer.element("p", .class("big")) { writer in
        writer.text(tallied.ratio.tenths.map { Words.tenths($0) } ?? Words.none)
        if tallied.ratio.isDefined { writer.element("small", text: "%") }
      }
      writer.element("div", .class("say")) { writer in
        writer.html(sentence)
        writer.element("p", .class("sub"), text: basis)
      }
      writer.element("dl", .class("facts")) { writer in
        for (name, value) in facts {
          writer.element("div") { writer in
            writer.element("dt", text: name)
            writer.element("dd", text: value)
          }
        }
      }
    }
  }

  /// Colours the strong words of the sentence; nothing where there is nothing to compare with.
  private var style: Attribute {
    switch told.change?.verdict(told.rules) {
    case .improved: .class("lead", "improved")
    case .declined: .class("lead", "declined")
    case .noClearChange, nil: .class("lead")
    }
  }

  /// `288 of 405 leads judged; 95% interval 66.5 to 75.3.`
  private var basis: String {
    guard let bounds = Interval(wilson: tallied.ratio)?.tenths else { return "No lead could be judged." }
    return
      "\(Words.count(tallied.ratio.numerator)) of \(Words.count(tallied.ratio.denominator, "lead")) judged; "
      + "95% interval \(Words.tenths(bounds.low)) to \(Words.tenths(bounds.high))."
  }

  private var facts: [(String, String)] {
    let counts = tallied.counts
    let young = counts.pending[tallied.headline]
    return [
      ("Median response time", Words.duration(tallied.timing?.median)),
      ("Nine in ten answers within", Words.duration(tallied.timing?.p90)),
    ] + (told.site.analysis.tellsTimes ? [("Never answered", Words.count(counts.never))] : [])
      + (young > 0 ? [("Too young to judge", Words.count(young))] : [])
      + (counts.anomalies > 0 ? [("Answered before received", Words.count(counts.anomalies))] : [])
  }
}
