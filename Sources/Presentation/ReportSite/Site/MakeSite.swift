import LeadMetrics
import LeadModel

/// Makes every file of a site and hands it over; somebody else decides about disk.
///
/// The same input gives the same files in the same order, byte for byte. Throws what `emit` throws.
package func makeFiles(of site: Site, emit: (OutputFile) throws(Failure) -> Void) throws(Failure) {
  // Before the pages, so that none has to wait until another has judged them all.
  _ = site.findings.value
  var ledger = PathLedger()
  for file in site.sharedFiles() { try emit(ledger.entered(file)) }
  // Some pages at a time are made on all processors, and handed over in their order.
  for start in stride(from: 0, to: site.pages.count, by: pagesAtATime) {
    for files in site.files(of: site.pages[start..<min(start + pagesAtATime, site.pages.count)]) {
      for file in try files.get() { try emit(ledger.entered(file)) }
    }
  }
}

/// So many that no processor waits for long, and so few that they need little memory.
private let pagesAtATime = 64

/// Throws any address given away twice; makes none of the pages about leads.
package func checkPages(of site: Site) throws(Failure) {
  var ledger = PathLedger()
  for page in site.pages {
    _ = try ledger.entered(OutputFile(path: site.addresses.path(of: page), bytes: []))
  }
  for page in [Page.dataQuality, .about, .notFound] { _ = try site.files(of: page) }
}

extension Site {
  /// Each page with its downloads, in order.
  fileprivate func files(of pages: ArraySlice<Page>) -> [Result<[OutputFile], Failure>] {
    concurrently(Array(pages)) { page in Result { () throws(Failure) in try self.files(of: page) } }
  }

  /// A page and its downloads.
  func files(of page: Page) throws(Failure) -> [OutputFile] {
    if page == .notFound {
      return [OutputFile(path: addresses.path(of: page), bytes: templates.notFound.page(settings: settings))]
    }
    let told = page.period.map { period in
      ToldPage(page, overviews.report(page.team.map(Scope.team) ?? .allTeams, period), site: self)
    }
    let content = try content(of: page, told)
    let downloads = downloads(of: page, told, picture: content.picture)
    return [OutputFile(path: addresses.path(of: page), bytes: templates.shell.page(page, content, on: self))]
      + downloads
  }

  /// What a page says. `told` is nil for pages that show no leads.
  private func content(of page: Page, _ told: ToldPage?) throws(Failure) -> PageContent {
    switch page {
    case .weeks, .months: periodsPage(page)
    case .compare: comparePage()
    case .duel(let left, let right): duelPage(left, right)
    case .dataQuality: dataQualityPage()
    case .about: try aboutPage()
    case .home, .teams, .team, .teamPeriod, .period, .notFound: try leadsPage(told!)
    }
  }

  /// The files that belong to no page.
  func sharedFiles() -> [OutputFile] {
    [templates.assets.stylesheet, templates.assets.script, accountingFile()] + indexFiles()
  }
}

/// The paths that were given away, so that no file silently takes the place of another, in any case of letters.
struct PathLedger: Sendable {
  private var taken: Set<String> = []

  /// The file itself, if its path is still free.
  mutating func entered(_ file: OutputFile) throws(Failure) -> OutputFile {
    guard taken.insert(file.path.lowercased()).inserted else {
      throw Failure([.addressTaken(file.path)])
    }
    return file
  }
}
