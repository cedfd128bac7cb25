import Foundation

/// A query of PostgreSQL, as the configuration has it.
struct PostgreSQLQuery: Hashable, Sendable {
  var text: String
  /// The entry of a service file; nil where the environment names the server.
  var service: String?
  /// Seconds after which the server stops the statement.
  var timeout: Int

  /// The query run by PostgreSQL's own `psql`: read-only, with a statement timeout, and with nothing about the
  /// connection but what `psql` finds in the environment (`PGHOST`, `PGPASSWORD` …) or in a service file.
  ///
  /// The query goes by standard input, so that no list of processes shows it.
  var command: CommandSource {
    var query = text.trimmingCharacters(in: .whitespacesAndNewlines)
    while query.hasSuffix(";") {
      query = String(query.dropLast()).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let inherited = ProcessInfo.processInfo.environment["PGOPTIONS"].map { $0 + " " } ?? ""
    var environment = [
      "PGOPTIONS": inherited
        + "-c default_transaction_read_only=on -c statement_timeout=\(timeout)s -c datestyle=ISO"
    ]
    environment["PGSERVICE"] = service
    return CommandSource(
      arguments: ["psql", "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-"],
      input: "COPY (\n\(query)\n) TO STDOUT (FORMAT csv, HEADER);\n", environment: environment,
      // The server stops the statement first; this is for a connection that hangs.
      timeout: timeout + 10, query: self)
  }
}
