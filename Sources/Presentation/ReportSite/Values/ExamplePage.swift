import LeadMetrics
import LeadModel

extension Site {
  /// The latest page of a kind, of the team with most leads; nil where there is none.
  package func example(of kind: NarrativePage) -> Page? {
    let team = analysis.teams.indices.max { left, right in
      (analysis.counts(.team(left)).leads, right) < (analysis.counts(.team(right)).leads, left)
    }
    func page(_ scope: Scope?, _ period: (Scope) -> Period?) -> Page? {
      scope.flatMap { scope in period(scope).map { scope.page($0) } }
    }
    let own = team.map(Scope.team)
    return switch kind {
    case .home: .home
    case .teams: .teams
    case .team: team.map(Page.team)
    case .teamWeek: page(own) { analysis.latestWeek($0).map(Period.week) }
    case .teamMonth: page(own) { analysis.latestMonth($0).map(Period.month) }
    case .week: page(.allTeams) { analysis.latestWeek($0).map(Period.week) }
    case .month: page(.allTeams) { analysis.latestMonth($0).map(Period.month) }
    }
  }
}
