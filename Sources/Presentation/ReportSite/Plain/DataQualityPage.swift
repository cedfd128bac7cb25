import LeadModel
import Markup

extension Site {
  /// What was read, dropped and why: every row of every file has one fate.
  func dataQualityPage() -> PageContent {
    let account = Accounting(of: self)
    let body = HTML.written { html in
      if intake.isWhole {
        html.block("Where every row went", id: .rows) { fates(account, &$0) }
        html.block("Rows that could not be read", id: .rejected) { html in
          rejected(
            account.rejectedRows, of: account.total(.rejected).rows, nothing: "Every row could be read.",
            &html)
        }
        html.block("How the columns were understood", id: .columns) { columns(account, &$0) }
      } else {
        html.block("One team alone", id: .rows) { html in
          html.element("p", text: oneTeam(account.total(.counted)))
        }
      }
      html.block("Times", id: .times) { times(&$0) }
      html.block("Weeks without leads", id: .gaps) { gaps(account, &$0) }
      html.block("Schedule", id: .schedule) { html in
        rejected(
          account.rejectedShifts, of: schedule.rejectedRows.count,
          nothing: shiftsRead, &html)
        strangers(account.repsWithoutShifts, "named by leads and on no shift", &html)
        strangers(account.repsWithoutLeads, "on shift and named by no lead", &html)
      }
      html.block("Remarks", id: .remarks) { remarks(account, &$0) }
      html.element("p", .class("note")) { html in
        html.element(
          "a", .href(addresses.link(from: .dataQuality, to: Site.accountingPath)), text: "All of this as JSON"
        )
      }
    }
    return PageContent(
      heading: name(of: .dataQuality), subheading: rowsRead,
      summary: "What was read, dropped and why. \(rowsRead)", body: body)
  }

  /// How many shifts were read, or that there are none.
  private var shiftsRead: String {
    let team = intake.isWhole ? "" : " of this team"
    if schedule.shifts.isEmpty {
      let none = schedule.isGiven ? "The schedule has no shift\(team)" : "There is no schedule"
      return "\(none): who was on shift is not known."
    }
    let rows = Words.count(schedule.shifts.count, "row")
    return intake.isWhole
      ? "\(rows) read, none rejected."
      : "\(rows) of the schedule concern\(schedule.shifts.count == 1 ? "s" : "") this team."
  }

  /// Of what the site is where leads of other teams were left out of it.
  private func oneTeam(_ counted: SourceAccount.Tally) -> String {
    let (rows, leads) = (Words.count(counted.rows, "row"), Words.count(counted.leads, "lead"))
    let stand =
      counted.rows == counted.leads ? "" : ", which \(counted.rows == 1 ? "stands" : "stand") for \(leads)"
    return
      "This site is of \(name(of: .team(0))) alone: \(rows) counted\(stand). What became of every row that was "
      + "read tells of other teams too, and is on the site of all teams, as are the rows that could not be read and "
      + "the columns of the files. Only when the data begin and end is of all rows."
  }

  private func fates(_ account: Accounting, _ html: inout MarkupWriter) {
    let fates = SourceAccount.Fate.allCases
    let read = account.sources.map(\.read).total()
    let isWeighted = account.isWeighted
    let parts = fates.map { "\(Words.count(account.total($0).rows)) \($0.rawValue)" }
    html.element(
      "p",
      text: "\(Words.count(read.rows, "row")) read = \(parts.joined(separator: " + ")). "
        + "Each row has one fate, decided in this order; every build checks the sum, file by file.")
    html.element(
      "p",
      text: isWeighted
        ? "A row may stand for several leads: their number is beside the rows."
        : "Each row stands for one lead.")
    guard !account.sources.isEmpty else { return }
    func cells(_ tally: (SourceAccount.Fate) -> SourceAccount.Tally) -> [String] {
      fates.map { fate in
        let tally = tally(fate)
        let leads = isWeighted && fate != .rejected ? " (\(Words.count(tally.leads, "lead")))" : ""
        return Words.count(tally.rows) + leads
      }
    }
    var rows = account.sources.map { source in
      [source.name, Words.count(source.read.rows)] + cells { source[$0] }
    }
    if rows.count > 1 { rows.append(["All files", Words.count(read.rows)] + cells(account.total)) }
    html.numbersTable(["File", "Read"] + fates.map { $0.rawValue.capitalizedFirst }, rows: rows)
  }

