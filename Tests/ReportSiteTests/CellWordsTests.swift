import LeadMetrics
import LeadModel
import Markup
import Testing

@testable import ReportSite

@Suite("What a cell of a map says")
struct CellWordsTests {
  let words = CellWords(rules: Rules(), hidesReps: false)

  func counts(_ within: Int, of judged: Int, pending: Int = 0) -> Counts {
    var counts = Counts()
    counts.leads = judged + pending
    counts.within[0] = within
    counts.pending[0] = pending
    return counts
  }

  func staff(_ reps: [CoverageCell.Presence]) -> CoverageCell {
    CoverageCell(repMinutes: reps.count * 30, minutes: 30, average: Double(reps.count), reps: reps)
  }

  func title(
    _ weekday: Weekday, _ minute: Int, _ counts: Counts, _ staff: CoverageCell?, by words: CellWords? = nil
  ) -> String {
    let words = words ?? self.words
    return HTML.written {
      words.write(weekday, minute, counts, people: staff.map { words.people($0, weekday) }, to: &$0)
    }.string
  }

  @Test("The title that the contract spells out")
  func title() {
    let cell = staff([.init(name: "Ada", dates: 1, of: 1), .init(name: "Bo", dates: 1, of: 1)])
    #expect(
      title(.monday, 480, counts(10, of: 12), cell)
        == "Monday 08:00: 83.3% (10 of 12) within 60 min; on shift: Ada, Bo")
  }

  @Test("Large counts have commas")
  func commas() {
    #expect(
      title(.monday, 480, counts(750, of: 1_012), nil)
        == "Monday 08:00: 74.1% (750 of 1,012) within 60 min")
  }

  @Test("A rep who is there on some of the dates only")
  func someDates() {
    let cell = staff([.init(name: "Ada", dates: 4, of: 4), .init(name: "Bo", dates: 2, of: 4)])
    #expect(
      title(.wednesday, 1_410, counts(0, of: 3), cell)
        == "Wednesday 23:30: 0.0% (0 of 3) within 60 min; on shift: Ada, Bo (2 of 4 Wednesdays)")
  }

  @Test("Names written from right to left leave the numbers beside them in their order") func direction() {
    let cell = staff([.init(name: "אבי", dates: 2, of: 4), .init(name: "Łuć", dates: 4, of: 4)])
    #expect(
      title(.monday, 480, counts(1, of: 2), cell).hasSuffix(
        "on shift: \u{2068}אבי\u{2069} (2 of 4 Mondays), Łuć"))
  }

  @Test("More than four people are counted") func many() {
    func cell(_ count: Int) -> CoverageCell {
      staff((1...count).map { .init(name: "P\($0)", dates: 1, of: 1) })
    }
    #expect(title(.monday, 0, counts(1, of: 1), cell(4)).hasSuffix("on shift: P1, P2, P3, P4"))
    #expect(title(.monday, 0, counts(1, of: 1), cell(6)).hasSuffix("on shift: P1, P2, P3 and 3 more"))
  }

  @Test("Nobody on shift is not the same as not knowing")
  func nobody() {
    #expect(title(.sunday, 0, counts(1, of: 1), staff([])).hasSuffix("; on shift: nobody"))
    #expect(title(.sunday, 0, counts(1, of: 1), nil) == "Sunday 00:00: 100.0% (1 of 1) within 60 min")
  }

  @Test("No leads, and leads that are all too young, have no rate")
  func noRate() {
    #expect(title(.friday, 600, counts(0, of: 0), nil) == "Friday 10:00: no leads")
    #expect(
      title(.friday, 600, counts(0, of: 0, pending: 2), nil)
        == "Friday 10:00: – (0 of 0) within 60 min; 2 leads too young to judge")
  }

  @Test("People who are to be left out are counted")
  func hidden() {
    let hiding = CellWords(rules: Rules(), hidesReps: true)
    let two = staff([.init(name: "Ada", dates: 1, of: 1), .init(name: "Bo", dates: 1, of: 1)])
    #expect(title(.monday, 480, counts(1, of: 2), two, by: hiding).hasSuffix("; on shift: 2 people"))
  }
}
