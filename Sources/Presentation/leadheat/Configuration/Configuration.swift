import HeatmapSVG
import LeadModel
import ReportSite

/// Everything that can be chosen for a report: the keys of `leadheat.yml`, and the options of the commands.
struct Configuration: Sendable {
  /// The site's name, in every page's header and title.
  var title = "Lead response"
  /// Where the leads come from, in the order in which rows with the same id are taken.
  var leads: [LeadInput] = []
  /// How exports are read that do not say otherwise.
  var reading = LeadInput.Reading()
  /// Staff schedules.
  var schedules: [ScheduleInput] = []
  /// A table of reps and their teams, for rows that name none; nil without.
  var roster: String?
  /// A folder whose files replace the built-in templates one by one; nil for the built-in ones.
  var templates: String?
  /// The folder of the site.
  var output = "site"
  /// The IANA name of the report's zone; nil where times are local readings of no known zone.
  var timezone: String?
  /// Zones of teams that live by another clock than the report's.
  var teamZones: [String: String] = [:]
  /// The cut-off as written, resolved when the zone is known.
  var asOf: String?
  /// The choices that numbers depend on.
  var rules = Rules()
  /// The one team that the site is about, by its name; nil for all teams.
  var only: String?
  /// Whether people are named anywhere.
  var reps = RepNames.show
  /// The colours of rates.
  var palette = Palette.traffic
  /// The percentage of leads to be answered in time, of the site and of teams that have their own; nil for none.
  var target: Int?
  var targets: [String: Int] = [:]
  /// What happened when, for the trends.
  var events: [Event] = []
  /// The site's public address, for the site map and the feed; nil for a site without.
  var baseURL: String?
  /// Where it was written, for messages; the command line where there is no file.
  var place = Place.commandLine()
  /// What is wrong with it; where a value cannot be read, the key has its default.
  var problems: [Diagnostic] = []
  /// Where its keys were given, by their paths such as `team_zones.West`.
  var places: [String: Place] = [:]

  /// Where a key was given, as far as that is known.
  func place(of key: String) -> Place { places[key] ?? Place(file: place.file, key: key) }
}

/// Whether people are named on the pages.
enum RepNames: String, CaseIterable, Sendable { case show, hide }
