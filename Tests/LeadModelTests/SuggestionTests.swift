import LeadModel
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("raet", "rate"), ("titel", "title"), ("Recieved", "received"), ("schedul", "schedule"), ("x", nil),
    ("banana", nil), ("sched", "schedule"), ("sche", nil),
  ])
  func theNearestNameIsMeant(name: String, expected: String?) {
    #expect(suggestion(for: name, among: ["rate", "title", "received", "schedule"]) == expected)
  }

  @Test func theFirstOfEquallyNearNamesWins() {
    #expect(suggestion(for: "cat", among: ["bat", "hat"]) == "bat")
  }
}
