/// What is known of the exports of one system, as data: it only says which header means what.
package struct Preset: Hashable, Sendable {
  /// The key in a configuration: `hubspot`.
  package var name: String
  /// The system as people call it.
  package var title: String
  /// Headers that all stand in its exports and together in no other; none: it is never assumed.
  var signature: [String]
  /// Headers by role, beside the usual aliases and before them.
  package var headers: [ColumnRole: [String]]
  /// What its duration column counts, where the header does not say it.
  package var durationUnit: DurationUnit?
  /// What people should know about these exports, a sentence; nil where nothing.
  var advice: String?
  /// What to do about the first response, which these exports do not have by themselves, a sentence; nil where they do.
  package var adviceWithoutResponse: String?
}

extension Preset {
  /// The systems whose headers were seen in real exports or in the vendor's documentation. The origin's own
  /// exports and those of its sisters need none: their headers are the usual aliases.
  package static let all: [Preset] = [
    Preset(
      name: "hubspot", title: "HubSpot",
      signature: ["Record ID", "Create Date", "Contact owner"],
      headers: [
        .id: ["Record ID"], .received: ["Create Date"], .duration: ["Lead response time"],
        .rep: ["Contact owner"], .source: ["Original Source"],
      ],
      durationUnit: .milliseconds,
      advice: "Its times have whole minutes, so an answer near the threshold may be a minute off, "
        + "and its response time counts for the current owner"),
    Preset(
      name: "salesforce", title: "Salesforce",
      signature: ["Lead ID", "Lead Owner", "Create Date"],
      headers: [
        .id: ["Lead ID"], .received: ["Create Date"], .rep: ["Lead Owner"],
        .manager: ["Lead Owner: Manager"],
      ],
      adviceWithoutResponse:
        "A lead report has no first response: add a custom field with its date and time, "
        + "or a file of activities. \"Last Activity Date\" is only a date"),
    Preset(
      name: "pipedrive", title: "Pipedrive",
      signature: ["Lead - ID", "Lead - Title", "Lead - Owner"],
      headers: [
        .id: ["Lead - ID"], .received: ["Lead - Lead created", "Lead - Lead created on"],
        .rep: ["Lead - Owner"],
      ],
      adviceWithoutResponse: "Its leads have no first contact: add a file of activities"),
    Preset(
      name: "pipedrive-deals", title: "Pipedrive",
      signature: ["Deal - Deal created", "Deal - Owner"],
      headers: [.id: ["Deal - ID"], .received: ["Deal - Deal created"], .rep: ["Deal - Owner"]],
      adviceWithoutResponse: "Its deals have no first contact: add a file of activities"),
    Preset(
      name: "intercom", title: "Intercom",
      signature: ["Conversation ID", "Teammate currently assigned"],
      headers: [
        .id: ["Conversation ID"], .received: ["Conversation started at"],
        .duration: ["First response time"], .team: ["Team currently assigned"],
        .rep: ["Teammate currently assigned"], .source: ["Conversation source"],
      ],
      durationUnit: .seconds),
    Preset(
      name: "zendesk", title: "Zendesk",
      signature: ["Requester", "Assignee", "Created at", "Group"],
      headers: [
        .id: ["Id"], .received: ["Created at"], .duration: ["First reply time"], .team: ["Group"],
        .rep: ["Assignee"],
      ],
      durationUnit: .minutes),
  ]

  /// The preset of that name, or nil.
  static func named(_ name: String) -> Preset? {
    all.first { normalised($0.name) == normalised(name) }
  }

  /// The system whose signature a header has, or nil.
  static func recognise(_ header: [HeaderText]) -> Preset? {
    let keys = Set(header.flatMap { [$0.key, $0.bareKey] })
    return all.first { preset in
      !preset.signature.isEmpty && preset.signature.allSatisfy { keys.contains(normalised($0)) }
    }
  }
}
