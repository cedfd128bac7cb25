import Foundation
import Testing

/// A build that is ended from outside at any point of its work on the folder, and what the next one makes of that.
@Suite(.enabled(if: StoppedCalls.canBeHad, "no C compiler, or no way to load its library"))
struct InterruptedBuildTests {
  let scratch = Scratch()
  var site: String { scratch.path + "/site" }

  /// Two sites of which each has pages, folders and a team that the other one has not.
  init() throws {
    let header = "lead_id,received_time,first_contact_time,team\n"
    scratch.write(
      "north.csv", header + "1,2026-11-02 09:00:00,2026-11-02 09:30:00,North\n2,2026-11-03 09:00:00,,North\n")
    scratch.write(
      "south.csv", header + "1,2026-10-26 09:00:00,2026-10-26 09:30:00,South\n2,2026-10-27 09:00:00,,South\n")
    try build("north", to: "reference")
  }

  /// Every file and every folder, with what the files hold.
  private func everything(in folder: String) -> [String: Data?] {
    let paths = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return Dictionary(
      uniqueKeysWithValues: paths.map { ($0, FileManager.default.contents(atPath: folder + "/" + $0)) })
  }

  @discardableResult private func build(
    _ team: String, to output: String = "site", environment: [String: String] = [:]
  ) throws -> Binary.Outcome {
    let outcome = try Binary.run(
      ["build", team + ".csv", "--output", output, "--quiet"], in: scratch.path, environment: environment)
    if environment.isEmpty { #expect(outcome.status == 0, "\(outcome.errors)") }
    return outcome
  }

  /// Builds the site of South over that of North, or as the first one, until it is killed at the call; then that of
  /// North. Says whether it was killed.
  private func killAndBuildAgain(at call: Int) throws -> Bool {
    let outcome = try build("south", environment: StoppedCalls.environment(SIGKILL, at: call))
    let wasKilled = outcome.status == SIGKILL
    #expect(wasKilled || outcome.status == 0, "\(outcome.errors)")
    try build("north")
    #expect(
      everything(in: site) == everything(in: scratch.path + "/reference"), "killed at call \(call)")
    return wasKilled
  }

  @Test func whereverItIsKilledTheNextOneEndsWithItsOwnFiles() throws {
    try build("north")
    var (call, kills) = (1, 0)
    while try killAndBuildAgain(at: call) { (call, kills) = (call + 7, kills + 1) }
    #expect(kills > 15)
  }

  @Test func theSameInAFolderThatWasNotThere() throws {
    var (call, kills) = (1, 0)
    while try killAndBuildAgain(at: call) {
      (call, kills) = (call + 4, kills + 1)
      try FileManager.default.removeItem(atPath: site)
    }
    #expect(kills > 10)
  }

  /// It is either not begun, or done; either way nothing is left of it beside the site.
  @Test(arguments: [SIGHUP, SIGINT, SIGTERM])
  func aSignalCutsNoMoveInTwo(number: Int32) throws {
    try build("south", to: "other")
    try build("north")
    let (former, new) = (everything(in: scratch.path + "/reference"), everything(in: scratch.path + "/other"))
    var (call, signals, moved) = (1, 0, 0)
    while true {
      let outcome = try build("south", environment: StoppedCalls.environment(number, at: call))
      let found = everything(in: site)
      #expect(found == former || found == new, "signal at call \(call)")
      // One that comes at the very end may come too late.
      if outcome.status == 0 { break }
      #expect(outcome.status == number && outcome.errors.isEmpty, "\(outcome.errors)")
      (call, signals, moved) = (call + 19, signals + 1, moved + (found == new ? 1 : 0))
      if found == new { try build("north") }
    }
    #expect(signals > 5 && moved > 2 && moved < signals)
  }

  @Test func oneThatEndsAFirstBuildLeavesNoFolder() throws {
    let outcome = try build("north", environment: StoppedCalls.environment(SIGTERM, at: 2))
    #expect(outcome.status == SIGTERM)
    #expect(!FileManager.default.fileExists(atPath: site))
  }
}
