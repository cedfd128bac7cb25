import LeadModel
import Markup

/// The files by which machines find the pages: crawlers always, feed readers where the site's address is known.
extension Site {
  /// The feed's path, relative to the site's folder.
  static let feedPath = "feed.xml"

  /// robots.txt, and with a base URL sitemap.xml and feed.xml.
  func indexFiles() -> [OutputFile] {
    guard let base = settings.baseURL else {
      return [OutputFile(path: "robots.txt", text: "User-agent: *\nAllow: /\n")]
    }
    return [
      OutputFile(path: "robots.txt", text: "User-agent: *\nAllow: /\nSitemap: \(base)/sitemap.xml\n"),
      OutputFile(path: "sitemap.xml", bytes: sitemap(base).bytes),
      OutputFile(path: Site.feedPath, bytes: feed(base).bytes),
    ]
  }

  /// Every page but the one for none (sitemaps.org, protocol 0.9).
  private func sitemap(_ base: String) -> HTML {
    .written { xml in
      xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
      xml.element("urlset", Attribute("xmlns", .word("http://www.sitemaps.org/schemas/sitemap/0.9"))) { xml in
        for page in pages where page != .notFound {
          xml.raw("\n")
          xml.element("url") { $0.element("loc", text: "\(base)/\(addresses.path(of: page))") }
        }
        xml.raw("\n")
      }
      xml.raw("\n")
    }
  }

  /// The latest weeks of all teams, an entry when a week is complete (Atom, RFC 4287). The time of an entry is the
  /// week's end, so that building again changes nothing.
  private func feed(_ base: String) -> HTML {
    let weeks = analysis.weeks(.allTeams).map(Period.week).filter { analysis.info(.allTeams, $0).isComplete }
    let latest = Array(weeks.suffix(20).reversed())
    return .written { xml in
      xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
      xml.element("feed", Attribute("xmlns", .word("http://www.w3.org/2005/Atom"))) { xml in
        xml.element("id", text: "\(base)/")
        xml.element("title", text: settings.title)
        xml.element("author") { $0.element("name", text: settings.title) }
        xml.element("updated", text: latest.first.map(stamp) ?? "1970-01-01T00:00:00Z")
        xml.empty("link", Attribute("rel", .word("self")), .href("\(base)/\(Site.feedPath)"))
        xml.empty("link", .href("\(base)/index.html"))
        for week in latest {
          let address = "\(base)/\(addresses.path(of: .period(week)))"
          let counts = analysis.totals(.allTeams, week).counts
          xml.raw("\n")
          xml.element("entry") { xml in
            xml.element("id", text: address)
            xml.element("title", text: "\(Words.period(week).capitalizedFirst), \(Words.dates(of: week))")
            xml.element("updated", text: stamp(week))
            xml.empty("link", .href(address))
            xml.element("summary", text: "\(Words.summary(counts, rules).capitalizedFirst).")
          }
        }
        xml.raw("\n")
      }
      xml.raw("\n")
    }
  }

  /// The midnight that ends a week, as if it were UTC: an entry needs some time, and this one orders them.
  private func stamp(_ week: Period) -> String { "\(week.dates!.upperBound)T00:00:00Z" }

  /// The cut-off as ISO 8601 with its offset, `2026-11-15T23:52:00-05:00`; without one where times are floating; nil
  /// without any row.
  var cutoffStamp: String? {
    guard let cutoff = analysis.cutoff else { return nil }
    let local = analysis.zone.local(of: cutoff)
    let stamp = local.description.split(separator: " ").joined(separator: "T")
    guard analysis.zone.name != nil else { return stamp }
    let minutes = Int((local.microseconds - cutoff.microseconds) / 60_000_000)
    return stamp + (minutes < 0 ? "-" : "+") + Words.clock(Int(minutes.magnitude))
  }
}
