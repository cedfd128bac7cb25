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
  /// The programs that write some of the rows.
  private(set) var commands: [RunningCommand] = []
  /// The schedules, each a single file.
  var schedules: [ScheduleInput] = []
  /// How leads are read, and the choices that numbers depend on.
  var options: IngestOptions
  /// How the site is told.
  var settings = SiteSettings()
  /// What is wrong with it and what is odd about it.
  var diagnostics: [Diagnostic] = []

  /// Looks everything up.
  init(_ configuration: Configuration) {
    var log = DiagnosticLog(configuration.problems)
    options = IngestOptions(configuration, &log)
    settings = SiteSettings(configuration)
    addLeads(of: configuration, &log)
    addSchedules(of: configuration, &log)
    // Where not all leads are read, nobody can say that a team has none.
    if log.diagnostics.hasErrors { options.teamZones = [:] }
    diagnostics = log.diagnostics
    nameSources()
  }

  /// Finds the exports and their activities.
  private mutating func addLeads(of configuration: Configuration, _ log: inout DiagnosticLog) {
    if configuration.leads.isEmpty, configuration.places["leads[0]"] == nil {
      log.diagnostics.append(ConfigurationFact.noLeads.at(configuration.place))
    }
    let repeated = RepeatedFiles(configuration.leads)
    log.diagnostics += repeated.diagnostics
    for (position, input) in configuration.leads.enumerated() {
      let zone = configuration.zone(input.reading.timezone, key: "\(input.place.key ?? "").timezone", &log)
      let number = addActivities(of: input, configuration, &log)
      let found = LeadSource.all(
        of: input, without: repeated.leftOut[position] ?? [], zone: zone, activities: number, &log, &commands)
      // With half of what was said about them other columns would be missed.
      if input.reading.isUnderstood { sources += found }
    }
  }

  /// Finds the activities of an entry.
  /// - Returns: their position; nil where it has none.
  private mutating func addActivities(
    of input: LeadInput, _ configuration: Configuration, _ log: inout DiagnosticLog
  ) -> Int? {
    if input.activities.isEmpty { return nil }
    let repeated = RepeatedFiles(input.activities)
    log.diagnostics += repeated.diagnostics
    activities.append(
      input.activities.enumerated().map { position, own in
        let zone = configuration.zone(own.timezone, key: "\(own.place.key ?? "").timezone", &log)
        return ActivitySource(own, without: repeated.leftOut[position] ?? [], zone: zone, &log, &commands)
      }.filter { !$0.files.isEmpty })
    return activities.count - 1
  }

  /// Finds the schedules.
  private mutating func addSchedules(of configuration: Configuration, _ log: inout DiagnosticLog) {
    let inputs = configuration.schedules
    func place(_ index: Int) -> Place { configuration.place(of: "schedule[\(index)]") }
    let repeated = RepeatedFiles(inputs.enumerated().map { ($0, $1.path, place($0)) }) {
      inputs[$0.position].mapping.headers == inputs[$1.position].mapping.headers
    }
    log.diagnostics += repeated.diagnostics
    for (index, input) in inputs.enumerated() {
      for path in InputFiles.named(input.path, what: "schedule", at: place(index), &log)
      where repeated.leftOut[index]?.contains(path) != true {
        var file = input
        file.path = path
        schedules.append(file)
      }
    }
  }

  /// The request itself. Throws where something is wrong with it.
  func checked() throws(Failure) -> Request {
    if diagnostics.hasErrors { throw Failure(diagnostics) }
    return self
  }
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
