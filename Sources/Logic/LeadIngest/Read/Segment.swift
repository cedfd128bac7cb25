import LeadModel

/// What one thread gathers from the parts of the input that it reads.
@safe struct Segment: ~Copyable {
  let settings: ReadSettings
  var store: LeadStore
  /// Team numbers are those of ``teamNames`` plus one; 0 stands for rows that name none.
  var teamNames = NameIndex()
  var reps = NameIndex()
  var managers = NameIndex()
  var channels = NameIndex()
  var sources = NameIndex()
  var outcomes = NameIndex()
  var attributes = AttributeIndex()
  var spills: [Spill] = []
  var young: YoungLeads
  let idMode: IDMode
  var ids = IDSet()
  private(set) var idsLieInSource = false
  /// Whether a name of a former source was not UTF-8.
  private(set) var hadForeignText = false
  /// By origin, the leads that a later row replaced.
  var replaced: [Int: SourceAccount.Tally] = [:]
  var scratch = Scratch()
  /// Local readings of the source, and the report's zone.
  var sourceClock: ZoneCursor
  var reportClock: ZoneCursor
  /// By team number, the position of its zone in `teamClocks`; -1 for the report's.
  var teamClock: [Int] = [-1]
  var teamClocks: [ZoneCursor] = []

  /// What is done to find rows of the same id.
  enum IDMode: Sendable {
    /// Nothing: there are none, or they are kept.
    case ignored
    /// It is checked that they ascend or descend.
    case ordered
    /// Each is looked up.
    case lookedUp
  }

  init(_ settings: ReadSettings, _ idMode: IDMode) {
    self.settings = settings
    self.idMode = idMode
    store = LeadStore(keepsIDs: idMode == .lookedUp)
    young = YoungLeads(
      longest: settings.pendingThresholds.first,
      cutoff: settings.asOf == ReadSettings.never ? nil : settings.asOf)
    sourceClock = ZoneCursor(.floating)
    reportClock = ZoneCursor(settings.zone ?? .floating)
  }

  /// Prepares for the rows of a source: the `number`th. `bytes` are where its ids may lie, if they stay there.
  mutating func begin(_ plan: SourcePlan, number: Int, bytes: Bytes?) {
    sourceClock = ZoneCursor(plan.zone)
    store.begin(origin: number)
    if let bytes { ids.begin(bytes, delimiter: plan.delimiter) }
    idsLieInSource = bytes != nil
    hadForeignText = hasForeignText
  }

  /// Whether a name was not UTF-8.
  var hasForeignText: Bool {
    teamNames.hasForeignText || reps.hasForeignText || managers.hasForeignText || channels.hasForeignText
      || sources.hasForeignText || outcomes.hasForeignText
  }

  /// The number of the team in a field.
  @inline(__always)
  mutating func team(_ field: FieldBytes) -> Int {
    let number = Int(teamNames.number(of: field, &scratch)) &+ 1
    if number >= teamClock.count { addTeams() }
    return number
  }

  @inline(never)
  private mutating func addTeams() {
    while teamClock.count <= teamNames.names.count {
      if let zone = settings.teamZones[teamNames.names[teamClock.count - 1]] {
        teamClock.append(teamClocks.count)
        teamClocks.append(ZoneCursor(zone))
      } else {
        teamClock.append(-1)
      }
    }
    store.makeRoom(forTeam: teamClock.count - 1)
  }

  /// What the clocks of a team show.
  @inline(__always)
  mutating func local(of instant: Int64, team: Int) -> Int64 {
    if teamClocks.isEmpty || teamClock[team] < 0 { return reportClock.local(of: instant) }
    return teamClocks[teamClock[team]].local(of: instant)
  }
}
