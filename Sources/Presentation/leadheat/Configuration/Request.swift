import LeadIngest
import LeadModel
import ReportSite

/// A configuration with every name looked up: files opened, zones found, the cut-off an instant.
///
/// What is wrong with it does not keep the rest from being read, so that all of it can be told at once. Something
/// stands in for what cannot be looked up where its absence would be a second error.
struct Request {
  /// The exports, in the order in which rows with the same id are taken.
  var sources: [LeadSource] = []
  /// The activities that sources refer to by position, each taken together of several.
  var activities: [[ActivitySource]] = []
  /// The schedules, each a single file.
  var schedules: [ScheduleInput] = []
  /// How leads are read, and the choices that numbers depend on.
  var options: IngestOptions
  /// How the site is told.
  var settings = SiteSettings()
  /// What is wrong with it and what is odd about it.
  var diagnostics: [Diagnostic]

  /// Looks everything up.
  init(_ configuration: Configuration) {
    var log = DiagnosticLog(configuration.problems)
    func place(_ key: String) -> Place { configuration.place(of: key) }
    func zone(_ name: String?, key: String) -> ZoneRules? {
      guard let name else { return nil }
      if let rules = Zones.rules(named: name) { return rules }
      log.diagnostics.append(
        ConfigurationFact.unknownZone(name, suggestion: Zones.suggestion(for: name)).at(place(key)))
      // With some zone no time that has an offset is refused for want of one.
      return Zones.rules(named: "UTC")
    }

    options = IngestOptions(
      rules: configuration.rules, zone: zone(configuration.timezone, key: "timezone"),
      zoneNamed: Zones.rules(named:), threads: 2)
    options.digestKey = IngestOptions.DigestKey(
      low: .random(in: .min ... .max), high: .random(in: .min ... .max))
    for (team, name) in configuration.teamZones.sorted(by: { $0.key < $1.key }) {
      options.teamZones[Name(team)] = zone(name, key: "team_zones.\(team)")
    }
    if options.rules.thresholds.count > Rules.thresholdLimit {
      log.diagnostics.append(
        ConfigurationFact.tooManyThresholds(options.rules.thresholds.count).at(place("also")))
      options.rules.also = []
    }
    if let text = configuration.asOf {
      options.rules.asOf = cutoff(text, in: options.zone ?? .floating)
      options.rules.asOfIsDayEnd = CivilDate(iso: text) != nil
      if options.rules.asOf == nil {
        log.diagnostics.append(ConfigurationFact.badDate(text, key: "as_of").at(place("as_of")))
      } else if text != "now", configuration.timezone == nil, readTimestamp(text)?.isInstant == true {
        log.diagnostics.append(ConfigurationFact.cutoffWithoutZone(text).at(place("as_of")))
      }
    }
    if let path = configuration.roster {
      options.roster = log.attempt { () throws(Failure) in
        if POSIX.kind(of: path) == .missing, POSIX.isMissing {
          throw Failure([ConfigurationFact.noMatch(pattern: path, what: "roster").at(place("roster"))])
        }
        return try readRoster(Gunzip.bytes(of: path, what: "roster"), name: path)
      }
    }
    settings.title = configuration.title
    settings.hidesReps = configuration.reps == .hide
    settings.palette = configuration.palette
    settings.target = configuration.target
    for (team, target) in configuration.targets {
      settings.targets[Name(team)] = target
      settings.targetPlaces[Name(team)] = place("targets.\(team)")
    }
    settings.events = configuration.events.sorted { $0.date < $1.date }
    settings.baseURL = configuration.baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }

    if configuration.leads.isEmpty, configuration.places["leads[0]"] == nil {
      log.diagnostics.append(ConfigurationFact.noLeads.at(configuration.place))
    }
    let repeated = RepeatedFiles(configuration.leads)
    log.diagnostics += repeated.diagnostics
    for (position, input) in configuration.leads.enumerated() {
      let key = input.place.key ?? ""
      let zoneOfSource = zone(input.reading.timezone, key: "\(key).timezone")
      var number: Int?
      if !input.activities.isEmpty {
        number = activities.count
        let repeated = RepeatedFiles(input.activities)
        log.diagnostics += repeated.diagnostics
        activities.append(
          input.activities.enumerated().map { position, own in
            let zone = zone(own.timezone, key: "\(own.place.key ?? "").timezone")
            return ActivitySource(own, without: repeated.leftOut[position] ?? [], zone: zone, &log)
          }.filter { !$0.files.isEmpty })
      }
      let found = LeadSource.all(
        of: input, without: repeated.leftOut[position] ?? [], zone: zoneOfSource, activities: number, &log)
      // With half of what was said about them other columns would be missed.
      if input.reading.isUnderstood { sources += found }
    }
    let plans = RepeatedFiles(
      configuration.schedules.enumerated().map { ($0, $1.path, place("schedule[\($0)]")) }
    ) {
      configuration.schedules[$0.position].mapping.headers
        == configuration.schedules[$1.position].mapping.headers
    }
    log.diagnostics += plans.diagnostics
    for (index, input) in configuration.schedules.enumerated() {
      for path in InputFiles.named(input.path, what: "schedule", at: place("schedule[\(index)]"), &log)
      where plans.leftOut[index]?.contains(path) != true {
        var file = input
        file.path = path
        schedules.append(file)
      }
    }
    // Where not all leads are read, nobody can say that a team has none.
    if log.diagnostics.hasErrors { options.teamZones = [:] }
    diagnostics = log.diagnostics
    nameSources()
  }

  /// The request itself. Throws where something is wrong with it.
  func checked() throws(Failure) -> Request {
    if diagnostics.hasErrors { throw Failure(diagnostics) }
    return self
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

/// Reads the schedules and puts them one behind the other. Throws what is wrong with all of them.
func readSchedules(_ inputs: [ScheduleInput], _ rules: Rules) throws(Failure) -> Schedule {
  var (schedule, log) = (Schedule(isGiven: !inputs.isEmpty), DiagnosticLog())
  for input in inputs {
    let part = log.attempt { () throws(Failure) in
      let bytes = try Gunzip.bytes(of: input.path, what: "schedule file")
      return try readSchedule(bytes, name: input.path, mapping: input.mapping)
    }
    guard let part else { continue }
    schedule.shifts += part.shifts
    schedule.rejectedRows += part.rejectedRows
    schedule.diagnostics += part.diagnostics
  }
  if log.diagnostics.hasErrors { throw Failure(log.diagnostics + schedule.diagnostics) }
  try schedule.judgeRejected(rules)
  return schedule
}
