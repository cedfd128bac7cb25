import LeadMetrics
import LeadModel
import Narrative

/// A page about leads as its narrative sees it. Immutable, and a class for the same reason as ``Told``.
final class ToldPage: Sendable {
  let site: Site
  let page: Page
  /// What the page is about.
  let told: Told
  /// Its latest complete week, on pages about all time.
  let latest: Told?
  /// The teams beside each other: in the latest week on pages about all time.
  let ranking: ToldRanking
  /// What stands out beyond chance in what the page is about.
  let findings: [ToldFinding]

  /// What a page about leads tells; `report` is about its team and period.
  init(_ page: Page, _ report: PeriodReport, site: Site) {
    let (scope, period) = (report.scope, report.info.period)
    self.site = site
    self.page = page
    let told = Told(report: report, site: site, page: page)
    self.told = told
    latest =
      period == .all
      ? site.analysis.latestWeek(scope).map { week in
        Told(
          report: site.analysis.report(scope, .week(week)), site: site, page: page,
          events: told.details.events)
      } : nil
    let ranked = page == .home ? latest?.info.period ?? .all : period
    ranking = ToldRanking(ranked, site: site, page: page)
    // Of all time there is no change; the latest one is of the week in the headline.
    let changes = latest?.findings.filter { if case .changed = $0.finding.fact { true } else { false } } ?? []
    findings = Array((changes + told.findings).prefix(Finding.limit))
  }

  /// The team's place in the period; nil without one.
  var own: ToldStanding? { page.team.flatMap(ranking.standing(of:)) }

  /// All other teams, pooled.
  var others: Tallied {
    let all = ranking.ranking.total
    return site.tallied(own.map { all - $0.standing.counts } ?? all)
  }
}

extension Values {
  /// By what rules, and of what, all numbers are.
  static let rules = ValueGroup<Site>([
    .quantity("threshold", forms: ["short", "within", "minutes"], "the headline threshold") {
      let minutes = $0.rules.threshold
      return Quantity(
        Double(minutes), Words.threshold(minutes),
        forms: [
          "short": Words.shortThreshold(minutes), "within": Words.within(minutes),
          "minutes": Words.count(minutes),
        ])
    },
    .quantity("slot_minutes", "minutes of a slot") { .whole($0.rules.slotMinutes) },
    .count("min_leads", of: .leads, "fewer judged leads than this say little") { $0.rules.minLeads },
    .object("data", data, "what was read") { $0 },
  ])

  /// What every page knows.
  static let site = ValueGroup<ToldPage>([
    .object("site", title, "the site") { $0.site.settings.title },
    rules.of { $0.site },
    .object("link", links, "addresses of pages") { $0 },
  ])

  static let title = ValueGroup<String>([.text("title", "its name") { $0 }])

  static let data = ValueGroup<Site>([
    .text("through", "up to when leads are judged: 15 November 2026, 23:52") { $0.through ?? "" },
    .text("cutoff", "the same as ISO 8601: 2026-11-15T23:52:00-05:00; blank without any row") {
      $0.cutoffStamp ?? ""
    },
    .text("zone", "the time zone of the report") { $0.analysis.zone.name ?? "local time" },
    .flag("of_one_team", "whether the site is of one team alone, and the account of all rows not told") {
      !$0.intake.isWhole
    },
    .flag("has_teams", "whether the leads are not all of one team with a name") { $0.onlyTeam == nil },
    .count("rows", of: .rows, "data rows read") { $0.rows(\.read) },
    .count("counted", of: .rows, "counted") { $0.rows(\.counted) },
    .count("rejected", of: .rows, "that could not be read") { $0.rows(\.rejected) },
    .quantity("rejected_share", forms: Quantity.shareForms, "rejected of all data rows") {
      .share($0.rows(\.rejected) ?? 0, of: $0.rows(\.read) ?? 0)
    },
    .count("duplicate", of: .rows, "of an id that another row has, which counts") { $0.rows(\.duplicate) },
    .count("not_eligible", of: .rows, "not eligible") { $0.rows(\.notEligible) },
    .count("after_cutoff", of: .rows, "received after the cut-off") { $0.rows(\.afterCutoff) },
    .count("files", of: .files, "files read") { $0.intake.isWhole ? $0.intake.sources.count : nil },
    .flag("tells_times", "whether every file says when leads were answered, and not only whether in time") {
      $0.analysis.tellsTimes
    },
  ])

