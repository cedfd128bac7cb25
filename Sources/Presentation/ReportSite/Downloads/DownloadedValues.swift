import LeadModel
import Narrative

/// Values of a page that its JSON holds, under the names that narratives use: what the page shows. The page of a week
/// is one of thousands, so it says only what nothing else in it tells.
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

  /// In the order in which they are written.
  static let all: [DownloadedValues] = [
    DownloadedValues("every page about leads", ["findings", "target", "coverage", "is_thin", "pooled"]) { _ in
      true
    },
    DownloadedValues("pages about a week or a month", ["change"]) { $0.period != .all },
    DownloadedValues(
      "pages about a team", ["rank", "is_tied", "standardised", "catch_up", "out_of_reach", "reps"]
    ) { $0.team != nil },
    DownloadedValues(
      "pages about a month or all time",
      [
        "shares", "distribution", "worst", "staffing", "best_weekday", "worst_weekday", "best_hour",
        "worst_hour",
      ]
    ) { !$0.isWeek },
    DownloadedValues(
      "pages about a team in a month or all time", ["managers", "channels", "sources", "conversion"]
    ) { $0.team != nil && !$0.isWeek },
    DownloadedValues("pages about all time", ["trend", "events"]) { $0.period == .all },
    DownloadedValues("the page of a team", ["others", "against_others", "potential", "rep_weeks"]) {
      $0.team != nil && $0.period == .all
    },
    DownloadedValues("the leaderboard", ["winners", "pairs"]) { $0 == .teams },
  ]

  /// Of each team in the list of teams, beside its totals.
  static let ofStandings = [
    "rank", "is_tied", "points", "improved", "declined", "standardised", "catch_up", "out_of_reach",
    "to_target",
  ]

  /// Beside the integers of every total.
  static let ofTotals = ["missed", "rate", "never_share"]

  /// What makes a link, which leads from the page, and the download lies elsewhere.
  static let ofLinks: Set = ["link", "subject", "rest"]

  /// Lists whose items are many and short: an array for each of their values.
  static let inColumns: Set = ["by_slot"]

  /// The names on a page.
  static func names(on page: Page) -> [String] { all.filter { $0.isOn(page) }.flatMap(\.names) }

  /// What they are, name by name, with the names of what is in them.
  var meanings: [(name: String, about: String)] {
    let fields = [Values.teamOverview, Values.overview, Values.periodPage].flatMap(\.schema.fields)
    return names.compactMap { name in
      fields.first { $0.name == name }.map { field in
        let parts = field.schema.downloadedParts
        return (name, "on \(pages): \(field.about)" + (parts.isEmpty ? "" : ": \(parts)"))
      }
    }
  }
}

extension Page {
  fileprivate var isWeek: Bool { if case .week = period { true } else { false } }
}

extension Schema {
  fileprivate var fields: [Field] { if case .object(let fields) = self { fields } else { [] } }

  /// The names of what is in it, those within these in brackets.
  fileprivate var downloadedParts: String {
    switch self {
    case .object(let fields):
      fields.filter { !DownloadedValues.ofLinks.contains($0.name) }.map { field in
        let parts = field.schema.downloadedParts
        return field.name + (parts.isEmpty ? "" : " (\(parts))")
      }.joined(separator: ", ")
    case .list(let element), .optional(let element): element.downloadedParts
    case .text, .flag, .quantity, .count: ""
    }
  }
}
