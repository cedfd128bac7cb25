@testable import Narrative

/// A week of a team, or any other page, as the default narratives may meet it. All numbers by hand.
enum Situation: String, CaseIterable {
  case improved, declined, noClearChange = "no clear change", first = "first period", nothing =
    "nothing to judge"
}

private let leads = Noun("lead", "leads"), teams = Noun("team", "teams")

private func count(_ number: Int, of noun: Noun = leads) -> Value {
  .quantity(.count(number, String(number), of: noun))
}

/// A percentage; of nothing, none.
private func rate(_ text: String?, _ fraction: String, _ interval: String = "–") -> Value {
  .quantity(
    Quantity(
      text.flatMap { Double($0) }, text.map { $0 + "%" } ?? "–",
      forms: [
        "number": text ?? "–", "whole": text.map { "\($0.prefix { $0 != "." })%" } ?? "–",
        "fraction": fraction,
        "interval": interval, "low": "–", "high": "–",
      ]))
}

private func points(_ number: Double?, _ text: String, size: String, _ interval: String) -> Value {
  .quantity(
    Quantity(number, text, forms: ["size": size, "interval": interval, "low": "–", "high": "–"]))
}

private func duration(_ minutes: Double?, _ text: String) -> Value {
  .quantity(Quantity(minutes, text, forms: ["minutes": text]))
}

/// Counts of leads with their rate.
private func figures(
  leads: Int, judged: Int, within: Int, never: Int, anomalies: Int = 0, rate text: String?,
  neverShare: String,
  interval: String = "–"
) -> [String: Value] {
  [
    "leads": count(leads), "judged": count(judged), "within": count(within), "missed": count(judged - within),
    "pending": count(leads - judged), "contacted": count(leads - never), "never": count(never),
    "anomalies": count(anomalies), "rate": rate(text, "\(within) of \(judged)", interval),
    "never_share": .quantity(Quantity(1, neverShare, forms: ["number": "1", "whole": "1%"])),
    "median": duration(text.map { _ in 24 }, text == nil ? "–" : "24 min"),
    "mean": duration(text.map { _ in 41 }, text == nil ? "–" : "41 min"),
    "p90": duration(text.map { _ in 192 }, text == nil ? "–" : "3 h 12"),
  ]
}

private func change(_ situation: Situation, kind: String) -> Value {
  let (number, text, size, interval): (Double?, String, String, String) =
    switch situation {
    case .improved: (8.5, "+8.5", "8.5", "+2.0 to +15.0")
    case .declined: (-8.5, "−8.5", "8.5", "−15.0 to −2.0")
    case .noClearChange: (1.2, "+1.2", "1.2", "−5.1 to +7.5")
    case .first, .nothing: (nil, "–", "–", "–")
    }
  return .object([
    "exists": .flag(number != nil), "improved": .flag(situation == .improved),
    "declined": .flag(situation == .declined), "no_clear_change": .flag(situation == .noClearChange),
    "first_period": .flag(situation == .first), "like_for_like": .flag(false), "is_same": .flag(false),
    "differs": .flag(false),
    "too_few": .flag(false), "compared_rate": rate(nil, "0 of 0"),
    "leads": count(situation == .nothing ? 0 : 400),
    "points": points(number, text, size: size, interval), "rate": rate("62.6", "249 of 398"),
    "from_mix": .quantity(situation == .declined ? Quantity(-6.4, "−6.4") : Quantity(nil, "–")),
    "from_rate": .quantity(situation == .declined ? Quantity(-2.1, "−2.1") : Quantity(nil, "–")),
    "parts_differ": .flag(false), "judged": count(398),
    "label": .text(kind == "week" ? "week 45" : "October 2026"), "dates": .text("2–8 November 2026"),
  ])
}

private func period(_ kind: String, link: String) -> Value {
  let label = ["week": "week 46", "month": "November 2026"][kind] ?? "all time"
  return .object([
    "label": .text(label), "title": .text(label.prefix(1).uppercased() + label.dropFirst()),
    "dates": .text(kind == "week" ? "9–15 November 2026" : "28 September – 29 November 2026"),
    "kind": .text(kind),
    "is_week": .flag(kind == "week"), "is_month": .flag(kind == "month"), "is_complete": .flag(true),
    "from": .text(""), "only_day": .text(""), "through": .text("15 November 2026"), "link": .address(link),
  ])
}

