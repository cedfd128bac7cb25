import LeadModel
import Narrative

extension Site {
  /// The links of authors that lead nowhere, each told once, with a page on which it does.
  ///
  /// Links that are the same on all pages are only looked up. Where one might lead nowhere, or has values in its address,
  /// the words of the page are made too, without its maps: a section may leave it out there. Of each kind of page that is
  /// done for some only.
  package var deadLinks: [Diagnostic] {
    let names = NarrativePage.allCases.map(\.rawValue) + [AboutPage.template]
    let links = Dictionary(uniqueKeysWithValues: names.map { ($0, templates.authoredLinks(of: $0)) })
    guard !links.values.allSatisfy(\.isEmpty) else { return [] }
    let targets = LinkTargets(of: self)
    var found: [NarrativeLink: Diagnostic] = [:]
    var told: [String: Int] = [:]
    for page in pages {
      guard let name = page == .about ? AboutPage.template : page.narrative else { continue }
      let doubtful = links[name, default: []].filter { link in
        found[link] == nil && link.literal.map { targets.leads($0, from: page) } != .somewhere
      }
      guard !doubtful.isEmpty, told[name, default: 0] < 50,
        let values = page == .about ? aboutValues : values(of: page),
        let addresses = try? templates.narratives.addresses(on: name, values: values)
      else { continue }
      told[name, default: 0] += 1
      for link in doubtful {
        found[link] =
          addresses.lazy.filter(link.cameTo).compactMap { targets.diagnostic(link, $0.text, on: page) }.first
      }
    }
    return templates.told(Array(found.values)).sorted {
      ($0.place?.description ?? "", $0.message) < ($1.place?.description ?? "", $1.message)
    }
  }
}

/// Where links may lead: every file of a site, and the parts of its pages.
struct LinkTargets {
  private let site: Site
  private let pages: [String: Page]
  private let files: Set<String>

  /// What an address comes to.
  enum End: Hashable {
    case somewhere, nowhere
    /// To a page that has no such part.
    case noPart(String, of: Page)
  }

  /// The pages and files of a site.
  init(of site: Site) {
    self.site = site
    pages = Dictionary(uniqueKeysWithValues: site.pages.map { (site.addresses.path(of: $0), $0) })
    let downloads = site.pages.flatMap { page in
      site.downloadKinds(of: page, hasPicture: true).map { site.addresses.path(of: $0, of: page) }
    }
    files = Set(pages.keys).union(downloads).union(site.pathsOfSharedFiles)
  }

  /// Where an address on a page leads. Those that begin with a slash, and of mails, are not for here.
  func leads(_ address: String, from page: Page) -> End {
    if address.hasPrefix("/") || address.lowercased().hasPrefix("mailto:") { return .somewhere }
    guard let path = path(of: address, from: page), files.contains(path) else { return .nowhere }
    let part = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
    guard let part, !part.isEmpty, let target = pages[path] else { return .somewhere }
    return parts(of: target).contains(String(part)) || part.hasPrefix("slot-")
      ? .somewhere : .noPart(String(part), of: target)
  }

  /// What to say of a link that is an address on a page; nil where it leads somewhere.
  func diagnostic(_ link: NarrativeLink, _ address: String, on page: Page) -> Diagnostic? {
    let here = site.addresses.path(of: page)
    switch leads(address, from: page) {
    case .somewhere: return nil
    case .noPart(let part, let target):
      return .deadPlace(link, part, on: here, known: parts(of: target).sorted())
    case .nowhere:
      let meant = meant(by: address)
      return .deadLink(
        link, address, on: here, meant: meant.map { site.addresses.link(from: page, to: $0) },
        value: meant.flatMap { LinkTargets.values[$0] })
    }
  }

  /// The path of a file, relative to the site's folder, to which an address on a page leads; nil outside of the folder.
  private func path(of address: String, from page: Page) -> String? {
    let here = site.addresses.path(of: page)
    let file = address.prefix { $0 != "#" && $0 != "?" }
    if file.isEmpty { return here }
    var folders = here.split(separator: "/").dropLast()
    for part in file.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part != ".." { folders.append(part) } else if folders.popLast() == nil { return nil }
    }
    return folders.joined(separator: "/")
  }

  /// The ids that a page may have, those of its frame among them.
  private func parts(of page: Page) -> Set<String> {
    Set(PagePart.all(of: page).map(\.rawValue)).union(site.templates.idsOfFrame)
  }

  /// The file that was probably meant by an address that leads nowhere: the one of that path from the site's folder, or a
  /// page that every site has and that is nearly called so.
  private func meant(by address: String) -> String? {
    let parts = address.prefix { $0 != "#" && $0 != "?" }.split(separator: "/").drop {
      $0 == ".." || $0 == "."
    }
    let path = parts.joined(separator: "/")
    let asFolder = path.isEmpty ? "index.html" : path + "/index.html"
    if let own = [path, asFolder].first(where: files.contains) { return own }
    let below = files.filter { !path.isEmpty && $0.hasSuffix("/" + path) }
    if below.count == 1 { return below.first }
    return suggestion(for: path, among: LinkTargets.values.keys.sorted().filter(files.contains))
  }

  /// The pages that are the same from everywhere, with the values that lead to them.
  private static let values = [
    "index.html": "link.home", "teams/index.html": "link.teams", "weeks/index.html": "link.weeks",
    "months/index.html": "link.months", "about.html": "link.about", "data-quality.html": "link.data_quality",
  ]
}

extension Site {
  /// The paths of the files that belong to no page.
  fileprivate var pathsOfSharedFiles: [String] {
    let index = settings.baseURL == nil ? ["robots.txt"] : ["robots.txt", "sitemap.xml", Site.feedPath]
    return [templates.assets.stylesheet.path, templates.assets.script.path, Site.accountingPath] + index
  }
}
