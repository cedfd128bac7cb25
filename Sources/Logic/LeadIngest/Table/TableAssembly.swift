import LeadModel

extension Segments {
  /// The names of all teams that occurred in some row.
  var teamNames: Set<Name> {
    (0..<count).reduce(into: []) { names, index in
      with(index) { names.formUnion($0.teamNames.names.map(Name.init)) }
    }
  }

  /// By source, the leads that a later row replaced.
  var replaced: [Int: SourceAccount.Tally] {
    with(0) { segment in
      segment.removeRepeated()
      return segment.replaced
    }
  }

  /// Marks the leads that are too young to be judged at the cut-off.
  func markPending(cutoff: Int64) {
    for index in 0..<count {
      with(index) { $0.young.mark(cutoff: cutoff, thresholds: $0.settings.pendingThresholds) }
    }
  }

  /// The table of all leads. Takes them out of the segments, whose memory shrinks as the table grows.
  mutating func takeTable(_ options: IngestOptions) -> LeadTable {
    var assembly = TableAssembly(options)
    for index in 0..<count { with(index) { $0.forgetIDs() } }
    for index in 0..<count { with(index) { assembly.survey($0) } }
    assembly.arrange()
    for index in 0..<count { with(index) { assembly.translate($0, index) } }
    let weeks = assembly.weeks
    var order = LeadOrder()
    // Week by week, because that is about how the leads lie in memory.
    for week in weeks {
      for team in assembly.table.teams.indices {
        let size = (0..<count).reduce(0) { size, index in
          with(index) { size + assembly.count(of: $0, index, team, week) }
        }
        guard size > 0 else { continue }
        var filled = 0
        let leads = unsafe [PackedLead](unsafeUninitializedCapacity: size) { target, used in
          for index in 0..<count {
            with(index) { unsafe assembly.move(&$0, index, team, week, to: target, &filled) }
          }
          used = filled
        }
        assembly.table.setPartition(team * weeks.count + week - weeks.lowerBound, leads, &order)
      }
    }
    return assembly.table
  }
}

/// Puts the leads of several segments into one table, whose teams and names are numbered anew.
private struct TableAssembly {
  var table = LeadTable()
  /// The weeks with leads.
  private(set) var weeks = 0..<0
  private let options: IngestOptions
  private var teamNames: Set<Name> = []
  private var hasUnnamed = false
  private var shares: [Share] = []
  /// By team, where a set of attributes is.
  private var positions: [[Attributes: Int]] = []

  /// How a segment's numbers are to be read.
  private struct Share {
    /// By team of the table, its number in the segment; nil where it has none.
    var teams: [Int?] = []
    /// By team of the table, the new position of each set of attributes; nil where none changes.
    var attributes: [[Int]?] = []
    /// The position in the table of its first spill.
    var firstSpill = 0
    var hasRemoved = false
    /// Whether its leads can be copied as they are.
    var isSame = false
  }

  init(_ options: IngestOptions) { self.options = options }

  /// Finds the teams and weeks that have leads.
  mutating func survey(_ segment: borrowing Segment) {
    let hasRemoved = !segment.replaced.isEmpty
    shares.append(Share(hasRemoved: hasRemoved))
    var withLeads: Set<Int> = []
    for week in segment.store.weeks {
      for team in 0...segment.teamNames.names.count
      where segment.store.count(team: team, week: week, hasRemoved: hasRemoved) > 0 {
        withLeads.insert(team)
        weeks =
          weeks.isEmpty ? week..<week + 1 : min(weeks.lowerBound, week)..<max(weeks.upperBound, week + 1)
      }
    }
    hasUnnamed = hasUnnamed || withLeads.contains(0)
    teamNames.formUnion(withLeads.filter { $0 > 0 }.map { Name(segment.teamNames.names[$0 - 1]) })
  }

  /// Lays out the table: teams in the order of their bytes, the unnamed one last.
  mutating func arrange() {
    let zone = options.zone ?? .floating
    var teams = teamNames.sorted().map { name in
      Team(name: name.text, zone: options.zone == nil ? zone : options.teamZones[name] ?? zone)
    }
    if hasUnnamed {
      let name = teams.isEmpty ? options.rules.unnamedTeam : Team.none
      teams.append(Team(name: name, isUnnamed: true, zone: zone))
    }
    table = LeadTable(
      teams: teams, firstWeek: ISOWeek(index: weeks.lowerBound), weekCount: weeks.count,
      partitions: Array(repeating: [], count: teams.count * weeks.count),
      attributes: Array(repeating: [], count: teams.count))
    positions = Array(repeating: [:], count: teams.count)
  }

