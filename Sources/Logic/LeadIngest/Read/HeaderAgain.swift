/// A row of data that is the header once more, as where files are joined.
enum HeaderAgain {
  case same
  /// The same headers in another order.
  case otherwise

  /// Compares a row with the header; nil where it is something else. What stands in a column is looked at first, since all
  /// rows of a file may be rejected for that.
  init?(_ fields: RowFields, _ header: [String], at column: Int) {
    var scratch = Scratch()
    guard header.contains(plainValue(fields[column], &scratch).decoded) else { return nil }
    let texts = (0..<fields.count).map { plainValue(fields[$0], &scratch).decoded }
    if texts == header {
      self = .same
    } else if texts.sorted() == header.sorted() {
      self = .otherwise
    } else {
      return nil
    }
  }
}
