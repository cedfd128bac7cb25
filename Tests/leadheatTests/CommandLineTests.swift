import Foundation
import Testing

/// The real binary, as people and CI call it.
@Suite struct CommandLineTests {
  let scratch = Scratch()

  /// Six leads of two teams on two days; a dozen lines that a reader can check by hand.
  static let leads = """
    lead_id,received_time,first_contact_time,first_contact_channel,rep_name,team
    1,2026-11-02 09:00:00,2026-11-02 09:30:00,Call,Ann,North
    2,2026-11-02 09:10:00,2026-11-02 10:10:00,Call,Ann,North
    3,2026-11-02 09:20:00,2026-11-02 10:20:01,Email,Bob,North
    4,2026-11-02 14:00:00,,,,North
    5,2026-11-03 10:00:00,2026-11-03 10:05:00,Call,Cem,South
    6,2026-11-03 10:00:00,2026-11-03 09:59:00,Call,Cem,South

    """

  @Test func helpIsCompleteAndHasExamples() throws {
    let all = try Binary.run(["--help"])
    #expect(all.status == 0 && all.output.contains("EXAMPLES"))
    let build = try Binary.run(["build", "--help"])
    #expect(build.status == 0 && build.output.contains("EXAMPLES"))
    for option in [
      "--config", "--schedule", "--output", "--templates", "--timezone", "--slot", "--threshold", "--also",
      "--as-of",
      "--duplicates", "--pending", "--title", "--force", "--strict", "--json", "--quiet", "--from",
      "--min-leads",
    ] {
      #expect(build.output.contains(option), "\(option) is missing")
    }
  }

