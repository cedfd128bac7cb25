import LeadMetrics
import LeadModel
import Markup

extension Site {
  /// A page about leads.
  func leadsPage(_ told: ToldPage) throws(Failure) -> PageContent {
    let commentary = try commentary(on: told)
    return switch told.page {
    case .teams: teamsContent(told, commentary)
    case .team, .teamPeriod(_, .all): teamContent(told, commentary)
    case .teamPeriod, .period(.week), .period(.month): periodContent(told, commentary)
    default: homeContent(told, commentary)
    }
  }

  /// A page's content with the heading, dates and summary that its scope and period give it. Only pages about all
  /// time have a picture.
  func content(_ told: ToldPage, _ body: HTML, picture: MapFigure?) -> PageContent {
    let info = told.told.info
    let name = title(of: told.told.report.scope)
    let counts = told.told.report.slice.total
    return PageContent(
      heading: info.period == .all ? name : "\(name), \(Words.period(info.period))",
      subheading: subheading(told.told),
      summary: "\(name), \(Words.period(info.period)): \(Words.summary(counts, rules)).",
      body: body,
      picture: picture.flatMap {
        $0.picture(title: "\(name), \(Words.period(info.period)): \($0.remark)", caption: caption)
      })
  }

  /// Where most is lost, and for one team who answered.
  func losses(_ told: ToldPage, to writer: inout MarkupWriter) {
    writer.element("div", .class("stack")) { writer in
      writer.element("section") { WorstTable(told: told.told).write(to: &$0) }
      if let reps = BreakdownTable(told.told, by: .rep) {
        writer.element("section", .id(.reps)) { reps.write(to: &$0) }
      }
    }
  }

  /// What a picture says of itself where it stands alone.
  private var caption: String {
    "Percent answered within \(Words.threshold(rules.threshold))"
      + (through.map { "; data through \($0)" } ?? "")
  }

  /// The dates, and that they are not all there.
  func subheading(_ told: Told) -> String {
    let dates = told.info.datesInWords
    guard !told.info.isComplete else { return dates }
    if let day = told.info.onlyDay { return "\(dates) · incomplete; data of \(day.longName) only" }
    let reach =
      [told.info.lateBegin.map { "begin on \($0.longName)" }, told.info.endInWords.map { "end on \($0)" }]
      .compactMap(\.self)
    return "\(dates) · incomplete" + (reach.isEmpty ? "" : "; data \(reach.joined(separator: " and "))")
  }

  /// `All teams`, or the team's name.
  func title(of scope: Scope) -> String {
    switch scope {
    case .allTeams: onlyTeam ?? "All teams"
    case .team(let team): analysis.teams[team].name
    }
  }

  /// The name of the team whose all leads are, where there is no other; nil where none has a name.
  var onlyTeam: String? {
    analysis.teams.count == 1 && analysis.teams[0].name != Team.none ? analysis.teams[0].name : nil
  }
}

extension Page {
  /// Whose leads the page is about; nil where it shows none.
  var scope: Scope? { period.map { _ in team.map(Scope.team) ?? .allTeams } }
}

extension Scope {
  /// The page of this scope in a period.
  func page(_ period: Period) -> Page {
    switch self {
    case .allTeams: period == .all ? .home : .period(period)
    case .team(let team): period == .all ? .team(team) : .teamPeriod(team, period)
    }
  }
}
