import LeadMetrics
import LeadModel

/// The CSV downloads; the about page documents them.
extension Site {
  /// A row for each cell of the map with anything in it: weekday 1–7, the slot's time, its numbers.
  func csv(cells data: PageData) -> [UInt8] {
    var csv = CSVWriter(columns: ["weekday", "time"] + countColumns + ["median_s", "coverage"])
    for index in data.cellsToTell {
      let cell = data.slice.cells[index]
      csv.row(
        [.number(data.weekday(of: index)), .clock(data.minuteOfDay(of: index))] + fields(cell.counts)
          + [decimal(cell.median.map { Int($0) }), decimal(data.coverage[index])])
    }
    return csv.bytes
  }

  /// A row for each team.
  func csv(teams data: PageData) -> [UInt8] {
    var csv = CSVWriter(columns: ["team"] + totalColumns)
    for standing in data.standings {
      csv.row([.text(standing.team)] + fields(standing.counts, standing.timing))
    }
    return csv.bytes
  }

  /// A row for each week, or month.
  func csv(periodsOf page: Page) -> [UInt8] {
    var csv = CSVWriter(
      columns: ["period", "first_day", "last_day", "complete"] + totalColumns)
    for period in periods(of: page) {
      let info = analysis.info(.allTeams, period)
      let (total, timing) = analysis.totals(.allTeams, period)
      let days = [info.dates?.lowerBound, info.dates?.upperBound]
      csv.row(
        [.plain(period.description)] + days.map { $0.map { .plain($0.description) } ?? .blank }
          + [.plain(info.isComplete ? "true" : "false")] + fields(total, timing))
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

  private func fields(_ counts: Counts) -> [CSVWriter.Field] {
    [.number(counts.leads)] + judging(counts, by: rules.headline)
      + [.number(counts.contacted), .number(counts.never), .number(counts.anomalies)]
  }

  private func fields(_ total: Counts, _ timing: Timing) -> [CSVWriter.Field] {
    fields(total) + otherThresholds.flatMap { judging(total, by: $0) }
      + [timing.mean, timing.median, timing.p90].map { decimal($0.map { Int($0) }) }
  }

  private func judging(_ counts: Counts, by threshold: Int) -> [CSVWriter.Field] {
    [counts.judged(threshold), counts.pending[threshold], counts.within[threshold]].map { .number($0) }
  }

  private func decimal(_ millionths: Int?) -> CSVWriter.Field { millionths.map { .millionths($0) } ?? .blank }
}
