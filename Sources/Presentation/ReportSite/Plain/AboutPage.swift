import LeadModel
import Markup

extension Site {
  /// How every number is made.
  func aboutPage() -> PageContent {
    let threshold = Words.threshold(rules.threshold)
    let body = HTML.written { html in
      html.section("The numbers", id: "numbers") { html in
        html.wordsTable(
          ["Word", "What it means"],
          rows: [
            ["Lead", "One row of an export: a time it was received, and maybe one of the first response."],
            ["Within", "Answered no later than \(threshold) after it was received."],
          ])
      }
    }
    return PageContent(
      heading: "How these numbers are made",
      summary: "What each number of this site means and how it is made.",
      body: body)
  }
}
