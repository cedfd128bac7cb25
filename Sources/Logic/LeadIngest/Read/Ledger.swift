import LeadModel

/// The accounts of all sources, and what people should know about them.
struct Ledger {
  private let options: IngestOptions
  private let activities: [Activities?]
  private var accounts: [SourceAccount] = []
  /// The sources' names for diagnostics, as ``accounts``.
  private var names: [String] = []
  /// The lines between quotes that look like rows, as ``accounts``.
  private var swallowed: [Int] = []
  private var rejectedRows: [RejectedRow] = []
  private var diagnostics: [Diagnostic] = []
  private var earliest: (instant: Int64, place: Place)?
  private var latest: (instant: Int64, place: Place)?
  private var nextLatest = Int64.min
  private var formerEnd: (file: String, instant: Int64)?
  private var skippedTimes = 0
  private var repeatedTimes = 0
  private var contradictedFlags = 0
  /// Whether rows were rejected for their first response.
  private var rejectsResponses = false
  /// The positions of sources that are read as activities of their leads, too, and whether by the same time.
  private var eventLogs: [(position: Int, hasOneTime: Bool)] = []

  init(_ options: IngestOptions, _ activities: [Result<Activities, Failure>]) {
    self.options = options
    self.activities = activities.map { try? $0.get() }
    diagnostics = options.roster?.diagnostics ?? []
    for result in activities {
      switch result {
      case .failure(let failure): diagnostics += failure.diagnostics
      case .success(let activities):
        diagnostics += activities.diagnostics
        skippedTimes += activities.skippedTimes
        repeatedTimes += activities.repeatedTimes
      }
    }
  }

  private var zone: ZoneRules { options.zone ?? .floating }

  /// Takes note of why a source cannot be read.
  mutating func fail(_ failure: Failure) { diagnostics += failure.diagnostics }

  private mutating func note(_ fact: ReadFact) { diagnostics.append(fact.diagnostic) }

  /// Enters a source that was read.
  mutating func add(
    _ part: PartAccount, of source: LeadSource, _ opened: OpenedSource, doubt: EncodingDoubt?
  ) {
    diagnostics += opened.diagnostics
    func moved(_ row: RejectedRow) -> RejectedRow {
      var row = row
      row.place.line = row.place.line.map { $0 + opened.linesBefore }
      return row
    }
    let rows = part.rejectedRows.map(moved)
    if let header = opened.plan.headerOfResponse {
      rejectsResponses = rejectsResponses || rows.contains { $0.place.key == header }
    }
    var account = SourceAccount(name: source.siteName)
    account.columns = opened.plan.account
    if case .absent = opened.plan.response { account.tellsTimes = source.activities != nil }
    var foreign = part.foreign
    foreign += opened.foreign
    let isForeign = part.hasForeignText || !foreign.isEmpty
    account.encoding = isForeign ? "Windows-1252" : opened.encoding.name
    if let activities = source.activities.flatMap({ activities[$0] }) {
      account.columns += activities.columns
      let same = activities.parts.filter { $0.files.contains(source.name) }
      if !same.isEmpty {
        let hasOneTime = same.contains { $0.timeHeaders.contains(opened.receivedHeader) }
        eventLogs.append((accounts.count, hasOneTime))
        // Where the first row of an id counts, and nearly all others have earlier times.
        let (before, after) = (part.beforeReceipt, part.afterReceipt)
        if before * 10 >= part.counted.rows, before > 9 * after {
          note(.eventLog(source.name, before, counts: .first, hasOneTime: hasOneTime))
        }
      }
    }
    account.rejected.rows = part.rejected
    account.notEligible = part.notEligible
    account.afterCutoff = part.afterCutoff
    account.duplicate = part.duplicate
    account.counted = part.counted
    // Counted where the bytes are parted into rows, so that a row without a fate would be seen.
    account.read.rows = part.scanned - part.blank - part.footer.count
    account.read.leads =
      part.notEligible.leads + part.afterCutoff.leads + part.duplicate.leads
      + part.counted.leads
    accounts.append(account)
    names.append(source.name)
    swallowed.append(part.swallowed.count)
    rejectedRows += rows.prefix(ReadSettings.rejectedRowLimit - rejectedRows.count)

    if source.encoding != nil {
      if let doubt = doubt ?? (isForeign ? .looksLike(.windows1252) : nil) {
        note(source.fact(doubt, opened.encoding))
      }
    } else if let doubt = doubt ?? (foreign.isMistaken ? .isUnknown : nil) {
      note(source.fact(doubt, opened.encoding))
    } else if isForeign {
      note(.encoding(source.name, TextEncoding.windows1252.name))
    }
    if !part.footer.isEmpty { note(.footer(part.footer.map { moved($0.row) })) }
    if account.read.rows == 0, part.unreadableFrom == nil { note(.noRows(source.name)) }
    if let rest = part.unreadableFrom { note(rest.fact(source.name, linesBefore: opened.linesBefore)) }
    if let row = part.unexpectedOffset { note(.offsetWithoutZone(moved(row))) }
    if let line = part.otherHeaderLine {
      note(.otherHeader(Place(file: source.name, line: line + opened.linesBefore)))
    }
    if let text = part.placeholders.text {
      let header = opened.plan.columns.id < 0 ? nil : opened.plan.header[opened.plan.columns.id]
      note(.placeholderIDs(Place(file: source.name, key: header), part.placeholders.rows, example: text))
    }
    if let line = part.contradictionLine {
      let place = Place(
        file: source.name, line: line + opened.linesBefore,
        key: opened.plan.header[opened.plan.columns.within])
      note(
        .contradictedFlags(
          place, part.contradictedFlags, of: part.flaggedTimes, threshold: options.rules.threshold))
    }
    if let line = part.swallowed.line {
      note(
        .swallowedRows(Place(file: source.name, line: line + opened.linesBefore), part.swallowed.count))
    }
    if let line = part.farResponseLine {
      let place = Place(
        file: source.name, line: line + opened.linesBefore,
        key: opened.plan.columns.response < 0 ? nil : opened.plan.header[opened.plan.columns.response])
      note(.farResponses(place, part.farResponses))
    }
    if part.rejected > 0 { note(.rejected(source.name, part.rejected, of: account.read.rows)) }
    addTimes(part, of: source, opened)
  }

