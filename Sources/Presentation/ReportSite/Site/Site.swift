import LeadMetrics
import LeadModel
import Narrative

/// What all pages of a site have in common. Made once; every page is a pure function of it, so that pages can
/// be made in any order and on any thread. Immutable, and a class only so that a view holds it by one reference.
package final class Site: Sendable {
  /// What can be asked about the leads.
  let analysis: Analysis
  /// What was read, and the account of its rows.
  let intake: Intake
  /// Who was to be on shift; empty where no schedule was given.
  let schedule: Schedule
  /// How it is told and published.
  let settings: SiteSettings
  /// What the words and the frame of its pages come from.
  let templates: CheckedTemplates
  /// Where its pages are.
  let addresses: Addresses
  /// Every page of the site, in the order in which they are made and listed.
  package let pages: [Page]
  private let known: Set<Page>
  let overviews: Overviews
  let rankings: Rankings
  /// What stands out beyond chance, page by page; judged when the first page asks.
  let findings: Once<SiteFindings>

  /// A site about those leads. Throws where the rows of the intake do not add up.
  package init(
    analysis: Analysis, intake: Intake, schedule: Schedule, settings: SiteSettings,
    templates: CheckedTemplates
  ) throws(Failure) {
    self.analysis = analysis
    self.intake = intake
    self.schedule = schedule
    self.settings = settings
    self.templates = templates
    addresses = Addresses(teams: analysis.teams)
    pages = Page.all(of: analysis)
    known = Set(pages)
    overviews = Overviews(analysis)
    rankings = Rankings(analysis)
    findings = Once { SiteFindings(of: analysis, showsReps: !settings.hidesReps) }
    let imbalances = Site.imbalances(of: intake, analysis)
    if !imbalances.isEmpty { throw Failure(imbalances) }
  }

  /// Rows that do not add up: of a file whose fates are not its rows, or of an analysis that is not of the leads counted.
  package static func imbalances(of intake: Intake, _ analysis: Analysis) -> [Diagnostic] {
    let counted = intake.sources.reduce(0) { $0 + $1.counted.leads }
    let told = analysis.counts(.allTeams).leads
    return intake.sources.filter { !$0.isBalanced }.map(Diagnostic.unbalanced)
      + (counted == told ? [] : [.unbalanced(told, of: counted)])
  }

  /// The rules that the numbers were made with.
  var rules: Rules { analysis.rules }

  /// Whether the site has a page.
  func has(_ page: Page) -> Bool { known.contains(page) }

  /// The path of a page, relative to the site's folder: `teams/north/2026-W46.html`.
  package func path(of page: Page) -> String { addresses.path(of: page) }

  /// A relative link from a page to another, or to a place in it; nil where the site has no such page: a team
  /// has none for a week or a month without leads.
  func link(from page: Page, to target: Page, at fragment: String? = nil) -> String? {
    known.contains(target) ? addresses.link(from: page, to: target, at: fragment) : nil
  }
}

extension Page {
  /// The pages of a site: for each team and for all of them those of every week and month with leads.
  static func all(of analysis: Analysis) -> [Page] {
    // All time is told by pages of other kinds.
    func periods(_ scope: Scope) -> ArraySlice<Period> { analysis.periods(scope).dropLast() }
    var pages: [Page] = [.home, .teams]
    for team in analysis.teams.indices {
      pages.append(.team(team))
      pages += periods(.team(team)).map { .teamPeriod(team, $0) }
    }
    let compared = analysis.comparedTeams
    if !compared.isEmpty { pages.append(.compare) }
    for left in compared { pages += compared.filter { $0 > left }.map { .duel(left, $0) } }
    return pages + [.weeks, .months] + periods(.allTeams).map(Page.period)
      + [.dataQuality, .about, .notFound]
  }
}
