import Foundation
import Testing

/// The source `postgresql:` against a real server that the tests start by themselves.
@Suite(
  .serialized,
  .enabled(if: PostgresServer.programs != nil, "PostgreSQL is not installed: see APT_TEST in the Makefile"))
final class PostgreSQLTests {
  let scratch = Scratch()
  let server: PostgresServer

  /// Two weeks of leads of two teams: 400 rows whose values follow from their number.
  init() throws {
    server = try PostgresServer()
    try server.run(
      """
      create sequence ids;
      create table leads (lead_id integer, received_time timestamp, first_contact_time timestamp, rep_name text, team text);
      insert into leads
      select n, received, case when n % 7 > 0 then received + (n * 37 % 150) * interval '61 seconds' end,
        (array['Ann', 'Bob "the owl"', 'Cem, Jr.', 'Łucja'])[n % 4 + 1], case when n % 3 = 0 then 'South' else 'North' end
      from (select n, timestamp '2026-11-02 00:10' + n * interval '49 minutes' as received from generate_series(1, 400) n) rows;
      """)
  }

  /// Builds from a query, with a server's environment.
  func build(
    _ query: String, more: String = "", environment: [String: String] = [:], output: String = "site"
  ) throws -> Binary.Outcome {
    let indented = query.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
    scratch.write(
      "leadheat.yml",
      "leads:\n  - postgresql:\n      query: |\n\(indented)\n\(more)as_of: 2026-11-15\n")
    return try Binary.run(
      ["build", "--output", output], in: scratch.path,
      environment: server.environment.merging(environment) { $1 })
  }

