// Makes the sample: two lead exports and a schedule, the same bytes on every machine.
//
//     swift sample_data/generate.swift
//
// The story the pages should tell:
//   North  is quick, but everyone goes to lunch at noon, and nobody works on Thursday evenings;
//          on 2026-11-11 the whole team is away.
//   South  answers late evenings and mornings badly until 2026-10-12, when its shifts are spread out.
//   West   has few leads and two part-time reps: little can be said about a single week.
// The second export repeats some leads of the first, with what was learnt in between. A few rows are
// broken on purpose, one of each kind that is met in the wild.

import Foundation

// MARK: - Chance

/// SplitMix64: small, seeded, and the same everywhere. Only + - * / on its numbers, so that no
/// mathematical library can make two machines disagree.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
  /// 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
  mutating func chance(_ probability: Double) -> Bool { unit() < probability }
  mutating func below(_ bound: Int) -> Int { Int(unit() * Double(bound)) }
  mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
  mutating func pick<T>(_ choices: [(T, Double)]) -> T {
    var rest = unit() * choices.reduce(0) { $0 + $1.1 }
    for (choice, weight) in choices {
      rest -= weight
      if rest < 0 { return choice }
    }
    return choices[choices.count - 1].0
  }
  /// A value from its distribution's quantiles at even steps, linear between them.
  mutating func draw(_ quantiles: [Double]) -> Double {
    let position = unit() * Double(quantiles.count - 1)
    let step = Int(position)
    return quantiles[step] + (quantiles[step + 1] - quantiles[step]) * (position - Double(step))
  }
}

// MARK: - Time

/// Wall-clock minutes count from the sample's first day, 2026-09-14, a Monday; its 63rd day is 2026-11-15.
let dayCount = 63
let monthLengths = [(2026, 9, 30), (2026, 10, 31), (2026, 11, 30)]

func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func date(_ day: Int) -> String {
  var rest = day + 13
  for (year, month, length) in monthLengths {
    if rest < length { return "\(year)-\(padded(month))-\(padded(rest + 1))" }
    rest -= length
  }
  fatalError("the sample ends in November")
}
/// The day of a date of the sample.
func day(_ text: String) -> Int { (0...dayCount).first { date($0) == text }! }
/// `2026-09-14 08:15:32` from seconds of the wall clock.
func stamp(_ second: Int) -> String {
  let time = second % 86_400
  return "\(date(second / 86_400)) \(padded(time / 3_600)):\(padded(time / 60 % 60)):\(padded(time % 60))"
}

// MARK: - Who works when

struct Shift {
  var rep: String
  /// As written; 0 is Monday in `weekdays`.
  var days: String
  var weekdays: [Int]
  var start: Int
  var end: Int
  var team: String
  var firstDay = 0
  var lastDay = dayCount

  func isOn(_ minute: Int) -> Bool {
    let today = minute / 1_440
    let begins = end > start || minute % 1_440 >= end ? today : today - 1
    guard begins >= firstDay, begins <= lastDay, weekdays.contains((begins + 7) % 7) else { return false }
    let offset = minute - begins * 1_440
    return offset >= start && offset < (end > start ? end : end + 1_440)
  }
}

