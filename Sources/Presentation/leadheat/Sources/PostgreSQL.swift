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
  private var statement: Substring { text[..<end] }

  private var end: String.Index {
    let last = tokens.last { token in
      !token.hasPrefix("--") && !token.hasPrefix("/*") && token != ";" && !token.allSatisfy(\.isWhitespace)
    }
    return last?.endIndex ?? text.startIndex
  }

  /// What is not part of one query, the first such thing: a semicolon before its end, a parenthesis that nothing
  /// opened, or the backslash of psql's own commands. With it the text could end what it is put into, and go on as it
  /// likes.
  var stray: String? {
    let end = end
    var depth = 0
    for token in tokens where token.startIndex < end {
      if token == "(" { depth += 1 }
      if token == ")" { depth -= 1 }
      if depth < 0 || token == ";" || token == "\\" { return String(token) }
    }
    return nil
  }

  /// Words, strings, quoted names, comments, and single characters for all else.
  private var tokens: [Substring] {
    let token =
      #/\w{2,}|[eE]'(?:[^'\\]|\\.)*'|'[^']*'|"[^"]*"|\$(\w*)\$.*?\$\1\$|--[^\n]*|\/\*.*?\*\/|./#
      .dotMatchesNewlines()
    return text.matches(of: token).map(\.output.0)
  }
}
