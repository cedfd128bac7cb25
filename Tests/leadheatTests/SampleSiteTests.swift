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