let week = Array(0...4)
let change = day("2026-10-12")
let shifts: [Shift] = [
  // North: two halves of a day around one lunch; evenings but Thursday's; weekends; a night.
  Shift(rep: "Ana R.", days: "Mon-Fri", weekdays: week, start: 480, end: 720, team: "North"),
  Shift(rep: "Ana R.", days: "Mon-Fri", weekdays: week, start: 780, end: 1_020, team: "North"),
  Shift(rep: "Ben O.", days: "Mon-Fri", weekdays: week, start: 480, end: 720, team: "North"),
  Shift(rep: "Ben O.", days: "Mon-Fri", weekdays: week, start: 780, end: 1_020, team: "North"),
  Shift(rep: "Chloe M.", days: "Mon-Fri", weekdays: week, start: 540, end: 720, team: "North"),
  Shift(rep: "Chloe M.", days: "Mon-Fri", weekdays: week, start: 780, end: 1_080, team: "North"),
  Shift(
    rep: "Dmitri V.", days: "Mon,Tue,Wed,Fri", weekdays: [0, 1, 2, 4], start: 795, end: 1_275,
    team: "North"),
  Shift(rep: "Emma L.", days: "Sat,Sun", weekdays: [5, 6], start: 570, end: 1_020, team: "North"),
  Shift(rep: "Emma L.", days: "Friday", weekdays: [4], start: 1_320, end: 360, team: "North"),
  Shift(rep: "Dmitri V.", days: "Saturday", weekdays: [5], start: 1_320, end: 360, team: "North"),
  // South: all at the same hours, then spread over the day.
  Shift(
    rep: "Farid H.", days: "Mon-Fri", weekdays: week, start: 570, end: 1_050, team: "South",
    lastDay: change - 1),
  Shift(
    rep: "Grace K.", days: "Mon-Fri", weekdays: week, start: 570, end: 1_050, team: "South",
    lastDay: change - 1),
  Shift(
    rep: "Hugo S.", days: "Mon-Fri", weekdays: week, start: 570, end: 1_050, team: "South",
    lastDay: change - 1),
  Shift(
    rep: "Isla M.", days: "Mon-Fri", weekdays: week, start: 570, end: 1_050, team: "South",
    lastDay: change - 1),
  Shift(
    rep: "Farid H.", days: "Mon-Fri", weekdays: week, start: 435, end: 915, team: "South",
    firstDay: change),
  Shift(
    rep: "Grace K.", days: "Mon-Fri", weekdays: week, start: 570, end: 1_050, team: "South", firstDay: change
  ),
  Shift(
    rep: "Hugo S.", days: "Mon-Fri", weekdays: week, start: 840, end: 1_320, team: "South",
    firstDay: change),
  Shift(
    rep: "Isla M.", days: "2-6", weekdays: Array(1...5), start: 705, end: 1_185, team: "South",
    firstDay: change),
  // West: two part-timers.
  Shift(rep: "Jonas W.", days: "Mon-Fri", weekdays: week, start: 600, end: 900, team: "West"),
  Shift(
    rep: "Keiko T.", days: "\"Mon,Wed,Fri\"", weekdays: [0, 2, 4], start: 840, end: 1_110, team: "West"),
]
let vacation = (rep: "Ben O.", first: day("2026-10-19"), last: day("2026-10-23"))
let holiday = (team: "North", day: day("2026-11-11"))

func onShift(_ team: String, _ minute: Int) -> [String] {
  shifts.filter { shift in
    guard shift.team == team, shift.isOn(minute) else { return false }
    let today = minute / 1_440
    if team == holiday.team, today == holiday.day { return false }
    return !(shift.rep == vacation.rep && (vacation.first...vacation.last).contains(today))
  }.map(\.rep)
}

// MARK: - Leads

struct Team {
  var name: String
  var leadsPerDay: Double
  var reps: [String]
  /// Whether the sales system assigns a rep on arrival, or only with the first contact.
  var assignsOnArrival: Bool
}
let teams = [
  Team(
    name: "North", leadsPerDay: 45,
    reps: ["Ana R.", "Ben O.", "Chloe M.", "Dmitri V.", "Emma L."],
    assignsOnArrival: true),
  Team(
    name: "South", leadsPerDay: 33, reps: ["Farid H.", "Grace K.", "Hugo S.", "Isla M."],
    assignsOnArrival: true),
  Team(name: "West", leadsPerDay: 4.5, reps: ["Jonas W.", "Keiko T."], assignsOnArrival: false),
]

/// How the leads of a day spread over its hours.
let weekdayHours: [Double] = [
  4, 3, 2, 2, 2, 4, 8, 20, 48, 76, 88, 80, 74, 66, 64, 60, 54, 48, 50, 56, 44, 28, 14, 8,
]
let weekendHours: [Double] = [
  5, 4, 3, 2, 2, 3, 5, 10, 22, 36, 44, 42, 36, 32, 30, 30, 28, 26, 28, 30, 26, 18, 10, 7,
]
let dayFactors: [Double] = [1.22, 1.12, 1.04, 1.02, 0.94, 0.74, 0.62]
let weekdaySum = weekdayHours.reduce(0, +)

/// Minutes to the first contact, at every tenth of the leads.
let minutesOnShift: [Double] = [0.4, 2, 3.5, 5.5, 8, 12, 17, 26, 41, 70, 260]
/// Minutes after somebody is on shift again.
let minutesOfBacklog: [Double] = [2, 6, 11, 18, 26, 36, 48, 66, 95, 160, 600]

struct Lead {
  var second: Int
  var team: String
  var rep = ""
  var contact: Int?
  var channel = ""
  var source = ""
  var outcome = "no"
}

var random = SplitMix64(state: 2_026)

