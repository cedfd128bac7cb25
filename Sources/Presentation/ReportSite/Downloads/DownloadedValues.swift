import LeadModel
import Narrative

/// Values of a page that its JSON holds, under the names that narratives use: what is told of its team and period,
/// also where the page of a week does not show it.
struct DownloadedValues: Sendable {
  let names: [String]
  /// The pages that have them, in words.
  let pages: String
  private let isOn: @Sendable (Page) -> Bool

  private init(_ pages: String, _ names: [String], isOn: @escaping @Sendable (Page) -> Bool) {
    self.names = names
    self.pages = pages
    self.isOn = isOn
  }

  /// What every download says of the rules it is made by.
  static let ofRules = ["data.cutoff", "threshold", "slot_minutes", "min_leads"]

  /// In the order in which they are written.
  static let all: [DownloadedValues] = [
    DownloadedValues("pages about a team", ["team"]) { $0.team != nil },
    DownloadedValues(
      "every page about leads",
      ["period"] + ofRules + Values.figures.names + [
        "shares", "best_weekday", "worst_weekday", "weekdays_limited", "best_hour", "worst_hour",
        "hours_limited", "findings", "target",
        "coverage", "is_thin", "pooled", "distribution", "worst", "staffing",
      ]
    ) { _ in true },
    DownloadedValues("pages about a week or a month", ["change"]) { $0.period != .all },
    // The first page tells the teams of its latest week, and its downloads are of all time.
    DownloadedValues(
      "pages about all teams but the first",
      ["team_count", "ranked_count", "teams", "best", "last", "gap", "gap_clear"]
    ) { $0.team == nil && $0 != .home },
    DownloadedValues(
      "pages about a team",
      [
        "rank", "ranked_count", "is_tied", "tied_with", "standardised", "catch_up", "out_of_reach", "reps",
        "managers", "channels", "sources", "conversion",
      ]
    ) { $0.team != nil },
    DownloadedValues("pages about all time", ["trend", "events"]) { $0.period == .all },
    DownloadedValues("the page of a team", ["others", "against_others", "potential", "rep_weeks"]) {
      $0.team != nil && $0.period == .all
    },
    DownloadedValues("the leaderboard", ["winners", "pairs"]) { $0 == .teams },
  ]

  /// What makes a link, which leads from the page, and the download lies elsewhere.
  static let ofLinks = ["link", "subject", "rest"]

  /// Lists whose items are many and short: an array for each of their values.
  static let inColumns = ["by_slot", "shares"]

  /// The names on a page.
  static func names(on page: Page) -> [String] { all.filter { $0.isOn(page) }.flatMap(\.names) }

  /// What they are, name by name, with the names of what is in them.
  var meanings: [(name: String, about: String)] {
    let pages = [Values.teamOverview, Values.overview, Values.periodPage].map(\.schema)
    return names.compactMap { name in
      pages.lazy.compactMap { $0.field(at: name) }.first.map { field in
        let parts = field.schema.downloadedParts
        return (name, "on \(self.pages): \(field.about)" + (parts.isEmpty ? "" : ": \(parts)"))
      }
    }
  }
}

extension Schema {
  /// The field of a name, `data.cutoff` in a group; nil where there is none.
  fileprivate func field(at name: String) -> Field? {
    guard case .object(let fields) = self else { return nil }
    let parts = name.split(separator: ".", maxSplits: 1)
    let field = fields.first { $0.name == parts[0] }
    return parts.count == 1 ? field : field?.schema.field(at: String(parts[1]))
  }

  /// The names of what is in it, those within these in brackets.
  var downloadedParts: String {
    switch self {
    case .object(let fields):
      fields.filter { !DownloadedValues.ofLinks.contains($0.name) }.map { field in
        let parts = field.schema.downloadedParts
        return field.name + (parts.isEmpty ? "" : " (\(parts))")
      }.joined(separator: ", ")
    case .list(let element), .optional(let element): element.downloadedParts
    case .text, .address, .flag, .quantity, .count: ""
    }
  }
}
