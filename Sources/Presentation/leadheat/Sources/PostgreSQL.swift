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
    let inherited = ProcessInfo.processInfo.environment["PGOPTIONS"].map { $0 + " " } ?? ""
    var environment = [
      "PGOPTIONS": inherited + "-c default_transaction_read_only=on -c statement_timeout=\(timeout)s",
      // An option would lose to such a variable of the person's own.
      "PGDATESTYLE": "ISO",
    ]
    environment["PGSERVICE"] = service
    return CommandSource(
      arguments: ["psql", "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-"],
      input: "COPY (\n\(statement)\n) TO STDOUT (FORMAT csv, HEADER);\n", environment: environment,
      // The server stops the statement first; this is for a connection that hangs.
      timeout: timeout + 10, query: self)
  }

  /// The query without what stands behind its end, where it could not be put in parentheses: semicolons, and comments
  /// behind or between them.
  private var statement: String {
    // Words, strings, quoted names, comments, and single characters for all else.
    let token =
      #/\w{2,}|[eE]'(?:[^'\\]|\\.)*'|'[^']*'|"[^"]*"|\$(\w*)\$.*?\$\1\$|--[^\n]*|\/\*.*?\*\/|./#
      .dotMatchesNewlines()
    let last = text.matches(of: token).last { match in
      let token = match.output.0
      return !token.hasPrefix("--") && !token.hasPrefix("/*") && token != ";"
        && !token.allSatisfy(\.isWhitespace)
    }
    return String(text[..<(last?.range.upperBound ?? text.startIndex)])
  }
}
