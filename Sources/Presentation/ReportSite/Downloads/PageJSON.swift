import LeadMetrics
import LeadModel

/// The JSON downloads; the about page documents them.
extension Site {
  /// The version of the members' names and meanings. New members do not change it.
  static let jsonSchema = "leadheat/1"

  /// The numbers of a page about leads.
  func json(_ data: PageData, _ told: ToldPage) -> [UInt8] {
    document { json in
      json.member("page", data.page)
      json.member("team", data.team)
      json.member("period", data.info.period.description)
      json.member("first_day", data.info.dates?.lowerBound.description)
      json.member("last_day", data.info.dates?.upperBound.description)
      json.member("complete", data.info.isComplete)
      rulesMembers(&json)
      json.member("totals") { $0.object { totals(data.slice.total, data.slice.timing, &$0) } }
      if data.team == nil {
        json.member("teams") { json in
          json.array(data.standings, onLines: true) { json, team in
            json.object { json in
              json.member("team", team.team)
              json.member("page", team.page)
              totals(team.told.standing.counts, team.told.standing.timing, &json)
              json.members(DownloadedValues.ofStandings, of: Values.standing.value(of: team.told))
            }
          }
        }
      }
      if let values = told.values { json.members(DownloadedValues.names(on: told.page), of: values) }
      json.member("cells") { json in
        json.array(data.cellsToTell, onLines: true) { json, index in
          json.object { json in
            json.member("weekday", data.weekday(of: index))
            json.member("time", clock: data.minuteOfDay(of: index))
            counts(data.slice.cells[index].counts, &json)
            json.member("median_s", microseconds: data.slice.cells[index].median)
            json.member("coverage", millionths: data.coverage[index])
          }
        }
      }
    }
  }

  /// The totals of every week, or month, of all teams.
  func json(periodsOf page: Page) -> [UInt8] {
    document { json in
      json.member("page", addresses.path(of: page))
      json.member("team", nil as String?)
      rulesMembers(&json)
      json.member("periods") { json in
        json.array(periods(of: page), onLines: true) { json, period in
          let info = analysis.info(.allTeams, period)
          let (total, timing) = analysis.totals(.allTeams, period)
          json.object { json in
            json.member("period", period.description)
            json.member("page", addresses.path(of: .period(period)))
            json.member("first_day", info.dates?.lowerBound.description)
            json.member("last_day", info.dates?.upperBound.description)
            json.member("complete", info.isComplete)
            totals(total, timing, &json)
          }
        }
      }
    }
  }

  private func document(_ content: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", Site.jsonSchema)
      content(&json)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func rulesMembers(_ json: inout JSONWriter) {
    json.member("cutoff", cutoffStamp)
    json.member("slot_minutes", rules.slotMinutes)
    json.member("threshold", rules.threshold)
    json.member("thresholds", rules.thresholds)
  }

  /// Where there are several thresholds, those of each follow in the order of `thresholds`.
  private func totals(_ total: Counts, _ timing: Timing, _ json: inout JSONWriter) {
    counts(total, &json)
    json.members(
      DownloadedValues.ofTotals,
      of: Values.tally.value(of: Tallied(counts: total, headline: rules.headline)))
    let thresholds = rules.thresholds.indices
    if thresholds.count > 1 {
      func known(_ number: (Int) -> Int) -> [Int?] {
        thresholds.map { analysis.isKnown($0) ? number($0) : nil }
      }
      json.member("judged_at", known { total.judged($0) })
      json.member("pending_at", known { total.pending[$0] })
      json.member("within_at", known { total.within[$0] })
    }
    json.member("mean_s", microseconds: timing.mean)
    json.member("median_s", microseconds: timing.median)
    json.member("p90_s", microseconds: timing.p90)
  }

  /// `judged`, `pending` and `within` are by the headline threshold.
  private func counts(_ counts: Counts, _ json: inout JSONWriter) {
    json.member("leads", counts.leads)
    json.member("judged", counts.judged(rules.headline))
    json.member("pending", counts.pending[rules.headline])
    json.member("within", counts.within[rules.headline])
    json.member("contacted", counts.contacted)
    json.member("never", counts.never)
    json.member("anomalies", counts.anomalies)
  }

  /// The weeks, or months, that such a list is of.
  func periods(of page: Page) -> [Period] {
    page == .weeks
      ? analysis.weeks(.allTeams).map(Period.week) : analysis.months(.allTeams).map(Period.month)
  }
}