func respond(_ lead: inout Lead, of team: Team) {
  let minute = lead.second / 60
  let wait = (0...4_320).first { !onShift(team.name, minute + $0).isEmpty } ?? 4_320
  let ready = onShift(team.name, minute + wait)
  let isContacted = !random.chance(wait == 0 ? 0.08 : 0.19)
  let delay =
    wait == 0
    ? random.draw(minutesOnShift) * (ready.count == 1 ? 1.5 : 1.0)
    : Double(wait) + random.draw(minutesOfBacklog)
  lead.rep = random.pick(ready.isEmpty ? team.reps : ready)
  lead.source = random.pick([
    ("web form", 46), ("phone", 20), ("partner", 14), ("chat", 12), ("trade fair", 8),
  ])
  let channel = random.pick([("call", 58), ("email", 27), ("text", 15)])
  let luck = random.unit()
  guard isContacted else {
    if !team.assignsOnArrival { lead.rep = "" }
    if luck < 0.004 { lead.outcome = "yes" }
    return
  }
  lead.contact = lead.second + Int(delay * 60)
  lead.channel = channel
  let odds = delay <= 5 ? 0.15 : delay <= 60 ? 0.10 : delay <= 1_440 ? 0.05 : 0.03
  if luck < odds { lead.outcome = "yes" }
}

var leads: [Lead] = []
for today in 0..<dayCount {
  let hours = today % 7 < 5 ? weekdayHours : weekendHours
  for minute in 0..<1_440 {
    for team in teams {
      let expected = team.leadsPerDay * dayFactors[today % 7] * hours[minute / 60] / weekdaySum / 60
      guard random.chance(expected) else { continue }
      var lead = Lead(second: (today * 1_440 + minute) * 60 + random.below(60), team: team.name)
      respond(&lead, of: team)
      leads.append(lead)
    }
  }
}

// MARK: - Exports

let header =
  "lead_id,received_time,first_contact_time,first_contact_channel,rep_name,team,lead_source,outcome,eligible"

func row(_ id: String, _ lead: Lead, contact: String? = nil, eligible: String = "yes") -> String {
  [
    id, stamp(lead.second), contact ?? lead.contact.map(stamp) ?? "", lead.channel, lead.rep, lead.team,
    lead.source, lead.outcome, eligible,
  ].joined(separator: ",")
}
/// The lead as an export at that second knew it.
func known(_ lead: Lead, at second: Int) -> Lead {
  guard let contact = lead.contact, contact > second else { return lead }
  var early = lead
  early.contact = nil
  early.channel = ""
  early.outcome = "no"
  if lead.team == "West" { early.rep = "" }
  return early
}

/// Each export is taken at six in the morning of a Monday; the second repeats what has changed.
let firstExport = day("2026-10-19") * 86_400 + 6 * 3_600
var first: [String] = []
var second: [String] = []
for (index, lead) in leads.enumerated() {
  let id = "L-\(100_001 + index)"
  guard lead.second < firstExport else {
    second.append(row(id, lead))
    continue
  }
  first.append(row(id, known(lead, at: firstExport)))
  let hasChanged = lead.contact.map { $0 > firstExport } ?? false
  if hasChanged { second.append(row(id, lead)) }
}

// A team that was filled in later: the repeated row wins.
for index in [1_200, 2_100] {
  let id = "L-\(100_001 + index)"
  var blank = leads[index]
  blank.team = ""
  first[index] = row(id, blank)
  second.insert(row(id, leads[index]), at: 0)
}

/// Rows that no machine would write, each at a place of its own in the file.
func insert(_ line: String, into file: inout [String], at place: Int) { file.insert(line, at: place) }

let plain = ",call,Ana R.,North,web form,no,yes"
// No readable received time: words, a date that does not exist, nothing.
insert("L-900001,yesterday afternoon,2026-09-16 15:10:00\(plain)", into: &first, at: 180)
insert("L-900002,2026-09-31 09:30:00,2026-09-30 09:41:00\(plain)", into: &first, at: 1_130)
insert("L-900003,,2026-10-06 11:02:00\(plain)", into: &first, at: 1_500)
// A first contact that is neither blank nor a time.
insert("L-900004,2026-09-22 10:04:10,called back\(plain)", into: &first, at: 620)
insert("L-900005,2026-10-27 14:20:00,2026-10-27 25:05:00\(plain)", into: &second, at: 640)
// Too few fields, and too many.
insert("L-900006,2026-09-24 16:40:02,2026-09-24 16:44:51", into: &first, at: 800)
insert("L-900007,2026-11-03 08:58:40,2026-11-03 09:01:12\(plain),Reyes,twice", into: &second, at: 1_200)
// Blank words in a time column: never contacted.
insert("L-900008,2026-09-29 13:15:00,N/A,,Ben O.,North,web form,no,yes", into: &first, at: 1_010)
insert("L-900009,2026-11-05 10:22:31,null,,Grace K.,South,phone,no,yes", into: &second, at: 1_300)
// First contact before receipt.
insert(
  "L-900010,2026-09-18 09:20:00,2026-09-18 09:02:00,call,Chloe M.,North,phone,no,yes", into: &first,
  at: 400)
