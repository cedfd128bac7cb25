import LeadModel

/// The contacts of activities while they are gathered.
struct ActivityTable: ~Copyable {
  /// Where the times are, for the account of columns; of the first file.
  var columns: [SourceAccount.Column] = []
  var skippedTimes = 0
  var repeatedTimes = 0
  private var types: ActivityFilter
  private var kinds: ActivityFilter
  private var ids = ActivityIDs()
  private var contacts: [Activities.Contact] = []
  private var people: [Activities.Person] = []
  private var numbers: [Activities.Person: UInt32] = [:]
  private var reps = NameIndex()
  private var channels = NameIndex()
  private var scratch = Scratch()

  init(_ mapping: ActivityMapping) {
    types = ActivityFilter(mapping.types)
    kinds = ActivityFilter(mapping.channels)
  }

  /// Whether an activity is asked for; nil for what the file has no column for.
  mutating func admits(type: FieldBytes?, channel: FieldBytes?) -> Bool {
    let isType = type.map { types.admits($0, &scratch) } ?? true
    let isChannel = channel.map { kinds.admits($0, &scratch) } ?? true
    return isType && isChannel
  }

  /// Adds a contact.
  mutating func add(
    _ id: FieldBytes, _ time: Int64, _ names: (rep: FieldBytes?, channel: FieldBytes?),
    isEarlierOfTwo: Bool = false
  ) {
    let person = Activities.Person(
      rep: names.rep.map { reps.number(of: $0, &scratch) } ?? -1,
      channel: names.channel.map { channels.number(of: $0, &scratch) } ?? -1)
    let number = numbers[person] ?? UInt32(people.count)
    if number == people.count {
      people.append(person)
      numbers[person] = number
    }
    contacts.append(
      Activities.Contact(
        time: time, id: UInt32(ids.number(of: id)),
        person: isEarlierOfTwo ? number | Activities.Contact.earlier : number))
  }

  /// What there is to say about types and channels.
  var facts: [ActivityFact] { types.facts(.type) + kinds.facts(.channel) }

  /// What was gathered.
  consuming func activities(name: String, mapping: Place?, diagnostics: [Diagnostic]) -> Activities {
    var result = Activities(name: name, columns: columns)
    result.mapping = mapping
    result.ids = ids
    result.people = people
    result.reps = reps.names
    result.channels = channels.names
    result.skippedTimes = skippedTimes
    result.repeatedTimes = repeatedTimes
    result.diagnostics = diagnostics
    result.arrange(contacts)
    return result
  }
}
