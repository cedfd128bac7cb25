import LeadModel

extension ZoneFact {
  /// The fact for people. `place` is that of the header, `mapping` the source's in the configuration, if it
  /// has one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    let key = setting(mapping, "timezone")
    switch self {
    case .named(let header, let zone, let other):
      return Diagnostic(
        .note, "zone-recognised", at: place,
        "the times of \(quoted(header))\(other.map { ", and those of \(quoted($0))," } ?? "") are read as those of "
          + "\(zone), the zone that the header names")
    case .unknown(let header, let name, let other):
      return Diagnostic(
        .warning, "zone-of-header-unknown", at: place,
        "the header \(quoted(header)) names the zone \(quoted(name)), which is no IANA name; its times are read "
          + (other.map { "as those of \($0)" } ?? "as they stand"),
        remedy:
          "Set \(mapping?.key == nil ? "`timezone` of their entry under `leads`" : key) to the IANA name of the zone that is "
          + "meant, such as `America/New_York`.")
    case .overruled(let header, let name, let declared):
      return Diagnostic(
        .note, "zone-overruled", at: place,
        "the header \(quoted(header)) names the zone \(quoted(name)), but the configuration declares \(declared): its "
          + "times are read as those of \(declared)")
    case .noReportZone(let header, let zone):
      return Diagnostic(
        .error, "zone-missing", at: place,
        (header.map { "the header \(quoted($0)) says that its times are those of \(zone)" }
          ?? "its times are declared to be those of \(zone)")
          + ", but in which zone the report is to show them is not said",
        remedy:
          "Set `timezone: \(zone)` at the top of the configuration, or another zone to show the report in.")
    }
  }
}
