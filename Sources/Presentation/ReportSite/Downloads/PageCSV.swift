import LeadMetrics
import LeadModel

/// The CSV downloads; the about page documents them.
extension Site {
  /// A row for each cell of the map with anything in it: weekday 1–7, the slot's time, its numbers.
  func csv(cells data: MapData) -> [UInt8] {
    var csv = CSVWriter(columns: ["weekday", "time"] + countColumns + ["median_s", "coverage"])
    for index in data.cellsToTell {
      let cell = data.slice.cells[index]
      csv.add(.number(data.weekday(of: index)))
      csv.add(.clock(data.minuteOfDay(of: index)))
      add(cell.counts, to: &csv)
      csv.add(decimal(cell.median.map { Int($0) }))
      csv.add(decimal(data.coverage[index]))
      csv.endRow()
    }
    return csv.bytes
  }

  /// A row for each team.
  func csv(teams ranking: ToldRanking) -> [UInt8] {
    var csv = CSVWriter(columns: ["name"] + totalColumns)
    for told in ranking.standings {
      csv.add(.text(told.name))
      add(told.standing.counts, told.standing.timing, to: &csv)
      csv.endRow()
    }
    return csv.bytes
  }

  /// A row for each week, or month.
  func csv(periodsOf page: Page) -> [UInt8] {
    var csv = CSVWriter(
      columns: ["id", "first_day", "last_day", "is_complete"] + totalColumns)
    for period in periods(of: page) {
      let info = analysis.info(.allTeams, period)
      let (total, timing) = analysis.totals(.allTeams, period)
      let days = [info.dates?.lowerBound, info.dates?.upperBound]
      csv.add(.plain(period.description))
      for day in days { csv.add(day.map { .plain($0.description) } ?? .blank) }
      csv.add(.plain(info.isComplete ? "true" : "false"))
      add(total, timing, to: &csv)
      csv.endRow()
    }
    return csv.bytes
  }

  private var countColumns: [String] {
    ["leads", "judged", "pending", "within", "contacted", "never", "anomalies"]
  }

  /// Where there are several thresholds, three columns for each of the others, such as `within_15`.
  private var totalColumns: [String] {
    let others = otherThresholds.flatMap { index in
      ["judged", "pending", "within"].map { "\($0)_\(rules.thresholds[index])" }
    }
    return countColumns + others + ["mean_s", "median_s", "p90_s"]
  }

  private var otherThresholds: [Int] { rules.thresholds.indices.filter { $0 != rules.headline } }

  private func add(_ counts: Counts, to csv: inout CSVWriter) {
    csv.add(.number(counts.leads))
    add(counts, judgedBy: rules.headline, to: &csv)
    csv.add(analysis.tellsTimes ? .number(counts.contacted) : .blank)
    csv.add(analysis.tellsTimes ? .number(counts.never) : .blank)
    csv.add(.number(counts.anomalies))
  }

  private func add(_ total: Counts, _ timing: Timing, to csv: inout CSVWriter) {
    add(total, to: &csv)
    for threshold in otherThresholds { add(total, judgedBy: threshold, to: &csv) }
    for time in [timing.mean, timing.median, timing.p90] { csv.add(decimal(time.map { Int($0) })) }
  }

  private func add(_ counts: Counts, judgedBy threshold: Int, to csv: inout CSVWriter) {
    let isKnown = analysis.isKnown(threshold)
    csv.add(isKnown ? .number(counts.judged(threshold)) : .blank)
    csv.add(isKnown ? .number(counts.young(threshold, headline: rules.headline)) : .blank)
    csv.add(isKnown ? .number(counts.within[threshold]) : .blank)
  }

  private func decimal(_ millionths: Int?) -> CSVWriter.Field { millionths.map { .millionths($0) } ?? .blank }
}