  @Test(arguments: [
    ["buld"], ["build", "--slot", "20", "a.csv"], ["build", "--nonsense"], ["build", "--threshold", "0"],
    ["build", "--output", ""],
    ["build", "--base-url", "javascript:alert(1)"],
  ])
  func wrongUsageIsStatus64(arguments: [String]) throws {
    let outcome = try Binary.run(arguments, in: scratch.path)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ("--threshold", "153722867281", "a whole number from 1 to 525600"),
    ("--also", "153722867281", "a whole number from 1 to 525600"),
    ("--min-leads", "4611686018427387904", "a whole number from 1 to 1000000"),
    ("--clock-skew", "9999999999999", "a whole number from 0 to 86400"),
    ("--target", "100", "a whole number from 1 to 99"),
    ("--max-rejected", "100.5", "a number from 0 to 100"),
  ])
  func optionsHaveLimits(option: String, value: String, expected: String) throws {
    scratch.write("leads.csv", Self.leads)
    let outcome = try Binary.run(["check", "leads.csv", option, value], in: scratch.path)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: \(option) takes \(expected), found \(value).\n"))
  }

  /// The greatest numbers that are taken overflow nothing on any page.
  @Test func theGreatestNumbersAreReckonedWith() throws {
    scratch.write("leads.csv", Self.leads)
    let outcome = try Binary.run(
      [
        "build", "leads.csv", "--threshold", "525600", "--also", "525599", "--min-leads", "1000000",
        "--clock-skew", "86400", "--max-rejected", "100", "--target", "99",
      ], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func valuesOfTemplatesAreListed() throws {
    let outcome = try Binary.run(["values", "team-week"])
    #expect(outcome.status == 0)
    for name in ["team.name", "rate", "change.improved", "period.label"] {
      #expect(outcome.output.split(separator: "\n").contains { $0.hasPrefix(name + " ") }, "\(name)")
    }
    #expect(try Binary.run(["values", "about"]).output.contains("min_leads"))
    #expect(try Binary.run(["values", "layout/page"]).output.contains("\n{{#crumbs}}\n"))
    #expect(try Binary.run(["values", "nonsense"]).status == 64)
    // With leads, each value is shown as it is now: North answered 138 of 264 leads of week 46 in time.
    let now = try Binary.run(["values", "team-week", "--config", "sample_data/leadheat.yml"])
    #expect(now.status == 0)
    #expect(now.output.contains(#/\nrate.fraction +form +138 of 264\b/#))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellsCanCompleteIt(shell: String) throws {
    let outcome = try Binary.run(["--generate-completion-script", shell])
    #expect(outcome.status == 0 && outcome.output.contains("timezone"))
  }

  @Test func oneFileIsEnough() throws {
    scratch.write("leads.csv", Self.leads)
    let outcome = try Binary.run(["build", "leads.csv"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 6 rows of 1 file: 6 counted\nwrote site: "))
    #expect(scratch.read("site/index.html")?.contains("<h1") == true)
    #expect(scratch.read("site/teams/north/2026-W45.html") != nil)
    #expect(scratch.read("site/teams/north/2026-11.html") != nil)
  }

  @Test func everythingWrongIsToldAtOnce() throws {
    scratch.write(
      "leadheat.yml", "titel: x\nslot: 20\nleads: nowhere/*.csv\n")
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("leadheat.yml:1:1: error: unknown key 'titel' (did you mean 'title'?)"))
    #expect(outcome.errors.contains("leadheat.yml:2:7: error: slot: expected 15, 30 or 60 minutes, found 20"))
    scratch.write(
      "leadheat.yml", "timezone: Mars/Olympus\nas_of: soon\nleads: nowhere/*.csv\nschedule: none.csv\n")
    let second = try Binary.run(["build"], in: scratch.path)
    for text in ["unknown time zone 'Mars/Olympus'", "as_of: expected", "'nowhere/*.csv'", "'none.csv'"] {
      #expect(second.errors.contains(text), "\(text) is missing in \(second.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/site"))
  }

  @Test func diagnosticsAreJSONLinesWhereAskedFor() throws {
    let outcome = try Binary.run(["build", "none.csv", "--json"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n")
    let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(object?["id"] as? String == "no-such-file")
    #expect(object?["severity"] as? String == "error")
  }

  @Test func gitHubActionsGetsAnnotations() throws {
    let outcome = try Binary.run(
      ["check", "none.csv"], in: scratch.path, environment: ["GITHUB_ACTIONS": "true"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "::error file=command line,title=no-such-file::no lead file matches 'none.csv'"))
  }

  @Test func checkWritesNothing() throws {
    scratch.write("leads.csv", Self.leads)
    let outcome = try Binary.run(["check", "leads.csv"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 6 rows of 1 file: 6 counted"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["leads.csv"])
  }

  @Test func twoBuildsGiveTheSameBytesAnywhere() throws {
    scratch.write("a/leads.csv", Self.leads)
    scratch.write("b/deep/er/leads.csv", Self.leads)
    let berlin = ["TZ": "Europe/Berlin", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "USER": "ann"]
    let tokyo = ["TZ": "Asia/Tokyo", "LC_ALL": "C", "USER": "bob"]
    let first = try Binary.run(
      ["build", "leads.csv", "--timezone", "America/New_York"], in: scratch.path + "/a", environment: berlin)
    let second = try Binary.run(
      ["build", "leads.csv", "--timezone", "America/New_York", "--output", "x/y"],
      in: scratch.path + "/b/deep/er", environment: tokyo)
    #expect(first.status == 0 && second.status == 0)
    let (one, two) = (Scratch.tree(scratch.path + "/a/site"), Scratch.tree(scratch.path + "/b/deep/er/x/y"))
    #expect(one.count > 10)
    #expect(one == two)
  }

  @Test func aFailedBuildLeavesTheFormerSite() throws {
    scratch.write("leads.csv", Self.leads)
    #expect(try Binary.run(["build", "leads.csv"], in: scratch.path).status == 0)
    let before = Scratch.tree(scratch.path + "/site")
    scratch.write("Templates/narrative/team-week.md", "# {{nonsense}}\n")
    let outcome = try Binary.run(["build", "leads.csv", "--templates", "Templates"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("narrative/team-week.md:1:"), "\(outcome.errors)")
    #expect(Scratch.tree(scratch.path + "/site") == before)
    scratch.write("leads.csv", "what,is\nthis,file\n")
    #expect(try Binary.run(["build", "leads.csv"], in: scratch.path).status == 1)
    #expect(Scratch.tree(scratch.path + "/site") == before)
  }

  @Test func aChangedTemplateChangesTheSite() throws {
    scratch.write("leads.csv", Self.leads)
    scratch.write("Templates/narrative/team-week.md", "Words of our own about {{team.name}}.\n")
    let outcome = try Binary.run(["build", "leads.csv", "--templates", "Templates"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(scratch.read("site/teams/north/2026-W45.html")?.contains("Words of our own about North.") == true)
  }

  @Test func aSecondBuildWritesNothing() throws {
    scratch.write("leads.csv", Self.leads)
    #expect(try Binary.run(["build", "leads.csv"], in: scratch.path).status == 0)
    let second = try Binary.run(["build", "leads.csv"], in: scratch.path)
    #expect(second.output.contains(" 0 new or changed, 0 removed"))
  }

  @Test func strictMakesWarningsErrors() throws {
    scratch.write("leads.csv", Self.leads + "7,2026-11-03 10:00:00,never ever,,,South\n")
    #expect(try Binary.run(["build", "leads.csv"], in: scratch.path).status == 0)
    #expect(try Binary.run(["build", "leads.csv", "--strict"], in: scratch.path).status == 1)
  }

  @Test func aFolderOfSomebodyElseIsRefusedUnlessForced() throws {
    scratch.write("leads.csv", Self.leads)
    scratch.write("site/thesis.txt", "years of work")
    let refused = try Binary.run(["build", "leads.csv"], in: scratch.path)
    #expect(refused.status == 1 && refused.errors.contains("[output-foreign]"))
    #expect(try Binary.run(["build", "leads.csv", "--force"], in: scratch.path).status == 0)
    #expect(scratch.read("site/thesis.txt") == "years of work")
  }

  @Test func hostileNamesStayInsideAndEscaped() throws {
    let names = [
      "A/B", "A-B", "a b", "..", "CON", "index", "😀", String(repeating: "long", count: 2_500), "../../etc",
      "<script>alert(1)</script>", "\"\"><img src=x onerror=alert(1)>", "*bold* [x](javascript:1)", "=1+1",
      "",
    ]
    let rows = names.enumerated().map { index, name in
      "\(index),2026-11-02 09:00:00,2026-11-02 09:30:00,\"\(name)\",\"\(name)\",\"\(name)\"\n"
    }
    scratch.write(
      "work/leads.csv",
      "lead_id,received_time,first_contact_time,first_contact_channel,rep_name,team\n" + rows.joined())
    let outcome = try Binary.run(["build", "leads.csv"], in: scratch.path + "/work")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["work"])
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/work")) == [
        "leads.csv", "site",
      ])
    let teams = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/work/site/teams")
    #expect(
      Set(teams.map { $0.lowercased() }).count == names.count + 2,
      "each team has a folder, beside index.html and data"
    )
    for (path, data) in Scratch.tree(scratch.path + "/work/site") where path.hasSuffix(".html") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("<script>alert") && !text.contains("<img"), "\(path)")
      #expect(!text.contains("href=\"javascript"), "\(path)")
    }
  }
}
