/// What a column of an export may mean to leadheat. The raw value is the configuration's key.
package enum ColumnRole: String, ColumnVocabulary {
  case id
  case received
  /// The time of day of the receipt, where `received` is only its date.
  case receivedTimeOfDay = "received_time_of_day"
  /// The instant of the first contact, or how long it took: its values tell.
  case firstResponse = "first_response"
  /// The time of day of the first contact, where `firstResponse` is only its date.
  case firstResponseTimeOfDay = "first_response_time_of_day"
  /// How long the first response took, in a unit that its header, a preset or the configuration names.
  case duration
  case team
  case rep
  case manager
  case channel
  case source
  case outcome
  case eligible
  case within
  /// How many identical leads the row stands for.
  case leads

  /// Of a time, the role of its time of day, where that has a column of its own; nil for all others.
  var ofTimeOfDay: ColumnRole? {
    switch self {
    case .received: .receivedTimeOfDay
    case .firstResponse: .firstResponseTimeOfDay
    default: nil
    }
  }

  /// All ``aliases``, normalised once.
  static let keys = normalisedAliases()

  /// The role in words.
  package var title: String {
    switch self {
    case .id: "lead id"
    case .received: "received time"
    case .receivedTimeOfDay: "time of day of the receipt"
    case .firstResponse: "first response"
    case .firstResponseTimeOfDay: "time of day of the first response"
    case .duration: "response time"
    case .eligible: "eligible flag"
    case .within: "contacted-within flag"
    case .leads: "number of leads"
    case .team, .rep, .manager, .channel, .source, .outcome: rawValue
    }
  }

  /// The names a column of this role goes by, the canonical one first.
  var aliases: [String] {
    switch self {
    case .id: ["lead_id", "record_id", "id", "conversation_id", "ticket_id", "Lead - ID"]
    case .received:
      [
        "received_time", "received", "time_received", "created_at", "lead_time", "lead_date",
        "submission_time", "lead_created", "date_created", "timestamp", "create_date", "created_date",
        "created_time", "Lead - Lead created",
      ]
    // A column called "time" may hold anything: it has to be named.
    case .receivedTimeOfDay, .firstResponseTimeOfDay: []
    case .firstResponse:
      [
        "first_contact_time", "first_response_time", "first_response", "contacted_time", "time_contacted",
        "contacted_at", "first_message", "first_reply", "first_reply_time", "replied_at", "first_contact",
        "response_time",
      ]
    // One called "duration" may be that of a call: it has to be named too.
    case .duration:
      [
        "time_to_first_response", "time_to_first_reply", "time_to_first_contact", "time_to_contact",
        "time_to_respond", "lead_response_time", "response_duration",
      ]
    case .team: ["team", "sales_team", "team_name", "group"]
    case .rep:
      [
        "rep_name", "sales_rep", "rep", "salesperson", "agent", "owner", "assigned_to", "contact_owner",
        "lead_owner", "assignee",
      ]
    case .manager: ["manager", "ManagerPreferredName", "manager_name"]
    case .channel: ["first_contact_channel", "contact_channel", "channel"]
    case .source: ["source", "lead_source", "original_source"]
    case .outcome: ["outcome", "ordered", "sold", "converted"]
    case .eligible: ["eligible", "count_for_metrics"]
    case .within: ["contacted_within", "contacted_flag", "contacted_within_1hr", "within_1h", "within"]
    case .leads: ["leads"]
    }
  }
}

/// The columns that a kind of file may have: its roles, each with the names it goes by.
protocol ColumnVocabulary: RawRepresentable<String>, Hashable, Sendable, CaseIterable {
  /// The names a column of this role goes by, the canonical one first. They are compared after
  /// ``normalised(_:)``, and then in full: a part of a name matches nothing.
  var aliases: [String] { get }
  /// All ``aliases``, normalised, which takes longer than comparing them.
  static var keys: [Self: [String]] { get }
  /// The role in words: `first response`.
  var title: String { get }
}

extension ColumnVocabulary {
  /// The aliases of all roles, normalised.
  static func normalisedAliases() -> [Self: [String]] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.aliases.map(normalised)) })
  }
}