  /// The downloads and the pages of the teams, without the line that counts the rows read.
  func numbers(_ site: String) -> [String: String] {
    Scratch.tree(scratch.path + "/" + site).filter {
      $0.key.hasSuffix(".csv") || $0.key.hasSuffix(".html") && $0.key.hasPrefix("teams/")
    }.mapValues { data in
      String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.contains(" rows read, ") }
        .joined(separator: "\n")
    }
  }

  func buildCSV(_ query: String) throws {
    scratch.write("leads.csv", try server.run("copy (\(query)) to stdout (format csv, header)"))
    let outcome = try Binary.run(
      ["build", "leads.csv", "--as-of", "2026-11-15", "--output", "plain"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func aQueryGivesTheNumbersOfTheSameRowsAsCSV() throws {
    let outcome = try build("select * from leads;")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 400 rows of 1 file: 400 counted"))
    try buildCSV("select * from leads")
    #expect(numbers("plain").count > 10 && numbers("site") == numbers("plain"))
  }

  /// The database groups: one row for each team, minute and response time, with the number of its leads.
  @Test func groupingInTheDatabaseGivesTheSameNumbers() throws {
    let outcome = try build(
      """
      -- Equal leads in one row.
      select team, rep_name, received_time, first_contact_time, count(*) as leads
      from (select team, rep_name, received_time, first_contact_time from leads, generate_series(1, lead_id % 3 + 1)) as all_leads
      group by 1, 2, 3, 4
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 400 rows of 1 file: 400 counted"))
    try buildCSV(
      "select team, rep_name, received_time, first_contact_time from leads, generate_series(1, lead_id % 3 + 1)"
    )
    #expect(numbers("plain").count > 10 && numbers("site") == numbers("plain"))
  }

  /// What would delete the leads, did a query get out of the transaction that only reads.
  private static let write = "commit; begin read write; delete from leads; commit; begin"

  @Test(arguments: [
    ("with gone as (delete from leads returning *) select * from gone", "read-only"),
    ("select setval('ids', 7)", "read-only"),
    ("insert into leads values (0) returning *", "read-only"),
    ("select set_config('transaction_read_only', 'off', false)", "must be set before any query"),
    ("select 1; delete from leads", "cannot open multi-query plan as cursor"),
    ("begin read write; delete from leads; commit", "cannot open multi-query plan as cursor"),
    ("delete from leads", "cannot open DELETE query as cursor"),
    ("copy leads to program 'id'", "cannot open COPY query as cursor"),
    ("select 1 \n\\! touch x", "syntax error at or near \"\\\""),
    ("select * from leads) to stdout; delete from leads; copy (select 1", "syntax error at or near \")\""),
    ("select 1) to stdout; \(write); copy (select 2", "syntax error at or near \")\""),
    ("select 1 as a$b$ ) to stdout; \(write); copy (select 2 as x -- $b$", "syntax error at or near \")\""),
    ("select 1 as ü$b$ ) to stdout; \(write); copy (select 2 as x -- $b$", "syntax error at or near \")\""),
    (
      "select 1 as \u{A0}$b$ ) to stdout; \(write); copy (select 2 as x -- $b$",
      "syntax error at or near \")\""
    ),
    (
      "select e'a'\n'\\'' ) to stdout; \(write); copy (select 2 as x --'", "syntax error at or near \")\""
    ),
  ])
  func aWriteIsRefused(query: String, reason: String) throws {
    let outcome = try build(query)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(try server.run("select count(*) from leads") == "400\n")
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/site"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/x"))
  }

  /// psql looks for neither its own commands nor its variables in a query.
  @Test func whatPsqlWouldReadOtherwiseIsTheServers() throws {
    let outcome = try build(
      #"select * from leads where E'\';\! touch x' <> ':team' and '{1,2}'::int[] = (array[1,2,3])[1:2]"#)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 400 rows of 1 file: 400 counted"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/x"))
  }

  @Test func whatTheServerRemarksIsTold() throws {
    try server.run(
      """
      create function remarking() returns boolean language plpgsql as
      $$ begin raise notice 'three rows are missing'; return true; end $$
      """)
    let outcome = try build("select leads.* from leads, (select remarking()) as once")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "note: the command 'psql' ended well, and said: psql:<stdin>:5: NOTICE:  three"),
      "\(outcome.errors)")
  }

  /// The queries that the server is running, but the one that asks.
  private func running(_ text: String) throws -> String {
    try server.run(
      """
      select count(*) from pg_stat_activity
      where state = 'active' and query like '%\(text)%' and pid <> pg_backend_pid()
      """
    ).trimmingCharacters(in: .newlines)
  }

  private func wait(until count: String, of text: String) throws {
    let deadline = Date.now + 20
    while try running(text) != count, Date.now < deadline { Thread.sleep(forTimeInterval: 0.05) }
    #expect(try running(text) == count)
  }

  @Test func aSignalEndsTheQueryAtTheServer() throws {
    scratch.write("slow.yml", "leads:\n  - postgresql: {query: select pg_sleep(301)}\n")
    let leadheat = try Binary.Running(
      [Binary.path, "check", "--config", "slow.yml"], in: scratch.path, environment: server.environment)
    try wait(until: "1", of: "pg_sleep(301)")
    #expect(kill(leadheat.id, SIGTERM) == 0)
    #expect(leadheat.outcome().status == SIGTERM)
    try wait(until: "0", of: "pg_sleep(301)")
  }

  @Test func aSlowQueryIsStopped() throws {
    let start = Date()
    let outcome = try build(
      "select leads.* from leads, (select pg_sleep(300)) as pause", more: "    timeout: 1\n")
    #expect(outcome.status == 1 && outcome.errors.contains("statement timeout"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        "\n    If it needs longer than 1 s, say so by `timeout` beside it; else have the query ask for less.\n"
      ))
    #expect(Date().timeIntervalSince(start) < 200, "the server would have slept longer")
    #expect(
      try server.run(
        "select count(*) from pg_stat_activity where query like '%pg_sleep(300)%' and pid <> pg_backend_pid()"
      )
        == "0\n")
  }

  @Test func aWrongTableIsNamedAndNoSecretIsShown() throws {
    let outcome = try build("select * from sales.laeds", environment: ["PGPASSWORD": "marker-of-a-secret"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("relation \"sales.laeds\" does not exist"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        "\n    Check the query, which has to be one SELECT or WITH … SELECT, and the server, database and user that the "
          + "environment (PGHOST …) or the service names.\n"))
    #expect(!(outcome.errors + outcome.output).contains("marker-of-a-secret"))
  }

  @Test func aServerThatIsNotThereIsTold() throws {
    for environment in [
      ["PGPORT": "1"], ["PGDATABASE": "marker-of-a-secret", "PGPASSWORD": "marker-of-a-secret"],
    ] {
      let outcome = try build("select * from leads", environment: environment)
      #expect(outcome.status == 1 && outcome.errors.contains("[command-failed]"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("marker-of-a-secret"))
    }
  }

  @Test func aServiceFileNamesTheConnection() throws {
    let file = scratch.write(
      "services.conf",
      "[crm]\nhost=127.0.0.1\nport=\(server.port)\nuser=analyst\ndbname=postgres\npassword=marker-of-a-secret\n"
    )
    scratch.write(
      "leadheat.yml",
      "leads:\n  - postgresql:\n      service: crm\n      query: select * from leads\n")
    let environment = ["PGSERVICEFILE": file, "PATH": server.environment["PATH"]!]
    let outcome = try Binary.run(["check"], in: scratch.path, environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 400 rows of 1 file: 400 counted"))
  }

  /// Names and dates in forms that a session may ask for by itself.
  @Test(arguments: [[:], ["PGDATESTYLE": "SQL, MDY"], ["PGOPTIONS": "-c datestyle=SQL,DMY"]])
  func theSessionsDateStyleChangesNothing(environment: [String: String]) throws {
    try server.run("alter role analyst set datestyle = 'German, DMY'")
    defer { _ = try? server.run("alter role analyst reset datestyle") }
    let outcome = try build("select * from leads", environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 400 rows of 1 file: 400 counted"))
    // The others would write 11/02/2026 or 02.11.2026.
    #expect(scratch.read("site/data/accounting.json")?.contains("ISO 8601, local time") == true)
  }

  /// An answer at once would be `@ 0` or `0`.
  @Test(arguments: ["postgres_verbose", "sql_standard", "iso_8601"])
  func theSessionsIntervalStyleChangesNothing(style: String) throws {
    let outcome = try build(
      "select lead_id, received_time, first_contact_time - received_time as duration from leads",
      more: "columns: {duration: duration}\n", environment: ["PGOPTIONS": "-c intervalstyle=\(style)"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 400 rows of 1 file: 400 counted"))
  }

  @Test(arguments: [
    "; -- the end", " -- the end", ";\n-- one;\n;/* two; */ ", " where team <> '; -- it''s'; -- x",
    " /* a /* ; */ ; */",
  ])
  func aCommentOrSemicolonAtTheEndChangesNothing(end: String) throws {
    let outcome = try build("select * from leads\(end)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 400 rows of 1 file: 400 counted"))
  }
}