private func slot(_ name: String, missed: Int, judged: Int, onShift: Double?, _ phrase: String) -> Value {
  .object([
    "name": .text(name), "weekday": .text("Monday"), "start": .text("12:00"), "end": .text("12:30"),
    "leads": count(judged), "judged": count(judged), "within": count(judged - missed),
    "missed": count(missed),
    "rate": rate("20.0", "\(judged - missed) of \(judged)"),
    "on_shift": .quantity(Quantity(onShift, "\(onShift ?? 0)", forms: ["phrase": phrase])),
    "on_shift_varies": .flag(false),
  ])
}

/// A report; where nothing can be judged, its seven leads are too young.
private func report(_ situation: Situation, kind: String, link: String = "") -> [String: Value] {
  let isEmpty = situation == .nothing
  let own =
    isEmpty
    ? figures(leads: 7, judged: 0, within: 0, never: 5, rate: nil, neverShare: "71.4%")
    : figures(
      leads: 407, judged: 405, within: 288, never: 31, anomalies: 1, rate: "71.1", neverShare: "7.6%",
      interval: "66.5 to 75.3")
  let covered = figures(leads: 375, judged: 373, within: 284, never: 11, rate: "76.1", neverShare: "2.9%")
  let uncovered = figures(leads: 32, judged: 32, within: 4, never: 20, rate: "12.5", neverShare: "62.5%")
  let none = figures(leads: 0, judged: 0, within: 0, never: 0, rate: nil, neverShare: "–")
  let all = figures(leads: 7, judged: 0, within: 0, never: 5, rate: nil, neverShare: "71.4%")
  let slots: [Value] = [
    slot("Monday 12:00–12:30", missed: 8, judged: 10, onShift: 1, "1 person"),
    slot("Friday 17:30–18:00", missed: 6, judged: 7, onShift: 0, "nobody"),
  ]
  return own.merging([
    "period": period(kind, link: link), "change": change(situation, kind: kind), "is_thin": .flag(!isEmpty),
    "pooled": isEmpty
      ? .none
      : .object(
        figures(leads: 3105, judged: 3103, within: 2068, never: 250, rate: "66.6", neverShare: "8.1%")
          .merging([
            "label": .text("weeks 39–46"), "dates": .text("21 September – 15 November 2026"),
          ]) { $1 }),
    "worst": .object([
      "slots": .list(isEmpty ? [] : slots), "unit": .text("half hours"), "label": .text("week 46"),
      "missed": count(isEmpty ? 0 : 14), "limited": .flag(situation == .declined),
      "share": .quantity(Quantity(12, "12.0%", forms: ["number": "12.0", "whole": "12%"])),
    ]),
    "coverage": .object([
      "known": .flag(true), "reason": .text(""), "rep_hours": .quantity(Quantity(160, "160.0")),
      "load": .quantity(Quantity(2.5, "2.5")), "leads": count(isEmpty ? 7 : 407),
      "covered": .object(isEmpty ? all : covered),
      "uncovered": .object(isEmpty ? none : uncovered),
      "uncovered_share": .quantity(Quantity(7.9, "7.9%", forms: ["number": "7.9", "whole": "7%"])),
      "unknown": count(0), "gap": points(63.6, "+63.6", size: "63.6", "+49.0 to +72.4"),
      "gap_clear": .flag(true),
    ]),
    "weekdays_limited": .flag(false), "hours_limited": .flag(false),
    "best_weekday": isEmpty ? .none : place("Tuesday", within: 73, judged: 88, rate: "83.0"),
    "worst_weekday": isEmpty ? .none : place("Friday", within: 27, judged: 60, rate: "45.0"),
    "best_hour": isEmpty ? .none : place("10:00–11:00", within: 45, judged: 52, rate: "86.5"),
    "worst_hour": isEmpty ? .none : place("17:00–18:00", within: 9, judged: 31, rate: "29.0"),
  ]) { $1 }
}

private func standing(_ name: String, rank: Int, rate: String, improved: Bool = false) -> Value {
  .object(
    figures(leads: 120, judged: 120, within: 90, never: 4, rate: rate, neverShare: "3.3%").merging([
      "name": .text(name), "link": .address("teams/\(name.lowercased())/2026-W46.html"),
      "rank": .quantity(Quantity(Double(rank), "\(rank)")), "is_tied": .flag(false),
      "points": points(improved ? 9.1 : -0.4, improved ? "+9.1" : "−0.4", size: "9.1", "–"),
      "improved": .flag(improved),
      "declined": .flag(false),
    ]) { $1 })
}

private func place(_ names: String, within: Int, judged: Int, rate: String) -> Value {
  .object(
    figures(leads: judged, judged: judged, within: within, never: 3, rate: rate, neverShare: "2.5%")
      .merging(["names": .text(names), "is_tied": .flag(false)]) { $1 })
}