  private func rejected(_ rows: [RejectedRow], of count: Int, nothing: String, _ html: inout MarkupWriter) {
    guard !rows.isEmpty else { return html.element("p", text: nothing) }
    if rows.count < count {
      html.element("p", text: "The first \(Words.count(rows.count)) of \(Words.count(count)):")
    }
    html.wordsTable(
      ["Place", "Column", "Text", "Why"],
      rows: rows.map { [$0.place.description, $0.place.key ?? "", $0.text, $0.reason] })
  }

  private func columns(_ account: Accounting, _ html: inout MarkupWriter) {
    var groups: [(files: [String], columns: [SourceAccount.Column])] = []
    for source in account.sources {
      if let known = groups.firstIndex(where: { $0.columns == source.columns }) {
        groups[known].files.append(source.name)
      } else {
        groups.append(([source.name], source.columns))
      }
    }
    if groups.isEmpty { html.element("p", text: "No file was read.") }
    for (files, columns) in groups {
      html.element("h3", text: enumeration(of: files, limit: 5))
      html.wordsTable(
        ["Used as", "Column", "Written as"],
        rows: columns.map { [$0.role.capitalizedFirst, $0.header, $0.form] })
    }
  }

  private func times(_ html: inout MarkupWriter) {
    if let zone = analysis.zone.name {
      html.element("p", text: "Weekdays, times of day, weeks and months are those of \(zone).")
    } else {
      html.element(
        "p",
        text:
          "No time has an offset and no zone is configured: times are taken as they stand, and changes of the "
          + "clocks could not be accounted for.")
    }
    for team in analysis.teams where team.zone.name != analysis.zone.name {
      html.element("p", text: "Those of \(team.name) are of \(team.zone.name ?? "no zone").")
    }
    if intake.skippedTimes > 0 {
      html.element(
        "p",
        text:
          "\(Words.count(intake.skippedTimes, "time")) fell into an hour that a change of the clocks skipped, "
          + "and moved forward by it.")
    }
    if intake.repeatedTimes > 0 {
      html.element(
        "p",
        text:
          "\(Words.count(intake.repeatedTimes, "time")) occurred twice when the clocks were set back: the first "
          + "is meant, unless a response would then precede its receipt.")
    }
    if intake.contradictedFlags > 0 {
      html.element(
        "p",
        text:
          "In \(Words.count(intake.contradictedFlags, "row")) the mark for answered in time says otherwise than "
          + "the times; the times count.")
    }
    if let through {
      let how = rules.asOf == nil ? "the latest time a lead was received" : "as configured"
      html.element("p", text: "Leads are judged up to \(through): \(how).")
    }
  }

  private func gaps(_ account: Accounting, _ html: inout MarkupWriter) {
    guard !account.gaps.isEmpty else {
      return html.element("p", text: "None: every team has leads in every week from its first on.")
    }
    html.wordsTable(
      ["Team", "Weeks", "Days"],
      rows: account.gaps.map { gap in
        let last = gap.weeks.upperBound.monday.adding(days: 6)
        return [
          gap.team ?? title(of: .allTeams),
          gap.weeks.count == 1
            ? "\(gap.weeks.lowerBound)" : "\(gap.weeks.lowerBound) – \(gap.weeks.upperBound)",
          Words.dates(gap.weeks.lowerBound.monday, last),
        ]
      })
    let rest = account.gapCount - account.gaps.count
    if rest > 0 { html.element("p", text: "And \(Words.count(rest)) more.") }
  }

  /// People whom only one of leads and schedule knows; without their names where those are left out.
  private func strangers(_ names: [String], _ how: String, _ html: inout MarkupWriter) {
    guard !names.isEmpty else { return }
    let who = settings.hidesReps ? "" : ": \(enumeration(of: names, limit: 20))"
    let verb = names.count == 1 ? "is" : "are"
    html.element(
      "p", text: Words.sentence("\(Words.count(names.count, "person", "people")) \(verb) \(how)\(who)"))
  }

  private func remarks(_ account: Accounting, _ html: inout MarkupWriter) {
    guard !account.remarks.isEmpty else { return html.element("p", text: "Nothing was found odd.") }
    html.wordsTable(
      ["Place", "What was found"],
      rows: account.remarks.map { [$0.place?.description ?? Words.none, $0.message.capitalizedFirst] })
  }
}