  /// Whether so many rows are rejected that nothing should be built: of all sources together, or all of one, which
  /// would be lost among others.
  mutating func judgeRejected() {
    let rejected = accounts.reduce(0) { $0 + $1.rejected.rows }
    let read = accounts.reduce(0) { $0 + $1.read.rows }
    let limit = options.rules.maxRejectedPercent
    /// The source that has most of something.
    func worst(_ count: (Int) -> Int) -> String {
      accounts.indices.max { count($0) < count($1) }.map { names[$0] } ?? ""
    }
    let refusal = ReadFact.refusal(
      of: read, options.rules, rejected: (rejected, in: worst { accounts[$0].rejected.rows }),
      swallowed: (swallowed.reduce(0, +), in: worst { swallowed[$0] }), forResponses: rejectsResponses)
    if let refusal {
      note(refusal)
    } else if limit < 100 {
      for (name, account) in zip(names, accounts)
      where account.rejected.rows > 10 && account.rejected.rows == account.read.rows {
        note(.tooManyRejected(name, account.rejected.rows, of: account.read.rows, limit: limit))
      }
    }
  }

  private mutating func addTimes(_ part: PartAccount, of source: LeadSource, _ opened: OpenedSource) {
    skippedTimes += part.skippedTimes
    repeatedTimes += part.repeatedTimes
    contradictedFlags += part.contradictedFlags
    guard part.readable > 0 else { return }
    func place(_ line: Int) -> Place {
      Place(file: source.name, line: line + opened.linesBefore, key: opened.receivedHeader)
    }
    if part.earliest < earliest?.instant ?? .max { earliest = (part.earliest, place(part.earliestLine)) }
    let hasDuplicates = opened.plan.columns.id >= 0 && options.rules.duplicates != .keep
    if hasDuplicates, let former = formerEnd, part.latest < former.instant {
      note(
        .endsEarlier(
          source.name, Instant(microseconds: part.latest), former: former.file,
          Instant(microseconds: former.instant), zone, counts: options.rules.duplicates))
    }
    if hasDuplicates, part.latest > formerEnd?.instant ?? .min { formerEnd = (source.name, part.latest) }
    if part.latest > latest?.instant ?? .min {
      nextLatest = max(latest?.instant ?? .min, part.nextLatest)
      latest = (part.latest, place(part.latestLine))
    } else {
      nextLatest = max(nextLatest, part.latest)
    }
  }

