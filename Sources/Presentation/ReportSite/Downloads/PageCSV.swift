import LeadMetrics
import LeadModel

/// The CSV downloads; the about page documents them.
extension Site {
  /// A row for each cell of the map: weekday 1–7, the slot's time, its numbers.
  func csv(cells data: PageData) -> [UInt8] {
    var csv = CSVWriter(columns: ["weekday", "time"] + countColumns + ["median_s", "coverage"])
    for (index, cell) in data.slice.cells.enumerated() {
      let slot = index % data.slice.slotsPerDay
      csv.row(
        [.number(index / data.slice.slotsPerDay + 1), .plain(Words.clock(slot * data.slice.slotMinutes))]
          + fields(cell.counts)
          + [decimal(Decimal.seconds(cell.median)), decimal(data.coverage[index].map(Decimal.millionths))])
    }
    return csv.bytes
  }

  /// A row for each team.
  func csv(teams data: PageData) -> [UInt8] {
    var csv = CSVWriter(columns: ["team"] + countColumns + timingColumns)
    for standing in data.standings {
      csv.row([.text(standing.team)] + fields(standing.counts) + fields(standing.timing))
    }
    return csv.bytes
  }

  /// A row for each week, or month.
  func csv(periodsOf page: Page) -> [UInt8] {
    var csv = CSVWriter(
      columns: ["period", "first_day", "last_day", "complete"] + countColumns + timingColumns)
    for period in periods(of: page) {
      let info = analysis.info(.allTeams, period)
      let slice = analysis.slice(.allTeams, period)
      let days = [info.dates?.lowerBound, info.dates?.upperBound]
      csv.row(
        [.plain(period.description)] + days.map { $0.map { .plain($0.description) } ?? .blank }
          + [.plain(info.isComplete ? "true" : "false")] + fields(slice.total) + fields(slice.timing))
    }
    return csv.bytes
  }

  private var timingColumns: [String] { ["mean_s", "median_s", "p90_s"] }

  /// Where there are several thresholds, three columns for each of the others, such as `within_15`.
  private var countColumns: [String] {
    ["leads", "judged", "pending", "within", "contacted", "never", "anomalies"]
      + otherThresholds.flatMap { index in
        ["judged", "pending", "within"].map { "\($0)_\(rules.thresholds[index])" }
      }
  }

  private var otherThresholds: [Int] { rules.thresholds.indices.filter { $0 != rules.headline } }

  private func fields(_ counts: Counts) -> [CSVWriter.Field] {
    func byThreshold(_ index: Int) -> [CSVWriter.Field] {
      [.number(counts.judged(index)), .number(counts.pending[index]), .number(counts.within[index])]
    }
    return [.number(counts.leads)] + byThreshold(rules.headline)
      + [.number(counts.contacted), .number(counts.never), .number(counts.anomalies)]
      + otherThresholds.flatMap(byThreshold)
  }

  private func fields(_ timing: Timing) -> [CSVWriter.Field] {
    [timing.mean, timing.median, timing.p90].map { decimal(Decimal.seconds($0)) }
  }

  private func decimal(_ number: String?) -> CSVWriter.Field { number.map { .plain($0) } ?? .blank }
}
