import Foundation
import Testing

/// With `--only team=North` the site is that of North's leads, and no byte of it tells of anyone else.
@Suite struct OneTeamTests {
  /// Three weeks of three teams; whoever is not North's has a name that nothing else contains. Of the shifts without a
  /// team those of Alma are North's, since she answers most there, and those of Zora are not, who helps out.
  private static func project() -> Scratch {
    let scratch = Scratch()
    var (all, north) = ([header], [header])
    for index in 0..<1_200 {
      let day = 2 + index % 21
      let hour = 8 + index % 9
      let received = "2026-11-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):05:00"
      let answered =
        index % 7 == 0 ? "" : received.replacing(":05:00", with: index % 5 == 0 ? ":58:00" : ":25:00")
      let (team, rep, manager) =
        switch index % 3 {
        case 0: ("North", index % 30 == 0 ? "Zora" : "Alma", "Nora")
        case 1: ("Quornsville", index % 2 == 0 ? "Zora" : "Zyxabel", "Mxyvander")
        default: ("", "Wozzle", "")
        }
      let row = "L\(index),\(received),\(answered),\(answered.isEmpty ? "" : rep),\(manager),\(team),web"
      all.append(row)
      if team == "North" { north.append(row) }
    }
    // Duplicates, a lead after the cut-off, and rows that cannot be read.
    for row in [
      "L0,2026-11-02 08:05:00,2026-11-02 08:06:00,Alma,Nora,North,web",
      "L9000,2026-11-25 08:05:00,,,Nora,North,web",
    ] {
      all.append(row)
      north.append(row)
    }
    // A lead that moved to another team with its rep.
    all.append("L9003,2026-11-03 08:05:00,2026-11-03 08:06:00,Vandergast,Nora,North,web")
    all.append("L9003,2026-11-03 08:05:00,2026-11-03 08:06:00,Vandergast,Nora,Quornsville,web")
    all.append("L9001,Plimkin,,Plimkin,Mxyvander,Quornsville,web")
    all.append("L9002,2026-11-09 10:00:00,,Quornby,,Quornsville,web,Quornby")
    scratch.write("all.csv", all.joined(separator: "\n") + "\n")
    scratch.write("north.csv", north.joined(separator: "\n") + "\n")
    let shifts = "rep_name,day_of_week,start_time,end_time,team,valid_from,valid_to\n"
    let own = """
      Alma,Mon-Fri,08:00,12:00,North,,
      *,Wed,off,off,North,2026-11-11,2026-11-11

      """
    scratch.write(
      "rota.csv",
      shifts + "Alma,Mon-Fri,13:00,17:00,,,\nZora,Mon-Fri,08:00,16:00,,,\n" + own
        + "Zora,Mon,off,off,,2026-11-09,2026-11-09\nPlimkin,Mon,ask Plimkin,12:00,Quornsville,,\nQuornby,Sat,08:00,12:00,Quornsville,,\n"
    )
    scratch.write("rota-north.csv", shifts + "Alma,Mon-Fri,13:00,17:00,North,,\n" + own)
    let keys =
      "timezone: Europe/Berlin\nas_of: 2026-11-22\nfrom: 2026-11-02\nbase_url: https://example.org/leads\n"
      + "also: [5]\ntarget: 90\n"
    scratch.write(
      "leadheat.yml", keys + "leads: [all.csv]\nschedule: [rota.csv]\ntargets: {North: 85, Quornsville: 60}\n"
    )
    scratch.write(
      "north.yml", keys + "leads: [north.csv]\nschedule: [rota-north.csv]\ntargets: {North: 85}\n")
    return scratch
  }

  private static let header = "lead_id,received_time,first_contact_time,rep_name,manager,team,channel"
  private static let others = [
    "Zyxabel", "Quornsville", "Mxyvander", "Wozzle", "Plimkin", "Quornby", "Vandergast", "no team",
  ]