  static let links = ValueGroup<ToldPage>([
    .address("home", "the first page") { $0.link(to: .home) },
    .address("teams", "the leaderboard") { $0.link(to: .teams) },
    .optionalAddress("compare", "the teams two by two, where there are several") {
      $0.site.link(from: $0.page, to: .compare)
    },
    .address("weeks", "the list of all weeks") { $0.link(to: .weeks) },
    .address("months", "the list of all months") { $0.link(to: .months) },
    .optionalAddress("team", "the team's own page, on pages about one") {
      $0.page.team.map(Page.team).map($0.link)
    },
    .optionalAddress("previous", "the same page for the period before, where there is one") {
      $0.link(toPeriod: $0.told.info.earlier)
    },
    .optionalAddress("next", "the same page for the period after, where there is one") {
      $0.link(toPeriod: $0.told.info.later)
    },
    .address("about", "how the numbers are made") { $0.link(to: .about) },
    .address("data_quality", "what was read and dropped") { $0.link(to: .dataQuality) },
  ])

  static let team = ValueGroup<ToldPage>([
    .text("name", "its name") { $0.site.title(of: $0.told.report.scope) },
    .address("link", "the address of its page") { $0.page.team.map(Page.team).map($0.link) ?? "" },
  ])

  private static let standingOfTeam = ValueGroup<ToldPage>([
    .object("team", team, "the team") { $0 },
    .quantity("rank", "its place among the teams; an en dash with too few leads") {
      .whole($0.own?.standing.rank)
    },
    .flag("is_tied", "whether another team has the same place") { $0.own?.isTied ?? false },
    .count("tied_with", of: .others, "other teams with the same place") { ($0.own?.sharers ?? 1) - 1 },
    .count("ranked_count", of: .teams, "teams with a place") { $0.ranking.ranking.rankedCount },
    .quantity("standardised", forms: ["number"], "its rate if its leads came when everyone’s do") {
      .percent(tenths: $0.own?.standing.standardised.tenths)
    },
    .quantity("catch_up", forms: ["phrase"], "leads in time that it lacks to overtake the next team") {
      .catchUp($0.own?.standing.catchUp)
    },
    .flag("out_of_reach", "whether that takes more leads than were missed") {
      $0.own?.standing.catchUp == .outOfReach
    },
    against.of { $0.told },
    .object("others", tally, "all other teams, pooled") { $0.others },
  ])

  private static let silence = ValueGroup<ToldPage>([
    .count("silent_weeks", of: .weeks, "complete weeks since the last one with leads") {
      $0.site.analysis.silentWeeks($0.told.report.scope)
    }
  ])

  /// Home and the leaderboard; the team page.
  static let overview = ValueGroup<ToldPage>([
    site, findings, report.of { $0.told },
    .optional("latest", report, "the latest complete week, or the only one") { $0.latest },
    silence,
    ranking.of { $0.ranking },
  ])
  static let teamOverview = ValueGroup<ToldPage>([
    site, findings, report.of { $0.told },
    .optional("latest", report, "the latest complete week, or the only one") { $0.latest },
    silence,
    standingOfTeam,
    .list("rep_weeks", repWeek, "the weeks of the reps with a rank, at most twelve") {
      $0.told.details.repWeeks.value
    },
  ])
  /// A period of all teams, and of one.
  static let periodPage = ValueGroup<ToldPage>([
    site, findings, report.of { $0.told }, ranking.of { $0.ranking },
  ])
  static let teamPeriodPage = ValueGroup<ToldPage>([site, findings, report.of { $0.told }, standingOfTeam])
}

extension ToldPage {
  func link(to target: Page) -> String { site.addresses.link(from: page, to: target) }
  func link(toPeriod period: Period?) -> String? { period.map { link(to: told.report.scope.page($0)) } }
}

extension Site {
  /// Rows of all files with a fate; of one team alone only those counted are told.
  func rows(_ fate: KeyPath<SourceAccount, SourceAccount.Tally>) -> Int? {
    guard intake.isWhole || fate == \.counted else { return nil }
    return intake.sources.reduce(0) { $0 + $1[keyPath: fate].rows }
  }
}
