import Foundation
import Testing

/// What a configuration joins to the rows of the leads, by the real binary.
@Suite struct JoinTests {
  let scratch = Scratch()

  /// Builds with a configuration, which has to succeed; gives what was said.
  private func build(_ configuration: String) throws -> String {
    scratch.write("leadheat.yml", configuration)
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.errors
  }

  @Test func theZoneInAHeaderIsLookedUp() throws {
    // 23:30 on Monday in New York is 05:30 on Tuesday in Berlin.
    scratch.write(
      "leads.csv", "received (America/New_York),first_contact\n2026-11-02 23:30,2026-11-02 23:40\n")
    let said = try build("leads: leads.csv\ntimezone: Europe/Berlin\n")
    #expect(said.contains("read as those of America/New_York"))
    #expect(scratch.read("site/data/accounting.json")?.contains("2026-11-03T05:30:00+01:00") == true)

    scratch.write("leadheat.yml", "leads: leads.csv\n")
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(outcome.status == 1 && outcome.errors.contains("Set `timezone: America/New_York`"))
  }
}
