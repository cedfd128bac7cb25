import LeadIngest
import LeadModel
import ReportSite

// The choices of a configuration that are not inputs.

extension Configuration {
  /// The zone of that name, which the key gives; nil without one.
  func zone(_ name: String?, key: String, _ log: inout DiagnosticLog) -> ZoneRules? {
    guard let name else { return nil }
    if let rules = Zones.rules(named: name) { return rules }
    log.diagnostics.append(
      ConfigurationFact.unknownZone(name, suggestion: Zones.suggestion(for: name)).at(place(of: key)))
    // With some zone no time that has an offset is refused for want of one.
    return Zones.rules(named: "UTC")
  }
}

extension IngestOptions {
  /// How leads are read after a configuration.
  init(_ configuration: Configuration, _ log: inout DiagnosticLog) {
    func report(_ fact: ConfigurationFact, _ key: String) {
      log.diagnostics.append(fact.at(configuration.place(of: key)))
    }
    self.init(
      rules: configuration.rules, zone: configuration.zone(configuration.timezone, key: "timezone", &log),
      zoneNamed: Zones.rules(named:), threads: 2)
    digestKey = DigestKey(low: .random(in: .min ... .max), high: .random(in: .min ... .max))
    for (team, name) in configuration.teamZones.sorted(by: { $0.key < $1.key }) {
      teamZones[Name(team)] = configuration.zone(name, key: "team_zones.\(team)", &log)
    }
    if configuration.timezone == nil, !teamZones.isEmpty { report(.teamZonesWithoutZone, "team_zones") }
    if rules.thresholds.count > Rules.thresholdLimit {
      report(.tooManyThresholds(rules.thresholds.count), "also")
      rules.also = []
    }
    if let text = configuration.asOf {
      rules.asOf = cutoff(text, in: zone ?? .floating)
      rules.asOfIsDayEnd = CivilDate(iso: text) != nil
      if rules.asOf == nil {
        report(.badDate(text, key: "as_of"), "as_of")
      } else if text != "now", configuration.timezone == nil, readTimestamp(text)?.isInstant == true {
        report(.cutoffWithoutZone(text), "as_of")
      }
    }
    if let path = configuration.roster {
      roster = log.attempt { () throws(Failure) in
        if POSIX.kind(of: path) == .missing, POSIX.isMissing {
          throw Failure([
            ConfigurationFact.noMatch(pattern: path, what: "roster").at(configuration.place(of: "roster"))
          ])
        }
        return try readRoster(Gunzip.bytes(of: path, what: "roster"), name: path)
      }
    }
  }
}

extension SiteSettings {
  /// How a configuration wants the site told.
  init(_ configuration: Configuration) {
    self.init()
    title = configuration.title
    hidesReps = configuration.reps == .hide
    palette = configuration.palette
    target = configuration.target
    for (team, target) in configuration.targets {
      targets[Name(team)] = target
      targetPlaces[Name(team)] = configuration.place(of: "targets.\(team)")
    }
    events = configuration.events.sorted { $0.date < $1.date }
    baseURL = configuration.baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }
}

/// The instant of a cut-off as it is written: a date means its end, `now` this moment, and a time without an offset
/// is one of the report's zone. nil for anything else.
func cutoff(_ text: String, in zone: ZoneRules) -> Instant? {
  func instant(_ local: LocalTime) -> Instant {
    switch zone.instants(of: local) {
    case .once(let instant), .skipped(let instant), .twice(let instant, _): instant
    }
  }
  if text == "now" { return Clock.now }
  if let date = CivilDate(iso: text) { return instant(LocalTime(date: date.adding(days: 1))) }
  guard let time = readTimestamp(text) else { return nil }
  return time.isInstant
    ? Instant(microseconds: time.microseconds) : instant(LocalTime(microseconds: time.microseconds))
}
