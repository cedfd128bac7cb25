import LeadMetrics
import LeadModel
import ReportSite

/// What of everything that was read the site is about: all of it, or with `only` one team.
struct SiteInput {
  var analysis: Analysis
  var intake: Intake
  var schedule: Schedule
  var settings: SiteSettings

  /// Throws where no lead is of the team, and where the whole does not add up, which the site cannot tell from a part.
  init(
    _ analysis: Analysis, _ intake: Intake, _ schedule: Schedule, _ settings: SiteSettings,
    as configuration: Configuration
  ) throws(Failure) {
    (self.analysis, self.intake, self.schedule, self.settings) = (analysis, intake, schedule, settings)
    guard let name = configuration.only else { return }
    guard let team = intake.table.team(named: name) else {
      let fact = PipelineFact.unknownTeam(name, teams: intake.table.teams.map(\.name))
      throw Failure([fact.at(configuration.place(of: "only"))])
    }
    let imbalances = Site.imbalances(of: intake, analysis)
    if !imbalances.isEmpty { throw Failure(imbalances) }
    let part = OneTeam(team, of: intake, schedule)
    (self.intake, self.schedule) = (part.intake, part.schedule)
    self.analysis = Analysis(intake: part.intake, schedule: part.schedule, rules: analysis.rules)
    self.settings.targets = settings.targets.filter { $0.key == Name(name) }
  }
}
