import LeadModel

/// Activities of some leads: files with a row for each call, mail and so on, joined by the id of the lead.
package struct ActivitySource: Sendable {
  /// The files, whose activities are taken together.
  package var files: [File]
  /// What the configuration says about them.
  var mapping: ActivityMapping
  /// The zone of times that carry no offset; nil for the one that their header names, else the report's.
  var zone: ZoneRules?

  /// A file, or what a command writes.
  package struct File: Sendable {
    /// For diagnostics: the path as given.
    package var name: String
    /// What it is called on the site.
    package var siteName: String
    /// Where its bytes come from.
    var bytes: ByteSource

    /// A file.
    package init(name: String, siteName: String, bytes: ByteSource) {
      self.name = name
      self.siteName = siteName
      self.bytes = bytes
    }
  }

  /// Activities.
  package init(files: [File], mapping: ActivityMapping = ActivityMapping(), zone: ZoneRules? = nil) {
    self.files = files
    self.mapping = mapping
    self.zone = zone
  }
}

/// What the configuration says about a source of activities. Empty where it says nothing.
package struct ActivityMapping: Hashable, Sendable {
  /// The header that plays a role, as the person wrote it.
  package var headers: [ActivityColumn: String] = [:]
  /// The types that are first responses, capital and small letters alike; empty for all.
  package var types: [String] = []
  /// The same of channels.
  package var channels: [String] = []
  /// How its text is declared to be written; nil to recognise it.
  package var encoding: TextEncoding?
  /// The order of day and month in `1/2/2024`; nil leaves it to the evidence of the column.
  package var dateOrder: DateOrder?
  /// Where the configuration says so, with `key` its path (`leads[0].activities`); nil without one.
  package var place: Place?

  /// Nothing is said.
  package init() {}
}