  /// Enters the names, attributes and spills of the segment that is `index`th.
  mutating func translate(_ segment: borrowing Segment, _ index: Int) {
    let reps = translate(segment.reps.names, .rep)
    let managers = translate(segment.managers.names, .manager)
    let channels = translate(segment.channels.names, .channel)
    let sources = translate(segment.sources.names, .source)
    let outcomes = translate(segment.outcomes.names, .outcome)
    func renamed(_ set: Attributes) -> Attributes {
      var result = Attributes()
      if set.rep >= 0 { result.rep = reps[Int(set.rep)] }
      if set.manager >= 0 { result.manager = managers[Int(set.manager)] }
      if set.channel >= 0 { result.channel = channels[Int(set.channel)] }
      if set.source >= 0 { result.source = sources[Int(set.source)] }
      if set.outcome >= 0 { result.outcome = outcomes[Int(set.outcome)] }
      return result
    }
    let numbers = [Name: Int](uniqueKeysWithValues: zip(segment.teamNames.names.map(Name.init), 1...))
    for (number, team) in table.teams.enumerated() {
      let local = team.isUnnamed ? 0 : numbers[Name(team.name)]
      shares[index].teams.append(local)
      let sets =
        local.flatMap { $0 < segment.attributes.sets.count ? segment.attributes.sets[$0] : nil } ?? []
      let moved = sets.map { position(of: renamed($0), team: number) }
      shares[index].attributes.append(moved.elementsEqual(0..<moved.count) ? nil : moved)
    }
    shares[index].firstSpill = table.spills.count
    shares[index].isSame =
      !shares[index].hasRemoved && table.spills.isEmpty && shares[index].attributes.allSatisfy { $0 == nil }
    table.spills += segment.spills
  }

  /// The table's numbers for the names of a segment.
  private mutating func translate(_ names: [String], _ role: Role) -> [Int32] {
    var all = table.names[role] ?? []
    defer { table.names[role] = all }
    var known = [Name: Int32](uniqueKeysWithValues: zip(all.map(Name.init), 0...))
    return names.map { name in
      if let number = known[Name(name)] { return number }
      known[Name(name)] = Int32(all.count)
      all.append(name)
      return Int32(all.count - 1)
    }
  }

  private mutating func position(of set: Attributes, team: Int) -> Int {
    if let known = positions[team][set] { return known }
    positions[team][set] = table.attributes[team].count
    table.attributes[team].append(set)
    return table.attributes[team].count - 1
  }

  /// How many leads of a team the `index`th segment has in a week.
  func count(of segment: borrowing Segment, _ index: Int, _ team: Int, _ week: Int) -> Int {
    guard let local = shares[index].teams[team] else { return 0 }
    return segment.store.count(team: local, week: week, hasRemoved: shares[index].hasRemoved)
  }

  /// Moves the leads of a team in a week from the `index`th segment into `target`, from `filled` on.
  mutating func move(
    _ segment: inout Segment, _ index: Int, _ team: Int, _ week: Int,
    to target: UnsafeMutableBufferPointer<PackedLead>, _ filled: inout Int
  ) {
    let share = shares[index]
    guard let local = share.teams[team] else { return }
    let isSame = share.isSame
    // By the old position of a set, its new one where it belongs in a packed lead.
    let moved = (share.attributes[team] ?? []).map { UInt64($0) << 32 }
    unsafe segment.store.forEachPiece(team: local, week: week) { piece in
      guard !isSame else {
        unsafe (target.baseAddress! + filled).update(from: piece.baseAddress!, count: piece.count)
        filled += piece.count
        return
      }
      for position in piece.indices {
        let bits = unsafe piece[position].bits
        let isPlain = bits & 1 << 31 == 0 && bits &>> 50 != 0x3FFF
        if isPlain, moved.isEmpty {
          unsafe target[filled] = PackedLead(bits: bits)
          filled &+= 1
        } else if isPlain, case let set = moved[Int(truncatingIfNeeded: bits &>> 32) & 0x7FFF],
          set &>> 47 == 0
        {
          unsafe target[filled] = PackedLead(bits: bits & ~(0x7FFF &<< 32) | set)
          filled &+= 1
        } else if unsafe !piece[position].isRemoved {
          unsafe target[filled] = translated(piece[position], share, team)
          filled &+= 1
        }
      }
    }
    segment.store.free(team: local, week: week)
  }

  /// A lead with the table's numbers.
  private mutating func translated(_ lead: PackedLead, _ share: Share, _ team: Int) -> PackedLead {
    let moved = share.attributes[team]
    if let spill = lead.spill {
      let number = share.firstSpill + spill
      if let moved { table.spills[number].attributes = moved[table.spills[number].attributes] }
      return lead.with(code: 0x8000_0000 | UInt32(number))
    }
    guard let moved else { return lead }
    let attributes = moved[lead.attributes]
    if attributes < PackedLead.attributeLimit {
      return PackedLead(bits: lead.bits & ~(0x7FFF << 32) | UInt64(attributes) << 32)
    }
    // It no longer fits.
    table.spills.append(
      Spill(response: table.lead(lead, team: team).response, attributes: attributes, weight: 1))
    return lead.with(code: 0x8000_0000 | UInt32(table.spills.count - 1))
  }
}

extension PackedLead {
  fileprivate func with(code: UInt32) -> PackedLead {
    PackedLead(bits: bits & ~0xFFFF_FFFF | UInt64(code))
  }
}
