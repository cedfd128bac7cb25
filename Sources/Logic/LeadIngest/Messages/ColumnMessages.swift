import LeadModel

extension ColumnFact {
  /// The fact for people. `place` is that of the header, `mapping` the source's in the configuration, if it
  /// has one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    let asked = mapping ?? place
    switch self {
    case .unknownHeader(let role, let key, let header, let near, let found):
      return Diagnostic(
        .error, "column-unknown", at: asked.key(key),
        "the column for the \(role) is said to be \(quoted(header)), but \(place.file) has no such header"
          + didYouMean(near),
        remedy: "Set \(setting(mapping, key)) to one of \(list(found)).")
    case .missing(let role, let key, let lookedFor, let found, let near, let advice):
      return Diagnostic(
        .error, "column-missing", at: place,
        "no column for the \(role)\(didYouMean(near)); the columns are \(list(found)), looked for were "
          + list(lookedFor, limit: 8),
        remedy: "Set \(setting(mapping, key)) to the header that holds it."
          + (advice.map { " \($0)." } ?? ""))
    case .equalColumns(let role, let key, let headers):
      return Diagnostic(
        .error, "column-ambiguous", at: place,
        "\(list(headers)) may each be the \(role)",
        remedy: "Set \(setting(mapping, key)) to the one that is meant.")
    case .repeatedHeader(let role, let header, let columns):
      return Diagnostic(
        .error, "column-repeated", at: place,
        "the header \(quoted(header)) of the \(role) stands above columns "
          + columns.prefix(8).map(String.init).joined(separator: " and ")
          + (columns.count > 8 ? " and \(columns.count - 8) more" : ""),
        remedy: "Give the columns different headers in the export.")
    case .sharedColumn(let header, let key):
      return Diagnostic(
        .error, "column-shared", at: asked.key(key),
        "the received time and the response are both to be read from \(quoted(header)), which would make every "
          + "response immediate",
        remedy: "Set \(setting(mapping, key)) to the header that holds the response.")
    case .preferred(let role, let header, let others):
      return Diagnostic(
        .note, "column-preferred", at: place,
        "the \(role) is read from \(quoted(header)), not from \(list(others))")
    case .recognised(let preset):
      return Diagnostic(
        .note, "preset-recognised", at: place,
        "the headers are those of \(preset.title)" + (preset.advice.map { ". \($0)" } ?? ""))
    case .unknownPreset(let name, let known):
      return Diagnostic(
        .error, "preset-unknown", at: asked.key("preset"),
        "there is no preset \(quoted(name))" + didYouMean(suggestion(for: name, among: known)),
        remedy: "The presets are \(list(known)).")
    case .unusedTimeOfDay(let header):
      return Diagnostic(
        .warning, "time-of-day-unused", at: place,
        "\(quoted(header)) is named as the time of day of the first response, but no column as its date: it is not read",
        remedy: "Set \(setting(mapping, "first_response")) to the header that holds the date.")
    case .joined(let role, let headers):
      return Diagnostic(
        .note, "time-joined", at: place, "\(list(headers)) together are read as the \(role)")
    case .timeOfDayOrDuration(let date, let time):
      return Diagnostic(
        .error, "response-ambiguous", at: place,
        "\(quoted(time)) may say at what time of the day the first response was or how long it took, and "
          + "\(quoted(date)) when it was",
        remedy: "Set \(setting(mapping, "first_response")) to \(quoted(date)), with "
          + "\(setting(mapping, "first_response_time_of_day")) set to \(quoted(time)) where that is the time of day; "
          + "or \(setting(mapping, "duration")) to \(quoted(time)).")
    case .leftToActivities(let header):
      return Diagnostic(
        .note, "response-left-to-activities", at: place,
        "first responses come from the activities, not from \(quoted(header))",
        remedy: "To read it where it is filled, name it in \(setting(mapping, "first_response")).")
    }
  }
}

/// What to do with a header of clock time that may be that of a duration or that of a time of day.
func adviceForClock(_ header: String) -> String {
  "\(quoted(header)) may be a time of day: then it is `first_response_time_of_day`, and the column of its date "
    + "`first_response`; where it says how long the response took, it is `duration`"
}
