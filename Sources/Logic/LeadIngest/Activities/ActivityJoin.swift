import LeadModel

/// What the rows of leads took from their activities.
struct ActivityJoin {
  /// By number of the id, the receipt of its row that counts; ``unknown`` without a row.
  fileprivate(set) var receipts: [Int64]
  /// The ids of the first leads.
  private(set) var leads: [[UInt8]] = []
  /// The segment's numbers for the names of the activities; -2 where not asked yet.
  fileprivate var reps: [Int32]
  fileprivate var channels: [Int32]

  init(_ activities: Activities) {
    receipts = Array(repeating: ActivityJoin.unknown, count: activities.ids.count)
    reps = Array(repeating: -2, count: activities.reps.count)
    channels = Array(repeating: -2, count: activities.channels.count)
  }

  /// Earlier than any receipt.
  static let unknown = Int64.min

  /// Takes note of the id of a lead.
  fileprivate mutating func note(_ id: FieldBytes) {
    // Enough to see what is wrong where no activity is of any lead.
    if leads.count < 1_000 { leads.append(id.bytes) }
  }
}

extension Segment {
  /// The first contact of the lead with an id that was received then, by the activities of its source.
  @inline(never)
  mutating func firstContact(of field: FieldBytes, received: Int64) -> Activities.Contact? {
    guard let source = activitySource, let activities = settings.activities[source] else { return nil }
    let id = self.id(field)
    guard id.count > 0 else { return nil }
    joins[source]?.note(id)
    guard let number = activities.ids.find(id) else { return nil }
    joins[source]?.receipts[number] = received
    return activities.firstContact(of: number, notBefore: received &- settings.clockSkew)
  }

  /// Compares a row whose id an earlier row has with that one, if there are activities of the id.
  @inline(never)
  func compareWithReceipt(_ id: FieldBytes, at time: Int64, _ part: inout PartAccount) {
    guard let source = activitySource, let number = settings.activities[source]?.ids.find(id),
      let receipt = joins[source]?.receipts[number], receipt != ActivityJoin.unknown
    else { return }
    if time < receipt { part.beforeReceipt += 1 }
    if time > receipt { part.afterReceipt += 1 }
  }

  /// Completes what a row says about its lead by what its first contact says.
  @inline(never)
  mutating func complete(_ set: inout Attributes, by contact: Activities.Contact) {
    guard let source = activitySource, let activities = settings.activities[source] else { return }
    let person = activities.person(of: contact)
    if set.rep < 0, person.rep >= 0, case let position = Int(person.rep) {
      set.rep = known(&joins[source]!.reps[position], in: &reps, activities.reps[position])
    }
    if set.channel < 0, person.channel >= 0, case let position = Int(person.channel) {
      set.channel = known(
        &joins[source]!.channels[position], in: &channels, activities.channels[position])
    }
  }
}

/// The number of a name, asked for once.
private func known(_ number: inout Int32, in names: inout NameIndex, _ name: String) -> Int32 {
  if number == -2 { number = names.number(of: name) }
  return number
}

extension Segments {
  /// What is to be said of activities of which leads were read, for each of their parts.
  func facts(about activities: Activities, _ source: Int) -> [[ActivityFact]] {
    var receipts = [Int64](repeating: ActivityJoin.unknown, count: activities.ids.count)
    var leads: [[UInt8]] = []
    for index in 0..<count {
      with(index) { segment in
        guard let join = segment.joins[source] else { return }
        for number in receipts.indices { receipts[number] = max(receipts[number], join.receipts[number]) }
        leads += join.leads
      }
    }
    var tallies = [ActivityTally](repeating: ActivityTally(), count: activities.parts.count)
    for (id, receipt) in receipts.enumerated() {
      let isOfLead = receipt != ActivityJoin.unknown
      for contact in activities.contacts(of: id) where !contact.isEarlierOfTwo {
        tallies[Int(activities.person(of: contact).part)].add(
          id, isOfLead: isOfLead, isEarly: isOfLead && contact.time < receipt - settings.clockSkew)
      }
    }
    return tallies.map { $0.facts(activities.ids, leads) }
  }
}

/// How many activities of a part are of leads, and how many are not.
private struct ActivityTally {
  private var ofLeads = 0
  private var early = 0
  private var ofNoLead = 0
  /// The numbers of the ids of those of no lead, each once.
  private var strangers: [Int] = []

  /// Adds an activity; those of an id come one after another.
  mutating func add(_ id: Int, isOfLead: Bool, isEarly: Bool) {
    if isOfLead { ofLeads += 1 } else { ofNoLead += 1 }
    if isEarly { early += 1 }
    if !isOfLead, strangers.last != id { strangers.append(id) }
  }

  /// What is to be said of them. The ids of the first leads may show why none is of a lead.
  func facts(_ ids: ActivityIDs, _ leads: [[UInt8]]) -> [ActivityFact] {
    var facts: [ActivityFact] = []
    if let first = strangers.first {
      if ofLeads == 0 { return [noLeads(ids, leads)] }
      facts.append(.unknownLeads(ofNoLead, ids: strangers.count, example: text(ids[first])))
    }
    if early > 0 { facts.append(.early(early, of: ofLeads)) }
    return facts
  }

  /// That none of them is of a lead, with ids that show why: of an activity and of a lead that are the same without
  /// what makes Salesforce's ids of 18 characters of those of 15, else the first ones.
  private func noLeads(_ ids: ActivityIDs, _ leads: [[UInt8]]) -> ActivityFact {
    let short = Dictionary(leads.compactMap { id in id.short.map { ($0, id) } }) { first, _ in first }
    let twin = strangers.lazy.compactMap { number in
      ids[number].short.flatMap { short[$0] }.map { (activity: ids[number], lead: $0) }
    }.first { $0.activity.count != $0.lead.count }
    return .noLeads(
      ofNoLead, example: text(twin?.activity ?? ids[strangers[0]]),
      lead: (twin?.lead ?? leads.first).map { text($0[...]) }, areOfTwoLengths: twin != nil)
  }

  private func text(_ id: ArraySlice<UInt8>) -> String { String(decoding: id, as: UTF8.self) }
}

extension RandomAccessCollection<UInt8> {
  /// Of an id of Salesforce the 15 characters that both of its forms begin with; nil for others.
  fileprivate var short: [UInt8]? { count == 15 || count == 18 ? Array(prefix(15)) : nil }
}
