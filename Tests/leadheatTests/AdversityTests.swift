import Foundation
import Testing

@testable import leadheat

/// What the world may do to a build: each time a clear message, status 1, and the former site as it was.
@Suite struct AdversityTests {
  let scratch = Scratch()

  /// Builds a site of six leads, does what `arguments` say into the same folder, and checks that nothing changed.
  func expectFailure(
    _ arguments: [String], wrapper: [String] = [], environment: [String: String] = [:], _ errors: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    scratch.write("good.csv", CommandLineTests.leads)
    let good = try Binary.run(["build", "good.csv", "--output", "site"], in: scratch.path)
    #expect(good.status == 0, sourceLocation: location)
    let former = Scratch.tree(scratch.path + "/site")
    let outcome = try Binary.run(
      ["build"] + arguments + ["--output", "site"], in: scratch.path, environment: environment,
      wrapper: wrapper)
    #expect(outcome.status == 1, sourceLocation: location)
    #expect(outcome.errors == errors, sourceLocation: location)
    #expect(Scratch.tree(scratch.path + "/site") == former, sourceLocation: location)
  }

  /// A file of that many bytes, of which only `text` is on the disk.
  private func sparse(_ name: String, _ text: String, size: UInt64) throws {
    let path = scratch.write(name, text)
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: size)
    try file.close()
  }

  @Test func aLineOfAGigabyte() throws {
    let header = "lead_id,received_time,first_contact_time\n"
    for (name, text, line) in [
      ("line.csv", "x", 1), ("row.csv", header, 2), ("quoted.csv", header + "\"", 2),
    ] {
      try sparse(name, text, size: 1 << 30)
      let fault =
        name == "quoted.csv"
        ? "the quote that opens here is not closed within 16 MiB, and no row may be longer [row-endless]\n"
          + "    Close it, or double it if it belongs to the text; leave so long a text out of the export.\n"
        : "the row that begins here is longer than 16 MiB [row-endless]\n"
          + "    Give a text file with one row to a line.\n"
      try expectFailure([name], "\(name):\(line): error: \(fault)")
    }
  }

  @Test func whatIsNoFile() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/folder.csv", withIntermediateDirectories: true)
    let remedy = " [file-unreadable]\n    Check the path and its permissions.\n"
    let error = "error: the lead file cannot be read: "
    try expectFailure(["folder.csv"], "folder.csv: \(error)it is a folder\(remedy)")
    try expectFailure(["/dev/null"], "/dev/null: \(error)it is a device, not a file\(remedy)")
    #expect(mkfifo(scratch.path + "/pipe.csv", 0o600) == 0)
    try expectFailure(["pipe.csv"], "pipe.csv: \(error)nobody writes into this pipe\(remedy)")
  }

  @Test func anotherBuildInTheSameFolder() throws {
    scratch.write("site/.leadheat-manifest", "")
    let lock = try #require(FolderLock(scratch.path + "/site"))
    scratch.write("good.csv", CommandLineTests.leads)
    let outcome = try Binary.run(["build", "good.csv", "--output", "site"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "site: error: another build is writing into this folder [output-busy]\n"
        + "    Wait until it has ended, then build again; or choose another folder with --output.\n")
    #expect(Set(Scratch.tree(scratch.path + "/site").keys) == [".leadheat-manifest"])
    withExtendedLifetime(lock) {}
  }

  @Test func aTextThatIsNotUTF8() throws {
    for (name, what, arguments) in [
      ("leadheat.yml", "configuration", ["--config", "leadheat.yml"]),
      ("own/narrative/home.md", "template", ["good.csv", "--templates", "own"]),
    ] {
      let path = scratch.write(name, "")
      try Data([0x74, 0x69, 0xE4]).write(to: URL(fileURLWithPath: path))
      try expectFailure(
        arguments,
        """
        \(name): error: the \(what) cannot be read: it is not UTF-8 [file-unreadable]
            Save it as UTF-8.

        """)
    }
  }

  /// Only where it is asked for, and then it is told; not even then where warnings are errors.
  @Test func aPageInThePlaceOfAnotherFile() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    scratch.write("www/index.html", "mine")
    scratch.write("www/CNAME", "example.org")
    let arguments = ["build", "good.csv", "--output", "www", "--force", "--quiet"]
    let message = """
      www/index.html: warning: the site has a file of this name, which replaces one that leadheat did not make \
      [output-taken]
          Have --output name a folder that is leadheat's own.

      """
    let strict = try Binary.run(arguments + ["--strict"], in: scratch.path)
    #expect(strict.status == 1 && strict.errors.contains("error: there are warnings"))
    #expect(Set(Scratch.tree(scratch.path + "/www").keys) == ["index.html", "CNAME"])
    #expect(scratch.read("www/index.html") == "mine")
    let outcome = try Binary.run(arguments, in: scratch.path)
    #expect(outcome.status == 0 && outcome.errors == message)
    #expect(scratch.read("www/index.html")?.hasPrefix("<!doctype html>") == true)
    #expect(scratch.read("www/CNAME") == "example.org")
  }

  /// The shell's limit of the size of files ends programs by a signal.
  @Test func filesThatMayNotBeSoLarge() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    let outcome = try Binary.run(
      ["build", "good.csv", "--output", "site", "--quiet"], in: scratch.path,
      wrapper: ["/bin/sh", "-c", "ulimit -f 8 && exec \"$@\"", "sh"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: cannot be written: File too large [output-unwritable]"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/site"))
  }

  @Test func aNameThatIsNotUTF8() throws {
    let bytes = Array(scratch.path.utf8) + [0x2F, 0x61, 0xE4] + Array(".csv".utf8) + [0]
    let file = open(bytes.map { CChar(bitPattern: $0) }, O_WRONLY | O_CREAT, 0o644)
    try #require(file >= 0, "the file system takes no such names")
    close(file)
    try expectFailure(
      ["a*.csv"],
      """
      a\u{FFFD}.csv: error: the lead file cannot be read: its name is not UTF-8, which \u{FFFD} stands for \
      [file-unreadable]
          Rename it, or the folder above it; `convmv -f latin1 -t utf8 --notest` does so for many.

      """)
  }

  @Test func anOutputBelowAFile() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    let outcome = try Binary.run(
      ["build", "good.csv", "--output", "good.csv/public/site", "--quiet"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        good.csv/public/site: error: 'good.csv' above it is a file, expected a folder [output-not-a-folder]
            Choose a folder with --output.

        """)
    #expect(scratch.read("good.csv") == CommandLineTests.leads)
  }

  /// Somebody who has it open and writes nothing must not keep others waiting for ever.
  @Test func aPipeThatStaysSilentIsLeft() throws {
    let path = scratch.path + "/pipe.csv"
    #expect(mkfifo(path, 0o600) == 0)
    let reader = PipeReader(open(path, O_RDONLY | O_NONBLOCK))
    let writer = try #require(FileHandle(forWritingAtPath: path))
    try writer.write(contentsOf: Data("id\n".utf8))
    #expect(throws: InputFiles.SilentPipe.unwritten(.milliseconds(20))) {
      try InputFiles.content(of: reader, patience: .milliseconds(20))
    }
    try writer.close()
  }

  @Test func aPipeIsReadToItsEnd() throws {
    #expect(mkfifo(scratch.path + "/pipe.csv", 0o600) == 0)
    let running = try Binary.Running([Binary.path, "check", "pipe.csv", "--quiet"], in: scratch.path)
    // Opening waits for the reader. A pause in the middle is no end.
    let pipe = try #require(FileHandle(forWritingAtPath: scratch.path + "/pipe.csv"))
    let leads = Array(CommandLineTests.leads.utf8)
    try pipe.write(contentsOf: Data(leads[..<100]))
    Thread.sleep(forTimeInterval: 0.3)
    try pipe.write(contentsOf: Data(leads[100...]))
    try pipe.close()
    let outcome = running.outcome()
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
  }

  /// Commands that give no leads, and what is said of them.
  static let commands: [(command: String, errors: String)] = [
    ("[nope]", "there is no program 'nope' [command-missing]"),
    ("[./nope]", "there is no program './nope' [command-missing]"),
    ("[/usr]", "'/usr' is no program: it is a folder [command-not-executable]"),
    ("[./good.csv]", "'./good.csv' is no program: it is not executable [command-not-executable]"),
    ("[sleep, 9]", "the command 'sleep' failed: it took longer than 1 s and was stopped [command-failed]"),
    (
      "[sh, -c, 'echo lead_id,received_time,first_contact_time; echo gone >&2; exit 4']",
      "the command 'sh' failed: it ended with status 4; it said: gone [command-failed]"
    ),
    (
      "[sh, -c, 'echo; echo no rows matched >&2']",
      "the standard output of the command 'sh' was empty, expected CSV with a header; it said: no rows matched "
        + "[command-silent]"
    ),
    ("[sh, -c, 'kill -TERM $$']", "the command 'sh' failed: signal 15 ended it [command-failed]"),
  ]

  @Test(arguments: commands.indices) func aCommandThatFails(number: Int) throws {
    let (command, errors) = Self.commands[number]
    scratch.write("leadheat.yml", "leads:\n  - command: \(command)\n    timeout: 1\n")
    let remedies = [
      "silent":
        "Run it by hand: it may write to a file, or need an option for CSV. Without rows a header will do.",
      "missing":
        "Install it, or give its full path. A command is a program and its arguments, not a line of a shell.",
      "took longer":
        "If it needs longer than 1 s, say so by `timeout` beside it; else run it by hand to see what it waits for.",
      "folder": "Name a program in it, or the files with `path`.",
      "not executable":
        "Make it executable (chmod +x) if it is a program; a file with rows is named with `path`.",
    ]
    let remedy =
      remedies.first { errors.contains($0.key) }?.value
      ?? "Run it by hand to see its output; it has to write CSV with a header and end with status 0."
    try expectFailure(
      ["--config", "leadheat.yml"], environment: ["PATH": "/usr/bin:/bin"],
      "leadheat.yml:2:5: error: \(errors)\n    \(remedy)\n")
  }

  @Test func aCommandWhoseOutputIsNoTable() throws {
    scratch.write("leadheat.yml", "leads:\n  - command: [printf, 'PK\\003\\004']\n")
    try expectFailure(
      ["--config", "leadheat.yml"], environment: ["PATH": "/usr/bin:/bin"],
      """
      printf: error: it is an Excel workbook, or another ZIP archive, expected a table of text [file-not-csv]
          Export it as CSV.

      """)
  }

  /// Far from its end, which is a signal, and within its last page, which reads as zeros.
  @Test(arguments: [false, true])
  func aFileThatIsCutShortWhileItIsRead(inItsLastPage: Bool) throws {
    // Leads are read when all files are open: the pipe, opened last, holds that up until the file is cut.
    let rows = (0..<40_000).map { "\($0),2026-11-02 09:00:00,2026-11-02 09:30:00,North\n" }
    let header = "lead_id,received_time,first_contact_time,team\n"
    scratch.write("good.csv", CommandLineTests.leads)
    let large = scratch.write("large.csv", header + rows.joined())
    #expect(mkfifo(scratch.path + "/pipe.csv", 0o600) == 0)
    #expect(try Binary.run(["build", "good.csv", "--output", "site"], in: scratch.path).status == 0)
    let former = Scratch.tree(scratch.path + "/site")

    let running = try Binary.Running(
      [Binary.path, "build", "large.csv", "pipe.csv", "--output", "site"], in: scratch.path)
    let pipe = try #require(FileHandle(forWritingAtPath: scratch.path + "/pipe.csv"))
    let size = header.utf8.count + rows.reduce(0) { $0 + $1.utf8.count }
    let lastPage = (size - 1) / 4_096 * 4_096
    #expect(truncate(large, inItsLastPage ? (lastPage + size) / 2 : 4_096) == 0)
    try pipe.write(contentsOf: Data(CommandLineTests.leads.utf8))
    try pipe.close()
    let outcome = running.outcome()
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        large.csv: error: the file was cut short while it was read [file-truncated]
            Build again when it is complete.

        """)
    #expect(Scratch.tree(scratch.path + "/site") == former)
  }

  /// What runs a program as a user without rights: nothing where we are one, nil where there is no way.
  static let asNobody: [String]? = {
    if geteuid() != 0 { return [] }
    let wrapper = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    return (try? Binary.run(["--help"], wrapper: wrapper).status) == 0 ? wrapper : nil
  }()

  @Test(.enabled(if: asNobody != nil, "no way to run leadheat as another user"))
  func aFileThatMayNotBeRead() throws {
    let secret = scratch.write("secret.csv", CommandLineTests.leads)
    #expect(chmod(secret, 0) == 0)
    try expectFailure(
      ["secret.csv"], wrapper: Self.asNobody!,
      """
      secret.csv: error: the lead file cannot be read: Permission denied [file-unreadable]
          Check the path and its permissions.

      """)
  }

  /// Neither a file in it nor a glob over it is taken for one that does not exist.
  @Test(.enabled(if: asNobody != nil, "no way to run leadheat as another user"))
  func aFolderThatMayNotBeEntered() throws {
    scratch.write("shut/leads.csv", CommandLineTests.leads)
    let shut = scratch.path + "/shut"
    for (mode, names) in [(0o600, ["shut/leads.csv", "shut/*.csv"]), (0o300, ["shut/*.csv"])] {
      for name in names {
        #expect(chmod(shut, mode_t(mode)) == 0)
        defer { chmod(shut, 0o700) }
        try expectFailure(
          [name], wrapper: Self.asNobody!,
          """
          \(name): error: the lead file cannot be read: Permission denied [file-unreadable]
              Check the path and its permissions.

          """)
        let schedule = try Binary.run(
          ["check", "good.csv", "--schedule", name], in: scratch.path, wrapper: Self.asNobody!)
        #expect(
          schedule.errors.hasPrefix("\(name): error: the schedule file cannot be read: Permission denied ["))
      }
    }
    // Links that lead back would never end.
    scratch.write("loop/narrative/home.md", "Hello\n")
    for name in ["a", "b"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path + "/loop/narrative/\(name)", withDestinationPath: "..")
    }
    let loop = try Binary.run(["check", "good.csv", "--templates", "loop"], in: scratch.path)
    #expect(loop.status == 0 && !loop.errors.contains("template-unused"))

    let templates = try Binary.run(["check", "good.csv", "--templates", "nope"], in: scratch.path)
    #expect(
      templates.errors.hasPrefix(
        "command line: error: no templates folder matches 'nope' [no-such-file]"))
    // Also beside a configuration that names another folder.
    scratch.write("named.yml", "leads: good.csv\ntemplates: open\n")
    let beside = try Binary.run(["check", "--config", "named.yml", "--templates", "nope"], in: scratch.path)
    #expect(
      beside.errors.hasPrefix("command line: error: no templates folder matches 'nope' [no-such-file]"))
    // What such a folder has cannot be known, in none of a glob's folders.
    scratch.write("open/leads.csv", CommandLineTests.leads)
    for (mode, arguments) in [
      (0o600, ["*/leads.csv"]), (0o000, ["*/leads.csv"]), (0o300, ["s*t/*.csv"]),
      (0o300, ["good.csv", "--templates", "shut"]),
    ] {
      #expect(chmod(shut, mode_t(mode)) == 0)
      defer { chmod(shut, 0o700) }
      let outcome = try Binary.run(["check"] + arguments, in: scratch.path, wrapper: Self.asNobody!)
      let what = arguments.count > 1 ? "templates folder" : "folder"
      #expect(
        outcome.errors.hasPrefix(
          "shut: error: the \(what) cannot be read: Permission denied [file-unreadable]"))
    }
  }

  @Test(.enabled(if: asNobody != nil, "no way to run leadheat as another user"))
  func aFolderThatMayNotBeWritten() throws {
    scratch.write("site/keep.txt", "somebody else's")
    scratch.write("site/.leadheat-manifest", "")
    scratch.write("other.csv", CommandLineTests.leads.replacing("North", with: "East"))
    // Its owner's rights would do for the first build; root's are taken away by the wrapper.
    let site = scratch.path + "/site"
    if geteuid() != 0 { return try expectReadOnly(site) }
    try expectFailure(
      ["other.csv"], wrapper: Self.asNobody!,
      """
      site/.leadheat-staging: error: cannot be written: Permission denied [output-unwritable]
          Free space or permissions, then build again; the former site is as it was.

      """)
  }

  /// Everything can be written but one folder of the former site, of which files have to go.
  @Test(.enabled(if: asNobody != nil, "no way to run leadheat as another user"))
  func aFolderInsideThatMayNotBeWritten() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    scratch.write("other.csv", CommandLineTests.leads.replacing("North", with: "East"))
    #expect(try Binary.run(["build", "good.csv", "--output", "site"], in: scratch.path).status == 0)
    let (site, folder) = (scratch.path + "/site", scratch.path + "/site/teams/north")
    #expect(chmod(folder, 0o555) == 0)
    defer { chmod(folder, 0o755) }
    if geteuid() == 0 {
      for path in [site] + Scratch.tree(site).keys.map({ site + "/" + $0 }) {
        let above = (path as NSString).deletingLastPathComponent
        for owned in [path, above] where owned.hasPrefix(site) && !owned.hasPrefix(folder) {
          #expect(chown(owned, 65_534, 65_534) == 0)
        }
      }
    }
    let former = Scratch.tree(site)
    let outcome = try Binary.run(
      ["build", "other.csv", "--output", "site", "--quiet"], in: scratch.path, wrapper: Self.asNobody!)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: cannot be written: Permission denied [output-unwritable]"))
    #expect(outcome.errors.hasPrefix("site/teams/north/"))
    #expect(Scratch.tree(site) == former)
  }

  private func expectReadOnly(_ site: String) throws {
    #expect(chmod(site, 0o555) == 0)
    defer { chmod(site, 0o755) }
    let outcome = try Binary.run(["build", "other.csv", "--output", "site"], in: scratch.path)
    #expect(outcome.status == 1 && outcome.errors.contains("Permission denied [output-unwritable]"))
  }

  /// Whether a file system of our own can be had.
  static let canMount =
    (try? Binary.Running(["/usr/bin/unshare", "--map-root-user", "--mount", "true"]).outcome().status) == 0

  @Test(.enabled(if: canMount, "no way to have a small disk"))
  func aFullDisk() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    scratch.write("other.csv", CommandLineTests.leads.replacing("North", with: "East"))
    scratch.write(
      "full.sh",
      """
      set -eu
      mkdir disk
      mount -t tmpfs -o size=32m tmpfs disk
      "$1" build good.csv --output disk/site --quiet
      cp -R disk/site former
      dd if=/dev/zero of=disk/rest bs=4k 2>/dev/null || true
      status=0
      "$1" build other.csv --output disk/site --quiet || status=$?
      echo "status $status"
      diff -r former disk/site && echo "as it was"
      """)
    let outcome = try Binary.Running(
      ["/usr/bin/unshare", "--map-root-user", "--mount", "sh", "full.sh", Binary.path], in: scratch.path,
      environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]
    ).outcome()
    #expect(outcome.output == "status 1\nas it was\n")
    #expect(outcome.errors.contains("error: cannot be written: No space left on device [output-unwritable]"))
  }
}
