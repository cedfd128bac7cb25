import LeadModel

/// Who contacted which lead when: by the id of the lead, in the order of time.
struct Activities: Sendable {
  /// The sources that are taken together.
  var parts: [Part]
  /// Where the times are, for the account of columns.
  var columns: [SourceAccount.Column]
  var ids = ActivityIDs()
  /// By id, in the order of time.
  private(set) var contacts: [Contact] = []
  /// By number of the id, where its contacts begin; and their end.
  private(set) var starts: [UInt32] = []
  /// The combinations of names that contacts refer to.
  var people: [Person] = []
  var reps: [String] = []
  var channels: [String] = []
  /// Notes and warnings of reading them.
  var diagnostics: [Diagnostic] = []
  var skippedTimes = 0
  var repeatedTimes = 0

  /// One source of them.
  struct Part: Sendable {
    /// The names of its files, for diagnostics.
    var files: [String]
    /// Where the configuration describes it, if it does.
    var mapping: Place?
    /// The headers of their times.
    var timeHeaders: Set<String> = []
    /// For what concerns all of them.
    var name: String { files.first ?? "" }
  }

  /// One activity, in sixteen bytes.
  struct Contact: Hashable, Sendable {
    /// Microseconds since 1970 UTC.
    var time: Int64
    /// The number of the lead's id.
    var id: UInt32
    /// The position in ``Activities/people``; its highest bit marks the earlier of the two instants of a local time
    /// that a clock change repeats. The later one follows as a contact of its own.
    var person: UInt32

    static let earlier: UInt32 = 1 << 31
    var isEarlierOfTwo: Bool { person & Contact.earlier != 0 }
  }

  /// Who, and how: positions of names; -1 where the activity says nothing. And the position of the part that says it.
  struct Person: Hashable, Sendable {
    var rep: Int32
    var channel: Int32
    var part: Int32
  }

  /// No activities, of those sources.
  init(parts: [Part], columns: [SourceAccount.Column]) {
    self.parts = parts
    self.columns = columns
  }

  /// Takes the contacts, in any order.
  mutating func arrange(_ found: consuming [Contact]) {
    found.sort { ($0.id, $0.time, $0.person) < ($1.id, $1.time, $1.person) }
    contacts = found
    starts = [UInt32](repeating: UInt32(contacts.count), count: ids.count + 1)
    for position in contacts.indices.reversed() { starts[Int(contacts[position].id)] = UInt32(position) }
  }

  /// Who made a contact, and how.
  func person(of contact: Contact) -> Person { people[Int(contact.person & ~Contact.earlier)] }

  /// The contacts of an id.
  func contacts(of id: Int) -> ArraySlice<Contact> { contacts[Int(starts[id])..<Int(starts[id + 1])] }

  /// The first contact of an id at or after an instant.
  func firstContact(of id: Int, notBefore start: Int64) -> Contact? {
    contacts(of: id).first { $0.time >= start }
  }
}
