import Foundation
import LeadMetrics
import LeadModel
import Markup
import Testing

@testable import ReportSite

struct SiteTests {
  static let hostileNames = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\"\u{301} onmouseover=\"alert(1)", "A/B",
    "A-B", "a b",
    "..", "CON", "index", "🚒", "{{title}}", "=1+1", "javascript:alert(1)", "x\u{0}y\u{1B}[31m",
    "\u{202E}htroN",
    "]]>", "&lt;b&gt;", String(repeating: "long ", count: 2_000), "data", "https://example.org/",
    "*bold* [a](b)",
  ]

  /// A site whose names, files, headers and cells are all somebody's attack.
  static var hostileSite: SampleSite {
    var site = SampleSite()
    site.teams = hostileNames.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    site.rows = site.teams.indices.map { .init(team: $0, minute: 480 + $0, answered: 60) }
    site.settings.title = "<i>Site</i> \"\u{301} onload=\"x\" & {{rows}}"
    site.settings.baseURL = "https://example.org/leads"
    site.change = { intake in
      intake.sources[0].name = "<u>leads</u>.csv"
      intake.sources[0].columns = hostileNames.map { .init(role: "team", header: $0, form: $0) }
      intake.rejectedRows = hostileNames.map {
        RejectedRow(
          place: Place(file: "/home/me/<u>.csv", line: 3, key: $0), text: $0, reason: "<em>why</em>")
      }
      intake.diagnostics = hostileNames.map {
        Diagnostic(.warning, "some-id", at: Place(file: "/home/me/x.csv"), "in /home/me/x.csv: \($0)")
      }
    }
    return site
  }

  /// A site, made and read once for all tests.
  struct BuiltSite: Sendable {
    let base: String?
    /// The paths in the order in which they were made.
    let order: [String]
    let files: [String: [UInt8]]
    let pages: [String: MarkupReader]

    init(_ site: SampleSite) {
      base = site.settings.baseURL
      let list = (try? site.list()) ?? []
      order = list.map(\.path)
      files = Dictionary(list.map { ($0.path, $0.bytes) }) { first, _ in first }
      pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { MarkupReader($0) }
    }
  }

  static let sites: [BuiltSite] = {
    var empty = SampleSite()
    (empty.teams, empty.rows) = ([], [])
    empty.change = { ($0.cutoff, $0.firstReceived) = (nil, nil) }
    var many = SampleSite()
    many.teams = (10...23).map { "Team \($0)" }
    many.rows = many.teams.indices.map { .init(team: $0, minute: 480, answered: 60) }
    var based = SampleSite()
    based.settings.baseURL = "https://example.org/leads"
    return [SampleSite(), hostileSite, empty, many, based].map(BuiltSite.init)
  }()

  @Test("Every page is well-formed, with one h1, headings in order and no id twice", arguments: sites.indices)
  func wellFormed(index: Int) throws {
    #expect(Self.sites[index].files.count > 10)
    for (path, page) in Self.sites[index].pages {
      #expect(page.faults.isEmpty, "\(path)")
      let headings = page.elements.compactMap { ["h1", "h2", "h3", "h4"].firstIndex(of: $0.name) }
      #expect(headings.first == 0 && headings.count { $0 == 0 } == 1, "\(path)")
      for (one, next) in zip(headings, headings.dropFirst()) { #expect(next <= one + 1, "\(path)") }
      let ids = page.elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(path)")
      let html = page.elements.first { $0.name == "html" }
      #expect(html?.attributes["lang"] == "en", "\(path)")
      #expect(page.elements.contains { $0.name == "meta" && $0.attributes["charset"] == "utf-8" }, "\(path)")
    }
  }

  @Test(
    "Every link leads to a file of the site and a place in it; nothing is loaded from elsewhere",
    arguments: sites.indices)
  func links(index: Int) throws {
    let (files, read) = (Self.sites[index].files, Self.sites[index].pages)
    let base = Self.sites[index].base
    for (path, page) in read {
      for element in page.elements {
        for (key, value) in element.attributes
        where ["href", "src", "srcset", "action", "data", "poster"].contains(key) {
          if let base, value.hasPrefix(base + "/") {
            #expect(path == "404.html" || element.attributes["rel"] == "canonical")
            #expect(files[String(value.dropFirst(base.count + 1))] != nil, "\(path): \(value)")
            continue
          }
          #expect(path != "404.html", "a page served from any depth has a relative link: \(value)")
          let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          let target = resolve(String(parts[0]), from: path)
          #expect(target.map { files[$0] != nil } == true, "\(path): \(value)")
          if parts.count == 2, let target {
            #expect(
              read[target]?.elements.contains { $0.attributes["id"] == String(parts[1]) } == true,
              "\(path): \(value)")
          }
        }
      }
    }
  }

  /// The file that a relative link means; nil where it leaves the site, names no file or has a scheme.
  private func resolve(_ link: String, from path: String) -> String? {
    if link.isEmpty { return path }
    if link.contains(":") || link.hasPrefix("/") || link.hasSuffix("/") { return nil }
    var folder = path.split(separator: "/").dropLast().map(String.init)
    for step in link.split(separator: "/") {
      if step == ".." {
        if folder.popLast() == nil { return nil }
      } else {
        folder.append(String(step))
      }
    }
    return folder.joined(separator: "/")
  }

  @Test("Every page can be reached from the first one", arguments: sites.indices)
  func reachable(index: Int) throws {
    let (files, read) = (Self.sites[index].files, Self.sites[index].pages)
    var (found, next): (Set<String>, [String]) = (["index.html"], ["index.html"])
    while let path = next.popLast() {
      for element in read[path]?.elements ?? [] {
        guard let link = element.attributes["href"]?.split(separator: "#").first else { continue }
        if let target = resolve(String(link), from: path), found.insert(target).inserted {
          next.append(target)
        }
      }
    }
    let apart: Set = ["404.html", "robots.txt", "sitemap.xml", "feed.xml"]
    #expect(
      Set(files.keys).subtracting(found).subtracting(apart.intersection(files.keys)).filter {
        // Scripts and the like are loaded by src.
        !$0.hasPrefix("assets/")
      } == [])
  }

  @Test("Nothing a person wrote becomes markup, script or a style")
  func hostile() throws {
    let (files, pages) = (Self.sites[1].files, Self.sites[1].pages)
    let allowed: Set = [
      "html", "head", "meta", "title", "link", "script", "style", "body", "a", "header", "nav", "main",
      "span", "div", "h1",
      "h2", "h3", "p", "details", "summary", "footer", "section", "table", "thead", "tbody", "tr", "th", "td",
      "small",
      "figure", "figcaption", "svg", "g", "rect", "path", "text", "tspan", "title", "desc", "defs", "use",
      "dl", "dt", "dd",
      "ul", "ol", "li", "strong", "em", "code", "pre", "caption", "blockquote", "circle", "line", "polyline",
      "polygon",
      "meter", "clipPath", "symbol", "i", "b", "tfoot",
    ]
    for (path, page) in pages {
      for element in page.elements {
        #expect(allowed.contains(element.name), "\(path): <\(element.name)>")
        #expect(
          !element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" }, "\(path): \(element)")
        if element.name == "script" {
          #expect(
            element.attributes["src"]?.hasPrefix("assets/") ?? false
              || element.attributes["src"]?.contains("../assets/") ?? false)
        }
      }
    }
    // What was written is still there to be read.
    let quality = try #require(files["data-quality.html"].map { MarkupReader($0) })
    #expect(quality.text.contains("<script>alert(1)</script>"))
    #expect(quality.text.contains("x\u{FFFD}y\u{FFFD}[31m"))
    let home = try #require(files["index.html"].map { MarkupReader($0) })
    #expect(home.text.contains("{{rows}}"))
  }

  @Test("No folder of the machine that built the site is told")
  func folders() throws {
    for (path, bytes) in Self.sites[1].files {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("/home/me"), "\(path)")
    }
  }

  @Test("No file has the path of another, in any case of letters, and none but the site's own is made")
  func distinctPaths() throws {
    let paths = Self.sites[1].order
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    #expect(paths.allSatisfy(OutputFile.isSafe))
  }

  @Test("A second file with the same path is refused")
  func ledger() throws {
    var ledger = PathLedger()
    _ = try ledger.entered(OutputFile(path: "teams/north/index.html", bytes: []))
    #expect(throws: Failure.self) {
      try ledger.entered(OutputFile(path: "teams/North/index.html", bytes: []))
    }
  }

  @Test("Two builds give the same files in the same order")
  func determinism() throws {
    var files: [String: [UInt8]] = [:]
    let again = try SampleSite().list()
    for file in again { files[file.path] = file.bytes }
    #expect(files == Self.sites[0].files)
    #expect(again.map(\.path) == Self.sites[0].order)
  }

  @Test("A page for each team and for all in every period with leads, and no other")
  func pages() throws {
    let pages = Set(Self.sites[0].pages.keys)
    #expect(
      pages == [
        "index.html", "compare/index.html", "compare/north--south.html",
        "teams/index.html", "teams/north/index.html", "teams/south/index.html",
        "teams/north/2026-W46.html", "teams/north/2026-W47.html", "teams/north/2026-11.html",
        "teams/south/2026-W46.html", "teams/south/2026-W48.html", "teams/south/2026-11.html",
        "weeks/index.html", "weeks/2026-W46.html", "weeks/2026-W47.html", "weeks/2026-W48.html",
        "months/index.html", "months/2026-11.html", "data-quality.html", "about.html", "404.html",
      ])
  }

  @Test("With many teams the way to the others is folded up, and with very many left to the list of teams")
  func others() throws {
    func page(_ count: Int) throws -> MarkupReader {
      var site = SampleSite()
      site.teams = (0..<count).map { "Team \($0 + 100)" }
      site.rows = [.init(team: 0, minute: 480, answered: 60)]
      let file = try site.site().files(of: .teamPeriod(0, .week(SampleSite.firstWeek)))[0]
      return MarkupReader(file.bytes)
    }
    func isFolded(_ page: MarkupReader) -> Bool {
      page.elements.contains { $0.attributes["id"] == "others" && $0.name == "details" }
    }
    let (few, many, lots) = (try page(3), try page(20), try page(61))
    #expect(few.text.contains("All teams Team 100 Team 101 Team 102") && !isFolded(few))
    #expect(many.text.contains("Other teams All teams Team 100 Team 101") && isFolded(many))
    #expect(!lots.text.contains("Team 101"))
  }

  @Test("Sitemap and feed only where the site's address is known")
  func index() throws {
    let plain = Self.sites[0].files
    #expect(plain["robots.txt"] != nil && plain["sitemap.xml"] == nil && plain["feed.xml"] == nil)
    let files = Self.sites[4].files
    let sitemap = MarkupReader(try #require(files["sitemap.xml"]))
    #expect(sitemap.faults.isEmpty)
    #expect(sitemap.text.contains("https://example.org/leads/teams/north/2026-W46.html"))
    #expect(!sitemap.text.contains("404.html"))
    let feed = MarkupReader(try #require(files["feed.xml"]))
    #expect(feed.faults.isEmpty)
    // Weeks 46 and 47 are over, 48 is not.
    #expect(feed.elements.count { $0.name == "entry" } == 2)
    #expect(
      String(decoding: try #require(files["robots.txt"]), as: UTF8.self).contains(
        "Sitemap: https://example.org/leads/sitemap.xml"))
  }

  @Test("The stylesheet's name changes with what is in it, and only then")
  func assets() throws {
    var site = SampleSite()
    let before = try site.site().sharedFiles().map(\.path).filter { $0.hasPrefix("assets/") }
    site.templates.files["theme/site.css"]? += "\np { color: red }"
    let after = try site.site().sharedFiles().map(\.path).filter { $0.hasPrefix("assets/") }
    #expect(before.count == 2 && after.count == 2)
    #expect(before[0] != after[0] && before[1] == after[1])
  }
}

