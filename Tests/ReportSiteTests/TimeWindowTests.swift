import LeadMetrics
import LeadModel
import Testing

@testable import ReportSite

@Suite("The hours that maps show")
struct TimeWindowTests {
  /// A slice with so many leads on Monday in each of those hours.
  func slice(_ leads: [Int: Int], slotMinutes: Int = 30) -> Slice {
    var cells = [LeadMetrics.Cell](repeating: .init(), count: 7 * 1_440 / slotMinutes)
    for (hour, count) in leads { cells[hour * 60 / slotMinutes].counts.leads = count }
    return Slice(slotMinutes: slotMinutes, cells: cells, timing: Timing())
  }

  /// Someone on shift on Monday in those hours.
  func coverage(_ hours: Range<Int>) -> CoverageMap {
    var cells = [CoverageCell](repeating: CoverageCell(), count: 7 * 48)
    for slot in hours.lowerBound * 2..<hours.upperBound * 2 { cells[slot].repMinutes = 30 }
    return CoverageMap(knowledge: .known, slotMinutes: 30, cells: cells)
  }

  let nobody = CoverageMap(knowledge: .unknown(.noSchedule), slotMinutes: 30, cells: [])

  @Test("Where all leads are") func leads() {
    let slice = slice([7: 10, 12: 50, 19: 3])
    #expect(TimeWindow(slice, nobody).hours == 7..<20)
    #expect(TimeWindow(slice, nobody).note(slice) == nil)
  }

  @Test("One lead in a hundred may lie outside, and is counted") func outside() {
    let many = slice([3: 1, 8: 60, 17: 130, 22: 1])
    let window = TimeWindow(many, nobody)
    #expect(window.hours == 8..<23)  // 192 leads: one may be cut, the earlier hour first
    #expect(window.leadsOutside(many) == 1)
    #expect(window.note(many) == "1 lead outside 08:00–23:00 is in every total")
  }

  @Test("Hours with someone on shift stay") func shifts() {
    #expect(TimeWindow(slice([10: 5, 15: 5]), coverage(6..<14)).hours == 6..<16)
  }

  @Test("Never fewer than eight hours, and the whole day without leads") func least() {
    #expect(TimeWindow(slice([12: 9]), nobody).hours.count == 8)
    #expect(TimeWindow(slice([:]), nobody).hours == 0..<24)
  }

  @Test("Slots of every length") func slots() {
    let window = TimeWindow(hours: 7..<19)
    #expect([15, 30, 60].map(window.slots) == [28..<76, 14..<38, 7..<19])
    #expect(window.widened(to: 240).hours == 4..<20)
    #expect(window.widened(to: 60) == window)
  }
}
