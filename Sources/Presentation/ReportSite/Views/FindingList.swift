import Markup

/// What a page has found beyond chance, each with a link to where it shows.
struct FindingList {
  let findings: [ToldFinding]
  /// The period they are of.
  let period: String
  /// Whether anything could have been found.
  let hasCandidates: Bool
  /// Whether they are a team's own: how it stands beside the others is found on the pages of all teams.
  let isOfTeam: Bool
  /// The parts of the week that were looked at, where they are shorter than they might be: `half hours`.
  let shortParts: String?

  func write(to writer: inout MarkupWriter) {
    writer.element("section", .class("findings"), .id(.findings)) { writer in
      writer.heading("Beyond chance", period)
      if findings.isEmpty {
        let within = isOfTeam ? " within the team" : ""
        return writer.note(
          hasCandidates
            ? silence(within) : "Nothing\(within) could be compared with enough leads on both sides.")
      }
      writer.element("ol") { writer in
        for finding in findings {
          writer.element("li") { writer in
            writer.link(finding.subject, to: finding.link)
            writer.text(finding.rest)
          }
        }
      }
    }
  }

  /// That nothing was found, where something might have been.
  private func silence(_ within: String) -> String {
    let parts = shortParts.map { " The week was taken by \($0): longer parts of it may differ all the same." }
    return
      "Nothing\(within) is beyond chance when all pages are judged together; a single comparison, looked at alone, "
      + "may seem so." + (parts ?? "")
  }
}

extension ToldPage {
  /// What stands out beyond chance; silence needs no room.
  func writeFindings(to writer: inout MarkupWriter) {
    let hasCandidates = [told, latest].compactMap(\.self).contains {
      site.findings.value.hasCandidates($0.report.scope, $0.info.period)
    }
    FindingList(
      findings: findings, period: Words.period(told.info.period), hasCandidates: hasCandidates,
      isOfTeam: told.report.scope != .allTeams,
      shortParts: told.report.worst.minutes < 240 ? told.report.worst.unitWords : nil
    ).write(to: &writer)
  }
}
