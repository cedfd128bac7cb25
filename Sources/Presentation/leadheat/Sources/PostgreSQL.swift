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
  /// The query goes by standard input, so that no list of processes shows it, and as a text, so that `psql` does not
  /// look into it for its own commands.
  ///
  /// It could end the COPY that it is put into and go on as it likes, out of the read-only transaction, so the server
  /// itself has to take it for a single query before: it opens a cursor for none but that, and does not run it yet.
  var command: CommandSource {
    let inherited = ProcessInfo.processInfo.environment["PGOPTIONS"].map { $0 + " " } ?? ""
    var environment = [
      "PGOPTIONS": inherited
        + "-c default_transaction_read_only=on -c statement_timeout=\(timeout)s -c intervalstyle=postgres",
      // An option would lose to such a variable of the person's own.
      "PGDATESTYLE": "ISO",
    ]
    environment["PGSERVICE"] = service
    return CommandSource(
      arguments: ["psql", "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-"],
      input: """
        \\set query \(PostgreSQLQuery.argument(statement))
        SELECT
          format('DO %L', format('DECLARE leads refcursor; BEGIN OPEN leads FOR EXECUTE %L; END', :'query')),
          format(E'COPY (\\n%s\\n) TO STDOUT (FORMAT csv, HEADER)', :'query')
        \\gexec

        """, environment: environment,
      // The server stops the statement first; this is for a connection that hangs.
      timeout: timeout + 10, query: self)
  }

  /// The query without what stands behind its end, where it could not be put in parentheses: semicolons, and comments
  /// behind or between them.
  var statement: Substring { text[..<end] }

  private var end: String.Index {
    let last = tokens.last { token in
      !token.hasPrefix("--") && !token.hasPrefix("/*") && token != ";" && !token.allSatisfy(\.isWhitespace)
    }
    return last?.endIndex ?? text.startIndex
  }

  /// A text as an argument of one of psql's own commands, which ends with its line. But for plain characters its bytes
  /// are written as numbers, so that it is one argument whatever encoding psql takes it for.
  private static func argument(_ text: Substring) -> String {
    let bytes = text.utf8.map { byte in
      let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
      let digits = String(byte, radix: 8)
      return isPlain
        ? String(Unicode.Scalar(byte)) : "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return "'" + bytes.joined() + "'"
  }

  /// Words, strings, quoted names, comments, and single characters for all else.
  private var tokens: [Substring] {
    let token =
      #/\w{2,}|[eE]'(?:[^'\\]|\\.)*'|'[^']*'|"[^"]*"|\$(\w*)\$.*?\$\1\$|--[^\n]*|\/\*.*?\*\/|./#
      .dotMatchesNewlines()
    return text.matches(of: token).map(\.output.0)
  }
}
