import LeadModel
import Testing

@testable import ReportSite

@Suite("What pages find, and how soon leads were answered")
struct InsightTests {
  /// One team in one week: fifty leads at nine, all in time, and fifty at noon, `late` of them not.
  static func week(late: Int) -> SampleSite {
    var site = SampleSite()
    site.teams = ["North"]
    site.rules.slotMinutes = 60
    site.rules.also = [5]
    site.rows = (0..<50).flatMap { index in
      [
        .init(team: 0, minute: 540 + index, answered: 120),
        .init(team: 0, minute: 720 + index, answered: index < late ? 7_200 : 1_200),
      ]
    }
    return site
  }

  private func page(_ site: SampleSite, _ path: String = "teams/north/2026-W46.html") throws -> String {
    String(decoding: try #require(try site.file(path)), as: UTF8.self)
  }

  @Test("A finding has its numbers, its interval and a link") func finding() throws {
    // 0 of 50 beside 50 of 50: by hand, Wilson's upper bound of the first is z² ÷ (50 + z²) = 7.135 %, and
    // Newcombe's upper bound −100 + √2 × 7.135.
    let page = try page(Self.week(late: 50))
    #expect(
      page.contains(
        "<li><a href=\"#map\">Monday 12:00–13:00</a> is answered worse than the rest of the week: "
          + "0 of 50 leads (0.0%) within an hour, 100.0 points lower (\u{2212}100.0 to \u{2212}89.9). "
          + "That costs 50 leads.</li>"))
    #expect(page.contains("id=\"map\""))
  }

  @Test("Without anything beyond chance the page says so") func silence() throws {
    let page = try page(Self.week(late: 0))
    #expect(page.contains("Nothing here differs by more than chance explains."))
    #expect(!page.contains("is answered worse"))
  }

  @Test("Every threshold has its share, and never contacted a row and a bar of its own") func shares() throws
  {
    var site = Self.week(late: 50)
    site.rows += (0..<10).map { .init(team: 0, weekday: .tuesday, minute: 540 + $0, answered: nil) }
    let page = try page(site, "teams/north/index.html")
    // 110 leads: 50 within five minutes and within the hour, 50 after two hours, 10 never.
    for words in [
      "5 minutes</th><td>50</td>", "1 hour</th><td>50</td>", "never so far</th><td>10</td><td>9.1%",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.contains("aria-label=\"Leads by response time\""))
  }

  @Test("With few answers there is no distribution, and the reason is said") func fewAnswers() throws {
    #expect(
      try page(SampleSite(), "teams/north/index.html").contains("Fewer than 10 leads have a response time."))
  }
}
