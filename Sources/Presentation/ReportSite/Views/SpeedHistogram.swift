import HeatmapSVG
import LeadMetrics

/// Draws how long answers took, with never contacted as a bar of its own.
struct SpeedHistogram {
  let distribution: Distribution
  let thresholds: [Int]
  /// Whether it is known who was never answered.
  let tellsNever: Bool

  /// Leads with a response time.
  var answered: Int { distribution.bars.reduce(0) { $0 + $1.leads } }

  var chart: HistogramSpec {
    let bins = distribution.bars.map { bar in
      // The axis has no zero, and its end is drawn a doubling later.
      HistogramSpec.Bin(
        bar.after == 0 ? Double(bar.upTo ?? 1) / 2 : Double(bar.after),
        bar.upTo.map(Double.init) ?? Double(bar.after) * 2, count: Double(bar.leads))
    }
    var chart = HistogramSpec(label: "Leads by response time", bins: bins)
    chart.thresholds = thresholds.map { (Double($0), Words.shortThreshold($0)) }
    chart.ticks = [(1, "1 min"), (10, "10 min"), (120, "2 h"), (480, "8 h"), (10_080, "7 d")]
    if tellsNever { chart.beyond = (Double(distribution.never), Words.count(distribution.never), "never") }
    return chart
  }
}
