/// What a text written by a person says, such as the cut-off of a configuration: any form of timestamp that
/// leaves no doubt about its date. nil for anything else, a date alone included.
package func readTimestamp(_ text: String) -> ParsedTime? {
  text.withFieldBytes { TimestampParser(form: TimestampForm(.yearFirst)).parse($0) }
}
