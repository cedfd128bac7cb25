import Foundation
import Testing

/// What the first page must find in the sample: it was made with a noon and two evenings without anyone on
/// shift, and with a small team that is slow.
@Suite struct SampleFindingsTests {
  @Test func homeStatesWhatTheSampleWasMadeWith() throws {
    let scratch = Scratch()
    let outcome = try Binary.run(
      ["build", "--config", "sample_data/leadheat.yml", "--output", scratch.path + "/site"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let home = try #require(scratch.read("site/index.html"))
    let start = try #require(home.firstRange(of: "id=\"findings\""))
    let list = home[start.upperBound...]
    let findings = String(list[..<(try #require(list.firstRange(of: "</ol>"))).lowerBound])
    #expect(findings.components(separatedBy: "<li>").count - 1 <= 5)
    for finding in [
      "<a href=\"#coverage\">Leads that came while nobody was on shift</a> were answered worse than the others",
      "Thursday 19:00–20:00</a> is answered worse than the rest of the week",
      "West</a> is behind the other teams",
    ] { #expect(findings.contains(finding), "\(finding)") }
    // Every link within the page leads somewhere.
    for match in findings.matches(of: /href="#(\w+)"/) {
      #expect(home.contains("id=\"\(match.1)\""), "no part \(match.1)")
    }
  }
}
