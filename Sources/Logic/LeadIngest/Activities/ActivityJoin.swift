import LeadModel

/// What the rows of leads took from a source of activities.
struct ActivityJoin {
  /// By number of the id, how many of its activities precede the receipt of its last row; -1 without a row.
  var before: [Int32]
  /// The ids of the first leads that have no activities.
  private(set) var strangers: [[UInt8]] = []
  /// The segment's numbers for the names of the activities; -2 where not asked yet.
  fileprivate var reps: [Int32]
  fileprivate var channels: [Int32]

  init(_ activities: Activities) {
    before = Array(repeating: -1, count: activities.ids.count)
    reps = Array(repeating: -2, count: activities.reps.count)
    channels = Array(repeating: -2, count: activities.channels.count)
  }

  /// Takes note of a lead that has no activities.
  fileprivate mutating func note(stranger id: FieldBytes) {
    // Enough to see what is wrong where no lead has any.
    if strangers.count < 1_000 { strangers.append(id.bytes) }
  }
}

extension Segment {
  /// The first contact of the lead with an id at or after an instant, by the activities of its source.
  @inline(never)
  mutating func firstContact(of field: FieldBytes, notBefore start: Int64) -> Activities.Contact? {
    guard let source = activitySource, let activities = settings.activities[source] else { return nil }
    let id = self.id(field)
    guard id.count > 0 else { return nil }
    guard let number = activities.ids.find(id) else {
      joins[source]?.note(stranger: id)
      return nil
    }
    let (contact, before) = activities.firstContact(of: number, notBefore: start)
    joins[source]?.before[number] = Int32(clamping: before)
    return contact
  }

  /// Completes what a row says about its lead by what its first contact says.
  @inline(never)
  mutating func complete(_ set: inout Attributes, by contact: Activities.Contact) {
    guard let source = activitySource, let activities = settings.activities[source] else { return }
    let person = activities.people[Int(contact.person & ~Activities.Contact.earlier)]
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
  /// What is to be said of activities of which leads were read.
  func facts(about activities: Activities, _ source: Int) -> [ActivityFact] {
    var before = [Int32](repeating: -1, count: activities.ids.count)
    var leads: [[UInt8]] = []
    for index in 0..<count {
      with(index) { segment in
        guard let join = segment.joins[source] else { return }
        for number in before.indices { before[number] = max(before[number], join.before[number]) }
        leads += join.strangers
      }
    }
    func rows(_ number: Int) -> Int { activities.contacts(of: number).count { !$0.isEarlierOfTwo } }
    let strangers = before.indices.filter { before[$0] < 0 }
    let unknown = strangers.reduce(0) { $0 + rows($1) }
    let early = before.reduce(0) { $0 + max(0, Int($1)) }
    let facts: [ActivityFact] =
      early == 0 ? [] : [.early(early, of: before.indices.reduce(0) { $0 + rows($1) } - unknown)]
    guard let first = strangers.first else { return facts }
    if strangers.count == before.count { return [activities.noLeads(unknown, like: leads)] }
    let example = String(decoding: activities.ids[first], as: UTF8.self)
    return [.unknownLeads(unknown, ids: strangers.count, example: example)] + facts
  }
}

extension Activities {
  /// That none of so many activities is of any lead, with ids that show why: of an activity and of a lead that are the
  /// same without what makes Salesforce's ids of 18 characters of those of 15, else the first ones.
  fileprivate func noLeads(_ rows: Int, like leads: [[UInt8]]) -> ActivityFact {
    let short = Dictionary(leads.compactMap { id in id.short.map { ($0, id) } }) { first, _ in first }
    let twin = (0..<ids.count).lazy.compactMap { number in
      ids[number].short.flatMap { short[$0] }.map { (activity: ids[number], lead: $0) }
    }.first { $0.activity.count != $0.lead.count }
    let lead = twin?.lead ?? leads.first
    return .noLeads(
      rows, example: String(decoding: twin?.activity ?? ids[0], as: UTF8.self),
      lead: lead.map { String(decoding: $0, as: UTF8.self) }, areOfTwoLengths: twin != nil)
  }
}

extension RandomAccessCollection<UInt8> {
  /// Of an id of Salesforce the 15 characters that both of its forms begin with; nil for others.
  fileprivate var short: [UInt8]? { count == 15 || count == 18 ? Array(prefix(15)) : nil }
}
