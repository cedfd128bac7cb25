import LeadModel

extension ActivityFact {
  /// The fact for people. `mapping` is the place of the activities in the configuration, if they have one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    switch self {
    case .empty:
      return Diagnostic(
        .error, "file-empty", at: place, "the file is empty",
        remedy: "Export the activities again; a header without rows would do.")
    case .filterWithoutColumn(let column):
      return Diagnostic(
        .error, "activity-filter-column", at: place,
        "some activities are asked for by their \(column.rawValue), but there is no column for it",
        remedy: "Set \(setting(mapping, column.rawValue)) to the header that holds it.")
    case .unusedFilter(let column, let word, let found):
      return Diagnostic(
        .warning, "activity-filter-unused", at: place,
        "no activity has the \(column.rawValue) \(quoted(word))"
          + didYouMean(suggestion(for: word, among: found))
          + "; there are \(list(found))",
        remedy: "Correct \(setting(mapping, column.rawValue + "s")).")
    case .leftOut(let column, let kinds):
      let shown = kinds.map { "\($0.name.isEmpty ? "blank" : quoted($0.name)) (\($0.rows))" }
      return Diagnostic(
        .note, "activities-left-out", at: place,
        "activities of another \(column.rawValue) are left out: \(enumeration(of: shown, limit: 20))")
    case .allTypes(let names):
      return Diagnostic(
        .note, "activities-of-all-types", at: place,
        "activities of every type count as first responses: \(list(names))",
        remedy: "Set \(setting(mapping, "types")) to leave out automatic replies and the like.")
    case .rejected(let row):
      return Diagnostic(
        .warning, "activity-rejected", at: row.place, row.finding,
        remedy: "Correct the row in the export; the activity counts as not there.")
    case .moreRejected(let count):
      return Diagnostic(
        .warning, "activity-rejected", at: place,
        "\(times(count, "more row")) of activities cannot be read",
        remedy: "The activities count as not there.", rest: count)
    case .withoutLead(let rows, let all) where rows == all:
      return Diagnostic(
        .warning, "activities-of-no-lead", at: place,
        "not one of \(times(rows, "row")) of activities has a lead id",
        remedy: "Set \(setting(mapping, "id")) to the header that holds the id of the lead.")
    case .withoutLead(let rows, _):
      return Diagnostic(
        .note, "activities-of-no-lead", at: place,
        "\(times(rows, "row")) of activities \(rows == 1 ? "has" : "have") no lead id, and \(rows == 1 ? "is" : "are") of "
          + "no lead")
    case .placeholderIDs(let rows, let example):
      return Diagnostic(
        .warning, "id-placeholder", at: place,
        "\(times(rows, "row")) of activities \(rows == 1 ? "has" : "have") an id such as \(quoted(example)), which looks as "
          + "if it stood for none; where leads have it too, they are taken for contacted by them",
        remedy: "Leave the cell blank in the export where there is no id, and write long numbers in full.")
    case .unknownLeads(let rows, let ids, let example):
      return Diagnostic(
        .note, "activities-of-no-lead", at: place,
        "\(times(rows, "row")) of activities \(rows == 1 ? "is" : "are") of \(times(ids, "id")) that no lead has, like "
          + quoted(example))
    case .noLeads(let rows, let example, let lead, let areOfTwoLengths):
      return Diagnostic(
        .warning, "activities-of-no-lead", at: place,
        "not one of \(times(rows, "row")) of activities is of a lead; their ids are like \(quoted(example))"
          + (lead.map { ", those of leads like \(quoted($0))" } ?? "")
          + (areOfTwoLengths ? ", the same but for the last three characters of the longer one" : ""),
        remedy: areOfTwoLengths
          ? "Export both with ids of the same length, or cut those of 18 characters to 15."
          : "Set \(setting(mapping, "id")) to the header that holds the id of the lead.")
    case .undone(let rows, let all) where rows == all:
      return Diagnostic(
        .warning, "activities-undone", at: place,
        "all \(times(rows, "row")) of activities have no time and count as not done",
        remedy: "Set \(setting(mapping, "time")) to the header that holds the time of the activity.")
    case .undone(let rows, _):
      return Diagnostic(
        .note, "activities-undone", at: place,
        "\(times(rows, "row")) of activities \(rows == 1 ? "has" : "have") no time and "
          + "\(rows == 1 ? "counts" : "count") as not done")
    case .early(let rows, let all):
      let found =
        "\(rows) of \(times(all, "row")) of activities \(rows == 1 ? "precedes" : "precede") the receipt of the lead "
        + "and \(rows == 1 ? "is" : "are") no first response"
      if rows < 10 || rows * 2 <= all { return Diagnostic(.note, "activities-early", at: place, found) }
      return Diagnostic(
        .warning, "activities-early", at: place, found,
        remedy: "Check which column of the leads holds the receipt, and the zones of both.")
    }
  }
}
