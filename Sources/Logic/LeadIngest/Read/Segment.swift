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
  /// The owners of the combinations of names in the source.
  var combinations = NameCombinations(columns: [])
  var spills: [Spill] = []
  var young: YoungLeads
  private(set) var idMode: IDMode
  var ids: IDSet
  var numbers = IDNumbers()
  var firstIDs: FirstIDs
  private(set) var idsLieInSource = false
  /// By origin, the leads that a later row replaced.
  var replaced: [Int: SourceAccount.Tally] = [:]
  var batch = RowBatch()
  var scratch = Scratch()
  /// For ids alone, which are still needed when names have been read.
  var idScratch = Scratch()
  /// For times in two columns.
  var receivedScratch = JoinedScratch()
  var responseScratch = JoinedScratch()
  /// Local readings of the source's two time columns, and the report's zone.
  var sourceClock: ZoneCursor
  var responseClock: ZoneCursor
  var reportClock: ZoneCursor
  /// By team number, the position of its zone in `teamClocks`; -1 for the report's.
  var teamClock: [Int] = [-1]
  var teamClocks: [ZoneCursor] = []
  private(set) var hasTeamClocks = false
  var usualTeams = UsualTeams()
  /// The source of activities for the rows, if there is one, and by source what rows took from it.
  private(set) var activitySource: Int?
  var joins: [Int: ActivityJoin] = [:]

  /// What is done to find rows of the same id.
  enum IDMode: Sendable {
    /// Nothing: there are none, or they are kept.
    case ignored
    /// It is checked that they ascend or descend.
    case ordered
    /// It is checked that numbers in them do not repeat; where one does, or an id has none, they are looked up.
    case numbered
    /// Each is looked up; no reading begins so.
    case lookedUp
    /// It is checked whether they occurred before: such a row is no lead, since the first one counts.
    case first

    /// What is done where they may come in any order.
    static func unordered(_ duplicates: Rules.Duplicates) -> IDMode {
      switch duplicates {
      case .keep: .ignored
      case .last: .numbered
      case .first: .first
      }
    }
  }

  /// Nothing gathered. `areInMemory` says that all ids lie in mapped input.
  init(_ settings: ReadSettings, _ idMode: IDMode, areInMemory: Bool) {
    self.settings = settings
    self.idMode = idMode
    ids = IDSet(digestKey: areInMemory ? nil : settings.digestKey)
    firstIDs = FirstIDs(settings.digestKey)
    store = LeadStore(idMode == .numbered ? .number : .nothing)
    young = YoungLeads(
      longest: settings.pendingThresholds.first,
      cutoff: settings.asOf == ReadSettings.never ? nil : settings.asOf)
    sourceClock = ZoneCursor(.floating)
    responseClock = sourceClock
    reportClock = ZoneCursor(settings.zone ?? .floating)
  }

  /// Prepares for the rows of a source: the `number`th. `bytes` are where its ids may lie, if they stay there.
  mutating func begin(_ plan: SourcePlan, number: Int, bytes: Bytes?) {
    // Mostly those of the source before, and a cursor takes some time to make.
    if sourceClock.rules != plan.zone { sourceClock = ZoneCursor(plan.zone) }
    if responseClock.rules != plan.responseZone { responseClock = ZoneCursor(plan.responseZone) }
    usualTeams.begin(plan, settings.roster)
    let columns = plan.columns
    let names = [
      columns.team, columns.rep, columns.channel, columns.manager, columns.source, columns.outcome,
    ].filter { $0 >= 0 }
    // One column may have two roles.
    combinations = NameCombinations(columns: Set(names).sorted().map { Int32($0) })
    activitySource = plan.activities
    if let source = activitySource, joins[source] == nil, let activities = settings.activities[source] {
      joins[source] = ActivityJoin(activities)
    }
    store.begin(origin: number)
    if let bytes { ids.begin(bytes, delimiter: plan.delimiter) }
    idsLieInSource = bytes != nil
    idScratch.hasForeignText = false
    teamNames.begin()
    reps.begin()
    managers.begin()
    channels.begin()
    sources.begin()
    outcomes.begin()
  }

  /// From now on ids are looked up, those of all leads so far included.
  mutating func lookUpIDs() {
    removeRepeated()
    store.widenIDs(to: ids.width)
    for slot in store.slots {
      let number = unsafe store.word(at: slot).pointee
      if unsafe number == IDNumbers.none || PackedLead(bits: store.lead(at: slot).pointee).isRemoved {
        continue
      }
      withPadding(numbers.id(of: number)) { id in
        ids.note(id, at: .elsewhere, ids.find(id, in: store), slot: slot, in: store)
      }
    }
    idMode = .lookedUp
  }

  /// Removes the leads whose number a later row has.
  mutating func removeRepeated() {
    guard idMode == .numbered, !numbers.last.isEmpty else { return }
    for slot in store.slots {
      let number = unsafe UInt64(store.number(at: slot).pointee)
      if number != IDNumbers.none, let last = numbers.last[number], last != slot { remove(slot) }
    }
  }

  /// Gives back the memory that finding repeated ids took.
  mutating func forgetIDs() {
    ids = IDSet(digestKey: nil)
    numbers = IDNumbers()
    firstIDs = FirstIDs(settings.digestKey)
    store.freeIDs()
  }

  /// Removes a lead that a later row replaces, unless it is removed already.
  mutating func remove(_ slot: UInt32) {
    let address = unsafe store.lead(at: slot)
    var lead = unsafe PackedLead(bits: address.pointee)
    if lead.isRemoved { return }
    replaced[store.origin(of: slot), default: SourceAccount.Tally()].add(
      lead.spill.map { spills[$0].weight } ?? 1)
    lead.remove()
    unsafe address.pointee = lead.bits
  }

  /// The names of the source that were not UTF-8.
  var foreign: ForeignText {
    var foreign = teamNames.foreign
    foreign += reps.foreign
    foreign += managers.foreign
    foreign += channels.foreign
    foreign += sources.foreign
    foreign += outcomes.foreign
    return foreign
  }

  /// The number of the team in a field.
  @inline(__always)
  mutating func team(_ field: FieldBytes) -> Int {
    let number = Int(teamNames.number(of: field, &scratch)) &+ 1
    if number >= teamClock.count { addTeams() }
    return number
  }

  /// The number of a team by its cleaned name.
  mutating func team(named name: String) -> Int {
    let number = Int(teamNames.number(of: name)) + 1
    if number >= teamClock.count { addTeams() }
    return number
  }

  @inline(never)
  private mutating func addTeams() {
    while teamClock.count <= teamNames.names.count {
      if let zone = settings.teamZones[Name(teamNames.names[teamClock.count - 1])] {
        teamClock.append(teamClocks.count)
        teamClocks.append(ZoneCursor(zone))
        hasTeamClocks = true
      } else {
        teamClock.append(-1)
      }
    }
    store.makeRoom(forTeam: teamClock.count - 1)
  }

  /// What the clocks of a team show.
  @inline(__always)
  mutating func local(of instant: Int64, team: Int) -> Int64 {
    if !hasTeamClocks || teamClock[team] < 0 { return reportClock.local(of: instant) }
    return teamClocks[teamClock[team]].local(of: instant)
  }
}
