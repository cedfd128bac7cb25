import LeadModel

/// The contacts of activities while they are gathered, from one source after another.
struct ActivityTable: ~Copyable {
  /// Where the times are, for the account of columns.
  private var columns: [SourceAccount.Column] = []
  /// The headers and forms of those of the current part.
  private var headers: [[String]] = []
  var skippedTimes = 0
  var repeatedTimes = 0
  private var parts: [Activities.Part] = []
  private var types = ActivityFilter([])
  private var kinds = ActivityFilter([])
  private var ids = ActivityIDs()
  private var contacts: [Activities.Contact] = []
  private var people: [Activities.Person] = []
  private var numbers: [Activities.Person: UInt32] = [:]
  private var reps = NameIndex()
  private var channels = NameIndex()
  private var scratch = Scratch()

  /// Prepares for the activities of a source.
  mutating func begin(_ source: ActivitySource) {
    parts.append(Activities.Part(files: source.files.map(\.name), mapping: source.mapping.place))
    types = ActivityFilter(source.mapping.types)
    kinds = ActivityFilter(source.mapping.channels)
    headers = []
  }

  /// Takes note of a column of times, once for all files of the part that have it alike.
  mutating func note(_ role: ColumnRole, _ header: String, _ form: String, in file: String) {
    parts[parts.count - 1].timeHeaders.insert(header)
    if headers.contains([role.title, header, form]) { return }
    headers.append([role.title, header, form])
    columns.append(SourceAccount.Column(role: role.title, header: "\(file): \(header)", form: form))
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
      channel: names.channel.map { channels.number(of: $0, &scratch) } ?? -1,
      part: Int32(parts.count - 1))
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

  /// What there is to say about the types and channels of the source.
  var facts: [ActivityFact] { types.facts(.type) + kinds.facts(.channel) }

  /// What was gathered.
  consuming func activities(_ diagnostics: [Diagnostic]) -> Activities {
    var result = Activities(parts: parts, columns: columns)
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