struct TemplateFaultTests {
  private func faults(_ path: String, _ text: String?) throws -> [Diagnostic] {
    var site = SampleSite()
    site.templates.files[path] = text
    let failure = try #require(throws: Failure.self) { try site.site() }
    return failure.diagnostics
  }

  @Test("A missing template is named")
  func missing() throws {
    let faults = try faults("layout/page.html", nil)
    #expect(faults.map(\.id) == ["template-missing"])
    #expect(faults[0].place?.file == "layout/page.html")
  }

  @Test("An unknown name is told with its place and what was meant")
  func unknown() throws {
    let faults = try faults("layout/page.html", "<p>\n{{#earlier}}{{nmae}}{{/earlier}} {{headin}}{{body}}")
    #expect(faults.map(\.id) == ["value-unknown", "value-unknown"])
    #expect(faults.map { $0.place?.description } == ["layout/page.html:2:13", "layout/page.html:2:34"])
    #expect(faults[0].message.contains("'name'") && faults[1].message.contains("'heading'"))
  }

  @Test("Rows that do not add up stop the build")
  func unbalanced() throws {
    var site = SampleSite()
    site.change = { $0.sources[0].read.rows += 1 }
    let failure = try #require(throws: Failure.self) { try site.site() }
    #expect(failure.diagnostics.map(\.id) == ["accounting-unbalanced"])
    // Balanced in itself, but the table has seven leads.
    site.change = { intake in
      intake.sources[0].read.leads += 1
      intake.sources[0].counted.leads += 1
    }
    let other = try #require(throws: Failure.self) { try site.site() }
    #expect(
      other.diagnostics.map(\.message) == [
        "the pages would tell of 7 leads, and not of the 8 that were counted"
      ])
  }
}