  /// Warns of teams that have a zone but no leads, where all leads could be read and there are some.
  mutating func checkTeamZones(_ teams: Set<Name>) {
    if diagnostics.hasErrors || !accounts.contains(where: { $0.counted.rows > 0 }) { return }
    for team in options.teamZones.keys.sorted() where !teams.contains(team) {
      note(.unknownTeamZone(team.text, known: teams.sorted().map(\.text)))
    }
  }

  /// Warns of reps whose rows name no team, and who are not in the roster.
  mutating func checkRoster(_ strangers: [RosterFact.Stranger]) {
    guard let roster = options.roster, !strangers.isEmpty else { return }
    diagnostics.append(RosterFact.unknownReps(strangers).diagnostic(at: Place(file: roster.name)))
  }

  /// Tells of activities whose leads were not found, and the like.
  mutating func checkActivities(_ segments: borrowing Segments) {
    for (number, activities) in activities.enumerated() {
      guard let activities else { continue }
      for (part, facts) in zip(activities.parts, segments.facts(about: activities, number)) {
        diagnostics += facts.map { $0.diagnostic(at: Place(file: part.name), mapping: part.mapping) }
      }
    }
  }

  /// Throws everything found so far, the rejected rows too, if an error is among it.
  func throwIfFailed() throws(Failure) {
    if diagnostics.hasErrors {
      throw Failure(diagnostics + accounts.diagnostics(of: rejectedRows))
    }
  }

  /// Warns where of a source alone hardly a row counts, since they have so few ids.
  private mutating func checkIDs() {
    guard accounts.count == 1, eventLogs.isEmpty, options.rules.duplicates == .last else { return }
    let (replaced, counted) = (accounts[0].duplicate.rows, accounts[0].counted.rows)
    let header = accounts[0].columns.first { $0.role == ColumnRole.id.title }?.header
    if let header, replaced >= 10, replaced >= 9 * counted {
      note(.fewIDs(names[0], header: header, counted: counted, of: replaced + counted))
    }
  }

  /// The result, taking the leads out of the segments.
  consuming func intake(_ segments: inout Segments) -> Intake {
    let week = LeadStore.week
    if options.rules.asOf == nil, let latest, nextLatest > .min, latest.instant - nextLatest > week {
      note(
        .lonelyLatest(
          latest.place, Instant(microseconds: latest.instant), before: Instant(microseconds: nextLatest), zone
        ))
    }
    for (number, replaced) in segments.replaced {
      accounts[number].duplicate += replaced
      accounts[number].counted.rows -= replaced.rows
      accounts[number].counted.leads -= replaced.leads
    }
    if options.rules.duplicates == .last {
      for (number, hasOneTime) in eventLogs {
        let (replaced, counted) = (accounts[number].duplicate.rows, accounts[number].counted.rows)
        if replaced * 10 >= counted, replaced > 0 {
          note(.eventLog(names[number], replaced, counts: .last, hasOneTime: hasOneTime))
        }
      }
    }
    checkIDs()
    let cutoff = options.rules.asOf ?? latest.map { Instant(microseconds: $0.instant) }
    if let cutoff { segments.markPending(cutoff: cutoff.microseconds) }
    let table = segments.takeTable(options)
    var intake = Intake(
      table: table, sources: accounts, rejectedRows: rejectedRows, diagnostics: diagnostics,
      firstReceived: earliest.map { Instant(microseconds: $0.instant) }, cutoff: cutoff, zone: zone)
    intake.firstPlace = earliest?.place
    intake.skippedTimes = skippedTimes
    intake.repeatedTimes = repeatedTimes
    intake.contradictedFlags = contradictedFlags
    return intake
  }
}