private func ranking(_ situation: Situation) -> [String: Value] {
  let isEmpty = situation == .nothing
  let north = standing("North", rank: 1, rate: "82.4", improved: situation == .improved)
  return [
    "teams": .list([north, standing("West", rank: 2, rate: "61.0")]), "team_count": count(3, of: teams),
    "ranked_count": count(isEmpty ? 0 : 2, of: teams),
    "best": isEmpty ? .none : place("North", within: 140, judged: 170, rate: "82.4"),
    "last": isEmpty ? .none : place("West", within: 72, judged: 118, rate: "61.0"),
    "gap": points(21.4, "+21.4", size: "21.4", "+10.9 to +31.6"), "gap_clear": .flag(true),
    "improved": .list(situation == .improved ? [north] : []), "declined": .list([]),
  ]
}

private let site: [String: Value] = [
  "site": .object(["title": .text("Lead response")]),
  "threshold": .quantity(
    Quantity(60, "1 hour", forms: ["short": "1 h", "within": "an hour", "minutes": "60"])),
  "slot_minutes": .quantity(Quantity(30, "30")), "min_leads": count(5),
  "data": .object([
    "through": .text("15 November 2026, 23:52"), "zone": .text("America/New_York"),
    "tells_times": .flag(true), "has_teams": .flag(true),
  ]),
  "link": .object([
    "home": .address("../../index.html"), "teams": .address("../index.html"),
    "team": .address("index.html"), "previous": .address("2026-W45.html"), "next": .none,
    "about": .address("../../about.html"), "data_quality": .address("../../data-quality.html"),
  ]),
]

private func team(_ situation: Situation) -> [String: Value] {
  [
    "team": .object(["name": .text("North"), "link": .address("index.html")]),
    "rank": .quantity(situation == .nothing ? Quantity(nil, "–") : Quantity(1, "1")), "is_tied": .flag(false),
    "tied_with": count(0, of: Noun("other", "others")),
    "ranked_count": count(situation == .nothing ? 0 : 2, of: teams),
    "others": .object(
      figures(leads: 118, judged: 118, within: 72, never: 9, rate: "61.0", neverShare: "7.6%")),
  ]
}

/// The values of a page in a situation.
func defaultValues(_ page: String, _ situation: Situation) -> Value {
  let kind = page.hasSuffix("week") ? "week" : page.hasSuffix("month") ? "month" : "period"
  var values = site.merging(kind == "period" ? report(.first, kind: kind) : report(situation, kind: kind)) {
    $1
  }
  values.merge(page.hasPrefix("team") && page != "teams" ? team(situation) : ranking(situation)) { $1 }
  if kind == "period" {
    values["is_thin"] = .flag(false)
    values["pooled"] = Value.none
    values["latest"] = .object(report(situation, kind: "week", link: "2026-W46.html"))
    values["silent_weeks"] = count(0)
  }
  return .object(values)
}

/// The values of a page with something in every list, so that a schema can be read off them.
func fullValues(_ page: String) -> Value {
  guard case .object(var values) = defaultValues(page, .improved) else { return .none }
  if values["declined"] != nil { values["declined"] = values["improved"] }
  return .object(values)
}

/// The values of a page that has read no lead at all.
func emptyValues(_ page: String) -> Value {
  guard case .object(var values) = defaultValues(page, .nothing) else { return .none }
  values.merge(figures(leads: 0, judged: 0, within: 0, never: 0, rate: nil, neverShare: "–")) { $1 }
  for name in ["best_weekday", "worst_weekday", "best_hour", "worst_hour"] { values[name] = Value.none }
  if case .object(var worst) = values["worst"] {
    worst["slots"] = .list([])
    values["worst"] = .object(worst)
  }
  if values["latest"] != nil { values["latest"] = Value.none }
  return .object(values)
}

extension Schema {
  /// The schema that a value keeps to, where what may be absent is known by its name.
  init(of value: Value) {
    let optional = [
      "latest", "pooled", "best", "last", "best_weekday", "worst_weekday", "best_hour", "worst_hour",
      "previous",
      "next",
    ]
    switch value {
    case .text, .none: self = .text
    case .address: self = .address
    case .flag: self = .flag
    case .quantity(let quantity):
      self = quantity.noun == nil ? .quantity(forms: quantity.forms.keys.sorted()) : .count
    case .list(let items): self = .list(of: items.first.map(Schema.init) ?? .object([]))
    case .object, .lazy:
      let values = value.named ?? [:]
      self = .object(
        values.keys.sorted().map { name in
          let schema = Schema(of: values[name]!)
          return Field(name, optional.contains(name) ? .optional(schema) : schema, "")
        })
    }
  }
}
