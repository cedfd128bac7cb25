import HeatmapSVG
import LeadMetrics
import LeadModel

/// How the site is told and published; what the numbers mean is in ``LeadModel/Rules``.
package struct SiteSettings: Hashable, Sendable {
  /// The name of the site, shown on every page.
  package var title = "Lead response"
  /// Where the site will be published, without a slash at the end; nil where that is not known. Only the canonical
  /// links, the sitemap and the feed need it.
  package var baseURL: String?
  /// Whether reps are left out of everything: pages, titles, coverage, downloads.
  package var hidesReps = false
  /// The percentage of leads to be answered in time, 1–99; nil for none.
  package var target: Int?
  /// The same of teams that have one of their own, by name.
  package var targets: [Name: Int] = [:]
  /// Where those were written, for messages.
  package var targetPlaces: [Name: Place] = [:]
  /// What happened when: a new rota, a campaign.
  package var events: [Event] = []
  /// What files are called on the site, by their paths; those that are not there go by the last part of theirs.
  package var fileNames: [String: String] = [:]
  /// The colours of rates.
  package var palette = Palette.traffic

  /// The defaults.
  package init() {}
}

extension SiteSettings {
  /// What is odd about them beside the leads.
  package func remarks(on analysis: Analysis) -> [Diagnostic] {
    let teams = analysis.teams.map(\.name)
    let strangers = teams.isEmpty ? [] : Set(targets.keys).subtracting(teams.map(Name.init)).sorted()
    let dates = analysis.info(.allTeams, .all).dates
    return strangers.map { .unknownTarget(of: $0.text, teams: teams, at: targetPlaces[$0]) }
      + events.compactMap { event in
        dates.flatMap { $0.contains(event.date) ? nil : .eventOutside(event, data: $0) }
      }
  }
}

/// A day on which something changed.
package struct Event: Hashable, Sendable {
  /// The first day on which it held.
  package var date: CivilDate
  /// What it was, plain text.
  var text: String

  /// A day and what changed on it.
  package init(date: CivilDate, text: String) {
    self.date = date
    self.text = text
  }
}

extension Site {
  /// The rate that a scope is to reach; nil where none is set.
  func target(_ scope: Scope) -> Ratio? {
    switch scope {
    case .allTeams: settings.target.map { Ratio($0, of: 100) }
    case .team(let team):
      (settings.targets[Name(analysis.teams[team].name)] ?? settings.target).map { Ratio($0, of: 100) }
    }
  }
}

/// The files of a `Templates` folder: narratives, layouts, the theme.
package struct SiteTemplates: Hashable, Sendable {
  /// Texts by path relative to the folder: `narrative/home.md`, `layout/page.html`, `theme/site.css`.
  package var files: [String: String]
  /// What messages call them, by those paths; the ones that are not there go by their path.
  package var names: [String: String] = [:]
  /// The paths of those that came with leadheat.
  package var builtIn: Set<String> = []
  /// What is called as templates are and cannot be read as one, by its path.
  package var unread: [String: Unread] = [:]

  /// Why something is no template.
  package enum Unread: Hashable, Sendable {
    case folder
    /// The end of its name, `markdown`, and the one that templates have, `md`.
    case ending(String, meant: String)
  }

  /// Templates from those files.
  package init(files: [String: String]) { self.files = files }
}
