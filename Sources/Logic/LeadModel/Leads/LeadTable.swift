/// Every counted lead, grouped by team and ISO week of its local received time.
///
/// Reading produces it, metrics fold it; the rows of a page lie together. Its size is eight bytes a lead
/// plus what spills.
package struct LeadTable: Sendable {
  /// The teams in order of their bytes; the unnamed one, if any, last.
  package var teams: [Team]
  /// The first week of the partitions.
  package var firstWeek: ISOWeek
  /// How many weeks there are from ``firstWeek`` on; 0 without leads.
  package var weekCount: Int
  /// `teams.count × weekCount` lists, team by team, week by week, each in the order of ``LeadOrder`` and without
  /// removed leads.
  package private(set) var partitions: [[PackedLead]]
  /// What did not fit into packed leads.
  package var spills: [Spill]
  /// Per team, the distinct sets of attributes of its leads.
  package var attributes: [[Attributes]]
  /// The names that ``Attributes`` refer to, by role.
  package var names: [Role: [String]]

  /// A table of those parts, of whose leads removed ones are left out; the counts must agree as said at each.
  package init(
    teams: [Team] = [], firstWeek: ISOWeek = ISOWeek(index: 0), weekCount: Int = 0,
    partitions: [[PackedLead]] = [], spills: [Spill] = [], attributes: [[Attributes]] = [],
    names: [Role: [String]] = [:]
  ) {
    precondition(partitions.count == teams.count * weekCount && attributes.count == teams.count)
    self.teams = teams
    self.firstWeek = firstWeek
    self.weekCount = weekCount
    self.partitions = partitions
    self.spills = spills
    self.attributes = attributes
    self.names = names
    var order = LeadOrder()
    for index in partitions.indices where !partitions[index].isEmpty {
      if partitions[index].contains(where: \.isRemoved) {
        self.partitions[index].removeAll(where: \.isRemoved)
      }
      order.sort(&self.partitions[index], spills: &self.spills)
    }
  }

  /// Takes the leads of a partition, none of them removed, and puts them in order.
  package mutating func setPartition(_ index: Int, _ leads: consuming [PackedLead], _ order: inout LeadOrder)
  {
    partitions[index] = leads
    order.sort(&partitions[index], spills: &spills)
  }

  /// The weeks that partitions cover, the last included; nil without leads.
  package var weeks: ClosedRange<ISOWeek>? {
    weekCount == 0 ? nil : firstWeek...ISOWeek(index: firstWeek.index + weekCount - 1)
  }

  /// The leads of a team (position in ``teams``) in a week; none outside ``weeks``.
  package func leads(team: Int, week: ISOWeek) -> [PackedLead] {
    let position = week.index - firstWeek.index
    return position < 0 || position >= weekCount ? [] : partitions[team * weekCount + position]
  }

  /// Those of all teams.
  package var rows: some Sequence<PackedLead> { partitions.joined() }

  /// What a packed lead of a team says, in full.
  package func lead(_ packed: PackedLead, team: Int) -> Lead {
    let response: Response
    var (position, weight) = (packed.attributes, 1)
    if let index = packed.spill {
      let spill = spills[index]
      (response, position, weight) = (spill.response, spill.attributes, spill.weight)
    } else {
      switch packed.code {
      case PackedLead.never: response = .never
      case PackedLead.anomaly: response = .anomaly
      case PackedLead.flagged: response = .flagged
      default: response = .after(Int64(packed.code) * 1_000_000)
      }
    }
    return Lead(
      minuteOfWeek: packed.minuteOfWeek, response: response, weight: weight,
      pendingCount: packed.pendingCount, attributes: attributes[team][position])
  }
}

/// A team as the rows name it.
package struct Team: Hashable, Sendable {
  /// The name of the unnamed one beside others.
  package static let none = "(no team)"

  /// The name to show: trimmed; for the unnamed one ``none``, or the configured name where all are blank.
  package var name: String
  /// Whether its rows name no team. A team that is called `(no team)` is another one.
  package var isUnnamed: Bool
  /// The zone of its weekdays, slots and shifts.
  package var zone: ZoneRules

  /// A team.
  package init(name: String, isUnnamed: Bool = false, zone: ZoneRules) {
    self.name = name
    self.isUnnamed = isUnnamed
    self.zone = zone
  }
}

/// What a row may say about a lead besides its times and team.
package enum Role: String, Hashable, Sendable, CaseIterable {
  case rep, manager, channel, source, outcome
}

/// One combination of names, as positions in ``LeadTable/names``; -1 where the row says nothing.
package struct Attributes: Hashable, Sendable {
  /// Who answered, or is to answer.
  package var rep: Int32 = -1
  /// Whose team that is.
  package var manager: Int32 = -1
  /// The way of the first contact.
  package var channel: Int32 = -1
  /// Where the lead came from.
  package var source: Int32 = -1
  /// What became of it.
  package var outcome: Int32 = -1

  /// Nothing said.
  package init() {}

  /// The position of the name for a role, or nil.
  package subscript(role: Role) -> Int? {
    get {
      let position =
        switch role {
        case .rep: rep
        case .manager: manager
        case .channel: channel
        case .source: source
        case .outcome: outcome
        }
      return position < 0 ? nil : Int(position)
    }
    set {
      let position = Int32(newValue ?? -1)
      switch role {
      case .rep: rep = position
      case .manager: manager = position
      case .channel: channel = position
      case .source: source = position
      case .outcome: outcome = position
      }
    }
  }
}

/// One row's lead, unpacked.
package struct Lead: Hashable, Sendable {
  /// Minutes since Monday 00:00 in the team's zone, 0–10,079.
  package var minuteOfWeek: Int
  /// How it was answered.
  package var response: Response
  /// How many identical leads the row stands for.
  package var weight: Int
  /// For how many thresholds, from the highest down, it is too young to be judged.
  package var pendingCount: Int
  /// Who, how and from where.
  package var attributes: Attributes
}
