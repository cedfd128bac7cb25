/// What reading the leads gave: the table, and an account of every row.
package struct Intake: Sendable {
  /// The counted leads.
  package var table: LeadTable
  /// One per file, in the order read.
  package var sources: [SourceAccount]
  /// Rows that could not be read, in order, up to a limit; ``SourceAccount/rejected`` counts all.
  package var rejectedRows: [RejectedRow]
  /// Facts for people: warnings and notes. Errors are thrown instead.
  package var diagnostics: [Diagnostic]
  /// The earliest received time of all readable rows; nil without any.
  package var firstReceived: Instant?
  /// Where the row with that time stands; nil where that is not known.
  package var firstPlace: Place?
  /// Leads are judged up to here: `as_of`, or the latest received time of all readable rows; nil without any.
  package var cutoff: Instant?
  /// The zone of the report, floating where neither offsets nor a zone were given.
  package var zone: ZoneRules
  /// Local times that a clock change skipped, counted over all time fields.
  package var skippedTimes = 0
  /// Local times that occurred twice, counted likewise.
  package var repeatedTimes = 0
  /// Whether it is of all teams. Else leads of others were taken out: then ``sources`` is a single account, of the
  /// counted rows of the team that is left, and nothing is told of the rest of what was read.
  package var isWhole = true
  /// Rows whose flag "contacted within" said otherwise than their times; the times won.
  package var contradictedFlags = 0

  /// The result of reading.
  package init(
    table: LeadTable, sources: [SourceAccount] = [], rejectedRows: [RejectedRow] = [],
    diagnostics: [Diagnostic] = [], firstReceived: Instant? = nil, cutoff: Instant? = nil,
    zone: ZoneRules = .floating
  ) {
    self.table = table
    self.sources = sources
    self.rejectedRows = rejectedRows
    self.diagnostics = diagnostics
    self.firstReceived = firstReceived
    self.cutoff = cutoff
    self.zone = zone
  }
}

/// The fates of one file's data rows. Their sum is the rows read: checked on every build.
package struct SourceAccount: Hashable, Sendable {
  /// A count of rows and of the leads (weights) they stand for. A rejected row stands for no known weight.
  package struct Tally: Hashable, Sendable {
    /// Rows of a file.
    package var rows = 0
    /// The sum of their weights.
    package var leads = 0
    /// That many of both.
    package init(rows: Int = 0, leads: Int = 0) {
      self.rows = rows
      self.leads = leads
    }
  }

  /// The file's name as shown on the site: never a folder of the machine that built it.
  package var name: String
  /// Data rows: not preamble, footer or blank lines.
  package var read = Tally()
  /// Rows that cannot be read.
  package var rejected = Tally()
  /// Rows whose flag says that the lead is not eligible.
  package var notEligible = Tally()
  /// Rows received after `as_of`.
  package var afterCutoff = Tally()
  /// Rows with an id that another row has, which is taken instead.
  package var duplicate = Tally()
  /// Rows that all numbers are of.
  package var counted = Tally()
  /// How the columns were understood, in the file's order: role, header, how the values are written.
  package var columns: [Column] = []
  /// How its text is written in bytes: `UTF-8`, `UTF-16`, `Windows-1252`.
  package var encoding = "UTF-8"
  /// Whether it says when leads were answered; false where it has nothing but a flag for the headline threshold, so
  /// that a lead that was not answered in time may have been answered later.
  package var tellsTimes = true

  /// What one column was taken for.
  package struct Column: Hashable, Sendable {
    /// `received`, `first response`, `team` …
    package var role: String
    /// As in the file.
    package var header: String
    /// `ISO 8601, local time`; empty for text.
    package var form: String
    /// A column that is used.
    package init(role: String, header: String, form: String) {
      self.role = role
      self.header = header
      self.form = form
    }
  }

  /// Nothing read yet from a file of that name.
  package init(name: String) { self.name = name }
}

/// A row that could not be read, and why.
package struct RejectedRow: Hashable, Sendable {
  /// File, line where the row begins, and the header of the column at fault in `key`.
  package var place: Place
  /// The text at fault, shortened; empty where a row has the wrong number of fields.
  package var text: String
  /// What is wrong with it, and what would be right.
  package var reason: String

  /// A rejected row.
  package init(place: Place, text: String, reason: String) {
    self.place = place
    self.text = text
    self.reason = reason
  }
}
