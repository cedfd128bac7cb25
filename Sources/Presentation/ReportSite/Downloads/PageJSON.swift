import LeadMetrics
import LeadModel

/// The JSON downloads; the about page documents them.
extension Site {
  /// The version of the members' names and meanings. New members do not change it.
  static let jsonSchema = "leadheat/2"

  /// The numbers of a page about leads: values under the names that narratives use, and the cells of the map.
  func json(_ told: ToldPage) -> [UInt8] {
    document(told.page) { json in
      if let values = told.values { json.members(DownloadedValues.names(on: told.page), of: values) }
      json.member("cells") { $0.object { cells(MapData(told.told), &$0) } }
    }
  }

  /// The totals of every week, or month, of all teams.
  func json(periodsOf page: Page) -> [UInt8] {
    document(page) { json in
      json.members(DownloadedValues.ofRules, of: Values.rules.value(of: self))
      json.member("periods") { json in
        json.array(periods(of: page), onLines: true) { json, period in
          json.object { json in
            json.member("page", addresses.path(of: .period(period)))
            json.members(of: Values.listed.value(of: ListedPeriod(period, site: self)))
          }
        }
      }
    }
  }

  /// Two teams beside each other.
  func json(_ page: Page, _ pair: ToldPair) -> [UInt8] {
    document(page) { json in
      json.members(DownloadedValues.ofRules, of: Values.rules.value(of: self))
      json.members(of: Values.pair.value(of: pair))
    }
  }

  /// What every document says of itself, and its content.
  func document(_ page: Page, _ content: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", Site.jsonSchema)
      json.member("page", addresses.path(of: page))
      content(&json)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// An array for each number, an entry in each for every cell. What is judged is so by the headline threshold.
  private func cells(_ data: MapData, _ json: inout JSONWriter) {
    let indices = data.cellsToTell
    func column(
      _ name: StaticString, _ json: inout JSONWriter, _ write: (inout JSONWriter, Int) -> Void
    ) {
      json.member(name) { $0.array(indices, write) }
    }
    column("weekday", &json) { $0.number(data.weekday(of: $1)) }
    column("time", &json) { $0.clock(data.minuteOfDay(of: $1)) }
    let headline = rules.headline
    let cells = data.slice.cells
    column("leads", &json) { $0.number(cells[$1].counts.leads) }
    column("judged", &json) { $0.number(cells[$1].counts.judged(headline)) }
    column("pending", &json) { $0.number(cells[$1].counts.pending[headline]) }
    column("within", &json) { $0.number(cells[$1].counts.within[headline]) }
    // Where a flag hides those that were answered later, nothing is known of these.
    func answers(_ name: StaticString, _ json: inout JSONWriter, _ count: (Counts) -> Int) {
      column(name, &json) {
        analysis.tellsTimes ? $0.number(count(cells[$1].counts)) : $0.null()
      }
    }
    answers("contacted", &json, \.contacted)
    answers("never", &json, \.never)
    column("anomalies", &json) { $0.number(cells[$1].counts.anomalies) }
    column("median_s", &json) { $0.millionths(cells[$1].median.map { Int($0) }) }
    column("coverage", &json) { $0.millionths(data.coverage[$1]) }
  }

  /// The weeks, or months, that such a list is of.
  func periods(of page: Page) -> [Period] {
    page == .weeks
      ? analysis.weeks(.allTeams).map(Period.week) : analysis.months(.allTeams).map(Period.month)
  }
}