  private static func site(_ arguments: [String], in scratch: Scratch) throws -> [String: String] {
    let outcome = try Binary.run(["build", "--output", "out"] + arguments, in: scratch.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return Scratch.tree(scratch.path + "/out").mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func itsPagesAreThoseOfAnExportOfThatTeam() throws {
    let scratch = Self.project()
    let only = try Self.site(["--only", "team=North"], in: scratch)
    let whole = try Self.site(["--config", "north.yml"], in: scratch)
    #expect(Set(only.keys) == Set(whole.keys) && only.count > 30)
    for (path, text) in only where !["data-quality.html", "data/accounting.json"].contains(path) {
      let expected = try #require(whole[path])
        .replacing("402 rows read, none rejected.", with: "Leads of North alone.")
      #expect(text == expected, "\(path)")
    }
  }

  @Test func nothingOfItTellsOfOthers() throws {
    let scratch = Self.project()
    let only = try Self.site(["--only", "team=North"], in: scratch)
    for (path, text) in only {
      for name in Self.others {
        #expect((text + path).range(of: name, options: .caseInsensitive) == nil, "\(path) names \(name)")
      }
    }
    let quality = try #require(only["data-quality.html"])
    #expect(quality.contains("This site is of North alone: 400 rows counted."))
    // Of everyone there are 1,204 rows, 1,200 of them counted.
    for number in ["1,2", "120", "800"] { #expect(!quality.contains(number), "\(number)") }
    let account = try #require(only["data/accounting.json"])
    #expect(account.contains(#""only":"North""#) && account.contains(#""sources":[],"rejected_rows":[]"#))
    // Otherwise this would prove little.
    let all = try Self.site([], in: scratch).values.joined()
    for name in Self.others { #expect(all.contains(name), "\(name)") }
  }

  /// Another team's file without times takes nothing from the pages; shifts of others are none of the team's.
  @Test func theFilesOfOthersDoNotMatter() throws {
    let scratch = Self.project()
    scratch.write(
      "flags.csv",
      "lead_id,received_time,within,team\n"
        + (0..<20).map { "F\($0),2026-11-05 10:0\($0 % 10):00,\($0 % 2 == 0 ? "yes" : "no"),Quornsville\n" }
        .joined())
    let keys = "timezone: Europe/Berlin\nas_of: 2026-11-22\nfrom: 2026-11-02\n"
    scratch.write("leadheat.yml", keys + "leads: [north.csv, flags.csv]\nschedule: [others.csv]\n")
    scratch.write(
      "others.csv",
      "rep_name,day_of_week,start_time,end_time,team\nQuornby,Sat,08:00,12:00,Quornsville\n")
    let only = try Self.site(["--only", "team=North"], in: scratch)
    let home = try #require(only["index.html"])
    #expect(home.contains("Never answered") && !home.contains("says only whether"))
    #expect(try #require(only["teams/north/index.html"]).contains("the schedule has no shift of the team"))
    #expect(
      try #require(only["data-quality.html"]).contains(
        "The schedule has no shift of this team: who was on shift is not known."))
  }

  @Test func thoseWithoutATeamKeepTheirAddress() throws {
    let only = try Self.site(["--only", "team=(no team)"], in: Self.project())
    #expect(only.keys.contains("teams/no-team/index.html"))
  }

  /// The terminal is of who builds, and so tells of all that was read.
  @Test func whoBuildsIsToldEverything() throws {
    let scratch = Self.project()
    let all = try Binary.run(["check"], in: scratch.path)
    let only = try Binary.run(["check", "--only", "team=North"], in: scratch.path)
    #expect(only.errors == all.errors && only.output == all.output && only.errors.contains("Plimkin"))
  }

  @Test func aTeamWithoutLeadsIsAnError() throws {
    let scratch = Self.project()
    let outcome = try Binary.run(["build", "--only", "team=Nroth"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "command line: error: the site is to be of the team ‘Nroth’ alone, which has no leads (did you mean ‘North’?) "
          + "[only-team-unknown]\n"
          + "    Correct the name; the teams are ‘North’, ‘Quornsville’ and ‘(no team)’.\n"))
    #expect(Scratch.tree(scratch.path + "/site").isEmpty)
    scratch.write("leadheat.yml", "leads: [all.csv]\nonly: North\n")
    let unclear = try Binary.run(["check"], in: scratch.path)
    #expect(
      unclear.errors.hasPrefix(
        "leadheat.yml:2:7: error: only: expected team= and the name of a team, found 'North' [configuration-value]"
      ))
  }
}
