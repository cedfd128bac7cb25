extension Double {
  /// The nearest whole number, halves away from zero.
  ///
  /// A sum of fractions that is a half exactly, as ⅔ + ½ + ⅓, may miss it by the rounding of its terms: what is that
  /// near counts as a half.
  package var nearest: Int {
    let margin = 1e-9 + magnitude * 1e-12
    return Int((self < 0 ? self - margin : self + margin).rounded(.toNearestOrAwayFromZero))
  }
}
