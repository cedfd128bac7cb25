/// What a column of a file of activities may mean. The raw value is the configuration's key.
package enum ActivityColumn: String, ColumnVocabulary {
  /// The id of the lead that was contacted.
  case id
  /// When it was contacted.
  case time
  /// Its time of day, where `time` is only its date.
  case timeOfDay = "time_of_day"
  case type
  case channel
  case rep

  /// All ``aliases``, normalised once.
  static let keys = normalisedAliases()

  /// The role in words.
  var title: String {
    switch self {
    case .id: "lead id"
    case .time: "time of the activity"
    case .timeOfDay: "time of day of the activity"
    case .type: "type of the activity"
    case .channel, .rep: rawValue
    }
  }

  /// The names a column of this role goes by, the canonical one first.
  var aliases: [String] {
    switch self {
    // A lone `id` is that of the activity itself, and so is HubSpot's `Record ID`.
    case .id:
      [
        "lead_id", "contact_id", "conversation_id", "ticket_id", "deal_id", "who_id", "associated_lead_id",
        "associated_contact_id", "Lead - ID", "Deal - ID",
      ]
    case .time:
      [
        "activity_time", "time", "timestamp", "activity_date", "contact_time", "contacted_at", "call_time",
        "occurred_at", "started_at", "start_time", "sent_at", "completed_at", "completed_date", "created_at",
        "created_date", "created_time", "create_date", "date_created", "date",
      ]
    // As with leads, it has to be named.
    case .timeOfDay: []
    case .type: ["activity_type", "type", "task_type", "task_subtype"]
    case .channel: ["channel", "contact_channel", "medium"]
    case .rep: ColumnRole.rep.aliases + ["user", "user_name", "created_by", "performed_by"]
    }
  }
}
