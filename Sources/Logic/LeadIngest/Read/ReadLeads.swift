import LeadModel

/// Reads exports, in the order given, into a table of leads and an account of every row.
///
/// - Throws: what stands in the way, all of it at once: a required column is missing, too many rows cannot
///   be read, an offset without a configured zone, an unterminated quote …
package func readLeads(_ sources: [LeadSource], options: IngestOptions) throws(Failure) -> Intake {
  throw Failure([Diagnostic(.error, "unfinished", at: nil, "reading leads is being written")])
}
