/// Response times of contacted leads without anomalies, in microseconds.
package struct Timing: Hashable, Sendable {
  /// Rounded half up to the microsecond; nil where nobody was contacted.
  package var mean: Int64?
  /// Half were answered within it; nil where nobody was contacted.
  ///
  /// Quantiles are interpolated linearly between neighbours (type 7 of R. J. Hyndman and Y. Fan, "Sample
  /// quantiles in statistical packages", American Statistician 50 (1996) 361–365), rounded half up.
  package var median: Int64?
  /// Nine in ten were answered within it, interpolated likewise; nil where nobody was contacted.
  package var p90: Int64?

  /// Nobody contacted.
  package init() {}

  /// Those statistics.
  init(mean: Int64?, median: Int64?, p90: Int64?) {
    self.mean = mean
    self.median = median
    self.p90 = p90
  }
}
