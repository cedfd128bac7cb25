import Foundation
import Testing

/// `site/` is the sample, built and committed: the demo, and the largest golden file.
@Suite struct SampleSiteTests {
  @Test func theCommittedSiteIsWhatTheSampleGives() throws {
    let scratch = Scratch()
    let outcome = try Binary.run(
      ["build", "--config", "sample_data/leadheat.yml", "--output", scratch.path + "/site"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let (built, committed) = (Scratch.tree(scratch.path + "/site"), Scratch.tree(Binary.package + "/site"))
    #expect(Set(built.keys) == Set(committed.keys))
    let differing = built.keys.filter { built[$0] != committed[$0] }.sorted()
    #expect(differing.isEmpty, "run `make site` and look at the difference")
  }

  /// `leadheat init` makes a project of the sample, of nothing but what the binary carries.
  @Test func aNewProjectBuildsTheSample() throws {
    let scratch = Scratch()
    let made = try Binary.run(["init", "report"], in: scratch.path)
    #expect(
      made.output == """
        wrote report: 35 files
        Build it there with leadheat build, and open site/index.html.

        """)
    let outcome = try Binary.run(["build"], in: scratch.path + "/report")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(Scratch.tree(scratch.path + "/report/site") == Scratch.tree(Binary.package + "/site"))
    #expect(Scratch.tree(scratch.path + "/report/Templates") == Scratch.tree(Binary.package + "/Templates"))
  }

  @Test func aNewProjectWritesOverNothing() throws {
    let scratch = Scratch()
    scratch.write("leadheat.yml", "leads: [leads.csv]\n")
    let refused = try Binary.run(["init"], in: scratch.path)
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(
      refused.errors == """
        ./leadheat.yml: error: it is there already, and nothing is written over it [project-taken]
            Choose an empty or a new folder.

        """)
    let templates = try Binary.run(["init", "--templates"], in: scratch.path)
    #expect(templates.status == 0)
    let again = try Binary.run(["init", "--templates"], in: scratch.path)
    #expect(again.status == 1 && again.errors.hasPrefix("./Templates: error: it is there already"))
    #expect(try Binary.run(["init", ""], in: scratch.path).status == 64)
    let file = try Binary.run(["init", "leadheat.yml"], in: scratch.path)
    #expect(
      file.errors.hasPrefix("leadheat.yml: error: cannot be written: it is a file [project-unwritable]"))
    #expect(scratch.read("leadheat.yml") == "leads: [leads.csv]\n")
    #expect(
      Set(Scratch.tree(scratch.path).keys)
        == Set(Scratch.tree(Binary.package + "/Templates").keys.map { "Templates/" + $0 } + ["leadheat.yml"]))
  }

  @Test func theCommittedSiteIsOfAHandySize() {
    let files = Scratch.tree(Binary.package + "/site")
    #expect(files.values.reduce(0) { $0 + $1.count } <= 4_000_000)
    for (path, bytes) in files where path.hasSuffix(".html") { #expect(bytes.count <= 90_000, "\(path)") }
    #expect((45...75).contains(files.keys.count { $0.hasSuffix(".html") }))
  }

  /// Browsers ask how wide paper is before they know that it lies on its side: what is for narrow screens would take
  /// the map off it.
  @Test func paperIsNoNarrowScreen() throws {
    let files = Scratch.tree(Binary.package + "/site")
    let style = try #require(files.first { $0.key.hasSuffix(".css") })
    let rules = String(decoding: style.value, as: UTF8.self).matches(of: /@media[^{]*max-width[^{]*/)
    #expect(rules.count == 2)
    for rule in rules { #expect(rule.output.hasPrefix("@media screen and"), "\(rule.output)") }
  }
}
