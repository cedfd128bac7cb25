/// Where a quantile of type 7 lies in the sorted order of so many times, at least one: the positions around it, and how
/// many tenths of the way it is from one to the other.
func quantilePlace(tenths: Int, of count: Int) -> (low: Int, high: Int, rest: Int) {
  let (low, rest) = ((count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
  return (low, min(low + 1, count - 1), rest)
}

/// Some tenths of the way from one time to another, rounded half up.
func between(_ low: Int64, _ high: Int64, tenths: Int) -> Int64 {
  low + Int64((Int128(high - low) * Int128(2 * tenths) + 10) / 20)
}

/// The mean of that many times, rounded half up.
func mean(_ sum: Int128, _ count: Int) -> Int64 {
  Int64((2 * sum + Int128(count)) / (2 * Int128(count)))
}