insert(
  "L-900011,2026-10-29 17:45:12,2026-10-29 17:44:58,call,Hugo S.,South,phone,no,yes", into: &second,
  at: 800)
// Blank ids: never duplicates.
insert(",2026-10-01 10:10:00,2026-10-01 10:13:30,text,Ana R.,North,chat,no,yes", into: &first, at: 1_210)
insert(",2026-10-01 10:10:00,2026-10-01 10:13:30,text,Ana R.,North,chat,no,yes", into: &first, at: 1_211)
// Tests of the web form, which the sales system marks.
insert("L-900012,2026-09-14 07:30:00,,,,North,web form,no,no", into: &first, at: 0)
insert(
  "L-900013,2026-10-20 12:00:00,2026-10-20 12:00:05,email,Isla M.,South,web form,no,no", into: &second,
  at: 90)
// The night of the clock change: answered after a quarter of an hour, an hour earlier by the clock.
insert(
  "L-900014,2026-11-01 01:50:00,2026-11-01 01:05:00,call,Dmitri V.,North,chat,yes,yes", into: &second,
  at: 1_000)
// Exactly at the threshold, and a microsecond later.
insert(
  "L-900015,2026-10-22 15:00:00,2026-10-22 16:00:00,email,Ana R.,North,partner,no,yes", into: &second,
  at: 330)
insert(
  "L-900016,2026-10-22 15:00:01,2026-10-22 16:00:01.000001,email,Ana R.,North,partner,no,yes",
  into: &second, at: 331)
// Names that would like to be something else.
insert(
  "L-900017,2026-10-28 11:11:00,2026-10-28 11:30:00,call,\"=HYPERLINK(\"\"https://example.com\"\",\"\"Ana\"\")\",North,web form,no,yes",
  into: &second, at: 700)
insert(
  "L-900018,2026-11-10 09:40:00,2026-11-10 09:52:00,call,<b>Ben</b> & Co,North,web form,no,yes",
  into: &second, at: 1_600)
insert(
  "L-900019,2026-11-10 15:40:00,2026-11-10 15:49:00,_fax_ {{rate}},\"Haddad, Farid\",South,\"trade fair,\nhall 2\",no,yes",
  into: &second, at: 1_620)
insert(
  "L-900020,2026-11-12 14:00:00,2026-11-12 14:04:00,call,\u{a0}Jonas W. ,West,web form,no,yes",
  into: &second, at: 1_700)
// Received after the report's end.
second.append("L-900021,2026-11-16 05:12:40,,,Farid H.,South,web form,no,yes")
second.append("L-900022,2026-11-16 05:48:03,,,,West,web form,no,yes")

func clock(_ minute: Int) -> String { "\(padded(minute / 60)):\(padded(minute % 60))" }
func quoted(_ text: String) -> String { text.contains(",") && !text.contains("\"") ? "\"\(text)\"" : text }

var schedule = ["rep_name,day_of_week,start_time,end_time,team,valid_from,valid_to"]
for shift in shifts {
  let from = shift.firstDay > 0 ? date(shift.firstDay) : ""
  let to = shift.lastDay < dayCount ? date(shift.lastDay) : ""
  // One rep's team is left out: it is the one for which that rep answered the most leads.
  let team = shift.rep == "Keiko T." ? "" : shift.team
  schedule.append(
    "\(shift.rep),\(quoted(shift.days)),\(clock(shift.start)),\(clock(shift.end)),\(team),\(from),\(to)")
}
schedule.append("\(vacation.rep),Mon-Fri,off,off,North,\(date(vacation.first)),\(date(vacation.last))")
schedule.append("*,Wednesday,off,off,\(holiday.team),\(date(holiday.day)),\(date(holiday.day))")
// Nobody has ever seen a lead of this rep's.
schedule.append("Mona P.,Saturday,10:00 AM,2:00 PM,,,")

let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
for (name, lines) in [
  ("leads-2026-10-19.csv", [header] + first), ("leads-2026-11-16.csv", [header] + second),
  ("schedule.csv", schedule),
] {
  try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent(name))
}
