import LeadModel
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("raet", "rate"), ("titel", "title"), ("Recieved", "received"), ("schedul", "schedule"), ("x", nil),
    ("banana", nil), ("sched", nil),
  ])
  func theNearestNameIsMeant(name: String, expected: String?) {
    #expect(suggestion(for: name, among: ["rate", "title", "received", "schedule"]) == expected)
  }

  @Test func aNameMayBeLonger() {
    let names = ["first_response_time_of_day", "first_response", "id"]
    #expect(extended("Response", among: names) == "first_response")
    #expect(extended("resp", among: names) == nil && extended("banana", among: names) == nil)
  }

  @Test func theFirstOfEquallyNearNamesWins() {
    #expect(suggestion(for: "cat", among: ["bat", "hat"]) == "bat")
  }
}
