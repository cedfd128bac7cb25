import LeadModel
import Testing

@testable import ReportSite

@Suite("Links of authors are held to the files of the site and the parts of its pages")
struct DeadLinkTests {
  @Test("Every file of the site is known, and every part of a page")
  func targets() throws {
    let sample = SampleSite()
    let site = try sample.site()
    let targets = LinkTargets(of: site)
    for (path, bytes) in try sample.files() {
      #expect(targets.leads(path, from: .home) == .somewhere, "\(path)")
      guard path.hasSuffix(".html"), path != "404.html" else { continue }
      for id in String(decoding: bytes, as: UTF8.self).matches(of: #/ id="([^"]+)"/#).map(\.1) {
        #expect(targets.leads("../\(path)#\(id)", from: .teams) == .somewhere, "\(path)#\(id)")
      }
    }
  }

  @Test(
    "Addresses are relative to the page that they are on",
    arguments: [
      ("about.html", "nowhere"), ("../index.html", "somewhere"), ("../index.html?x#map", "somewhere"),
      ("", "somewhere"), ("?x", "somewhere"), ("#map", "noPart"), ("#top", "somewhere"), ("#", "somewhere"),
      ("./2026-W46.html", "somewhere"), ("../weeks/2026-W46.html", "somewhere"), ("..", "nowhere"),
      ("../", "nowhere"), ("../../index.html", "nowhere"), ("2026-W46", "nowhere"),
      ("../data-quality.html#rejected", "somewhere"), ("../about.html#rejected", "noPart"),
      ("mailto:a@example.org", "somewhere"),
    ])
  func addresses(address: String, end: String) throws {
    let found = try LinkTargets(of: SampleSite().site()).leads(address, from: .weeks)
    #expect("\(found)".prefix { $0 != "(" } == end)
  }

  @Test("The built-in narratives have no link that may lead nowhere")
  func builtIn() throws {
    let site = try SampleSite().site()
    #expect(site.deadLinks == [])
    for page in NarrativePage.allCases {
      #expect(site.templates.narratives.links(of: page.rawValue) == [], "\(page)")
    }
  }
}
