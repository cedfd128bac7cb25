import Foundation
import Testing

@testable import leadheat

/// What sources are called on the site.
@Suite struct SourceNamesTests {
  /// The names of files, in their order.
  func names(_ paths: String...) -> [String?] {
    let names = siteNames(Dictionary(uniqueKeysWithValues: paths.map { ($0, $0) }))
    return paths.map { names[$0] }
  }

  @Test func aNameThatIsUniqueStands() {
    #expect(names("/data/in/a.csv", "b.csv", "in/c.csv") == ["a.csv", "b.csv", "c.csv"])
    #expect(
      siteNames(["psql (leads[0])": "psql", "in/psql.csv": "in/psql.csv"])["psql (leads[0])"] == "psql")
  }

  @Test func asMuchOfAPathAsIsNeededTellsFilesApart() {
    #expect(
      names("/data/x1/leads.csv", "/data/x2/leads.csv", "rota.csv") == [
        "x1/leads.csv", "x2/leads.csv", "rota.csv",
      ])
    #expect(
      names("a/x/leads.csv", "b/x/leads.csv", "c/leads.csv", "leads.csv") == [
        "a/x/leads.csv", "b/x/leads.csv", "c/leads.csv", "leads.csv",
      ])
    #expect(names("leads.csv", "../leads.csv") == ["leads.csv", "../leads.csv"])
    // Only where a path begins tells these apart.
    #expect(names("/x/leads.csv", "x/leads.csv") == ["/x/leads.csv", "x/leads.csv"])
  }

  @Test func commandsHaveTheirPlaces() {
    let names = siteNames([
      "psql (leads[0])": "psql", "psql (leads[1])": "psql", "cat (leads[2])": "cat", "x/cat": "x/cat",
    ])
    #expect(
      names == [
        "psql (leads[0])": "psql (leads[0])", "psql (leads[1])": "psql (leads[1])",
        "cat (leads[2])": "cat (leads[2])", "x/cat": "x/cat",
      ])
  }

  /// Accounts, rejected rows and remarks call a file by the same name.
  @Test func theSiteCallsThemSo() throws {
    let scratch = Scratch()
    let rows = "id,received,first_response\n1,2026-11-02 09:00,\n2,2026-11-02 10:00,\n3,never,\n"
    for folder in ["x1", "x2"] { scratch.write("in/\(folder)/leads.csv", rows) }
    scratch.write(
      "leadheat.yml",
      """
      leads:
        - in/*/leads.csv
        - command: [cat, in/x1/leads.csv]
        - command: [/bin/cat, in/x1/leads.csv]
          activities: {command: [cat, in/acts.csv]}
      duplicates: keep
      max_rejected: 50
      """)
    scratch.write("in/acts.csv", "lead_id,time\n1,2026-11-02 09:10\n")
    let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    let outcome = try Binary.run(["build"], in: scratch.path, environment: path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("in/x1/leads.csv:4: ") && outcome.errors.contains("cat (leads[1]):4: "))
    let data = try #require(scratch.read("site/data/accounting.json"))
    let page = try #require(scratch.read("site/data-quality.html"))
    for name in ["x1/leads.csv", "x2/leads.csv", "cat (leads[1])", "cat (leads[2])"] {
      #expect(data.replacing("\\/", with: "/").contains("\"\(name)\""), "\(name)")
      #expect(page.contains("\(name):4"), "\(name)")
    }
    #expect(page.contains("cat (leads[2].activities): time"))
    #expect(page.contains("x1/leads.csv, x2/leads.csv and cat (leads[1])"))
    #expect(!page.contains("in/x1") && !data.contains("in/x1"))
  }
}
