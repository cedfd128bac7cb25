/// A row of data that is the header once more, as where files are joined.
enum HeaderAgain {
  case same
  /// The same headers in another order.
  case otherwise

  /// Compares a row with the header; nil where it is something else.
  init?(_ fields: RowFields, _ header: [String]) {
    var scratch = Scratch()
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
