import Foundation
import LeadIngest
import LeadModel
import Testing

@testable import leadheat

/// What a pull of blocks gives in all, or the first diagnostic's id.
private func drain(_ next: () throws(Failure) -> [UInt8]?) -> Result<String, Failure> {
  var all: [UInt8] = []
  do throws(Failure) {
    while let block = try next() { all += block }
    return .success(String(decoding: all, as: UTF8.self))
  } catch {
    return .failure(error)
  }
}

extension Result where Failure == LeadModel.Failure {
  fileprivate var message: String? {
    if case .failure(let failure) = self {
      failure.diagnostics.map(\.message).joined(separator: "\n")
    } else {
      nil
    }
  }
}

@Suite struct GunzipTests {
  let scratch = Scratch()

  /// Packs a text by the real gzip.
  func gzip(_ text: String) throws -> [UInt8] {
    let file = scratch.write("plain-\(UUID().uuidString)", text)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", file]
    try process.run()
    process.waitUntilExit()
    return Array(FileManager.default.contents(atPath: file + ".gz")!)
  }
  func unpack(_ bytes: [UInt8]) -> Result<String, Failure> {
    let archive = Gunzip(Bytes(bytes), path: "a.csv.gz")
    return drain { () throws(Failure) in try archive.next() }
  }

  @Test func anArchiveIsUnpacked() throws {
    // More than a block, and no repetition that would hide a lost one.
    let text = (0..<60_000).map { "row \($0)\n" }.joined()
    let packed = try gzip(text)
    #expect(Gunzip.isPacked(Bytes(packed)))
    #expect(try unpack(packed).get() == text)
  }

  @Test func membersThatFollowOneAnotherAreOneStream() throws {
    #expect(try unpack(gzip("one\n") + gzip("two\n")).get() == "one\ntwo\n")
    #expect(try unpack(gzip("one\n") + [0, 0, 0]).get() == "one\n")
    #expect(try unpack(gzip("")).get() == "")
  }

  @Test func schedulesAndRostersMayBePacked() throws {
    let files = [
      "leads.csv": "received,first_contact,rep_name\n2026-11-02 09:00,2026-11-02 09:30,Ann\n",
      "rota.csv.gz": "rep,day,start,end\nAnn,Mon,08:00,12:00\n", "reps.csv.gz": "rep,team\nAnn,North\n",
    ]
    for (name, text) in files {
      let bytes = name.hasSuffix(".gz") ? try gzip(text) : Array(text.utf8)
      #expect(FileManager.default.createFile(atPath: scratch.path + "/" + name, contents: Data(bytes)))
    }
    scratch.write("leadheat.yml", "leads: leads.csv\nschedule: rota.csv.gz\nroster: reps.csv.gz\n")
    let outcome = try Binary.run(["build", "--strict"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(scratch.read("site/teams/north/index.html") != nil)
  }

  @Test func aTruncatedArchiveIsAnError() throws {
    let packed = try gzip((0..<10_000).map { "row \($0)\n" }.joined())
    for count in [1, 9, 30, packed.count / 2, packed.count - 1] {
      #expect(unpack(Array(packed.prefix(count))).message?.contains("ends early") == true, "at \(count)")
    }
  }

  @Test func itIsToldHowToMendAnArchive() throws {
    let cut = unpack(Array(try gzip("x\n").prefix(12)))
    #expect(
      throws: Failure([
        Diagnostic(
          .error, "file-unreadable", at: Place(file: "a.csv.gz"),
          "the gzip archive cannot be read: it ends early, at byte 12", remedy: "Fetch it or pack it again.")
      ])
    ) { try cut.get() }
  }

  @Test func aDamagedArchiveIsAnError() throws {
    var packed = try gzip((0..<10_000).map { "row \($0)\n" }.joined())
    packed[packed.count - 6] ^= 1
    #expect(unpack(packed).message?.contains("damaged") == true)
    #expect(unpack(try gzip("x\n") + [1, 2, 3]).message?.contains("damaged") == true)
  }
}

@Suite struct CommandSourceTests {
  let place = Place(file: "leadheat.yml", line: 3)

  func run(_ command: CommandSource) -> Result<String, Failure> {
    do throws(Failure) {
      let running = try command.start(at: place)
      return drain { () throws(Failure) in try running.next() }
    } catch {
      return .failure(error)
    }
  }

  @Test func itsOutputIsRead() throws {
    #expect(try run(CommandSource(arguments: ["printf", "a,b\n1,2\n"])).get() == "a,b\n1,2\n")
    #expect(try run(CommandSource(arguments: ["cat"], input: "x\n")).get() == "x\n")
  }

  @Test func itRunsInItsFolder() throws {
    let scratch = Scratch()
    scratch.write("conf/data.csv", "x\n")
    let script = scratch.write("conf/own.sh", "#!/bin/sh\ncat data.csv\n")
    #expect(chmod(script, 0o755) == 0)
    let folder = scratch.path + "/conf/"
    #expect(try run(CommandSource(arguments: ["cat", "data.csv"], folder: folder)).get() == "x\n")
    #expect(try run(CommandSource(arguments: ["./own.sh"], folder: folder)).get() == "x\n")
  }

  /// A configuration in another folder, which itself is named relative to the working folder.
  @Test func theFolderIsThatOfTheConfiguration() throws {
    let scratch = Scratch()
    scratch.write("conf/data.csv", CommandLineTests.leads)
    #expect(chmod(scratch.write("conf/own.sh", "#!/bin/sh\ncat data.csv\n"), 0o755) == 0)
    scratch.write("conf/leadheat.yml", "leads:\n  - command: [./own.sh]\n  - command: [cat, data.csv]\n")
    let outcome = try Binary.run(
      ["check", "--config", "conf/leadheat.yml"], in: scratch.path, environment: ["PATH": "/usr/bin:/bin"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("read 12 rows of 2 files"))
  }

  @Test func whatOneSaidThatEndedWellIsTold() throws {
    let scratch = Scratch()
    scratch.write("leads.csv", CommandLineTests.leads)
    scratch.write(
      "leadheat.yml",
      "leads:\n  - command: [sh, -c, 'cat leads.csv; echo two files were skipped >&2; echo $TOKEN >&2']\n")
    let outcome = try Binary.run(
      ["build"], in: scratch.path, environment: ["PATH": "/usr/bin:/bin", "TOKEN": "marker-of-a-secret"])
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.hasPrefix(
        """
        leadheat.yml:2:5: note: the command 'sh' ended well, and said: two files were skipped; … [command-said]
            Nothing, unless it says that rows are missing.

        """), "\(outcome.errors)")
    // It may be why nothing else is as it should be.
    scratch.write("none.yml", "leads:\n  - command: [sh, -c, 'echo a; echo no rights >&2']\n")
    let failed = try Binary.run(
      ["check", "--config", "none.yml"], in: scratch.path, environment: ["PATH": "/usr/bin:/bin"])
    #expect(failed.status == 1)
    #expect(failed.errors.contains("note: the command 'sh' ended well, and said: no rights [command-said]"))
  }

  /// A query has a while more than it was given, in which the server stops it.
  @Test func theTimeThatIsToldIsTheOneThatWasGiven() {
    let command = CommandSource(
      arguments: ["sleep", "60"], timeout: 2, query: PostgreSQLQuery(text: "select 1", timeout: 1))
    #expect(run(command).message == "the command 'sleep' failed: it took longer than 1 s and was stopped")
  }

  @Test func argumentsGoThroughNoShell() throws {
    #expect(try run(CommandSource(arguments: ["printf", "%s", "$HOME;`id`"])).get() == "$HOME;`id`")
  }

  @Test func moreThanAPipeHoldsStreams() throws {
    let text = try run(CommandSource(arguments: ["seq", "1", "200000"])).get()
    #expect(text.hasSuffix("\n199999\n200000\n"))
    #expect(text.utf8.count == 1_288_895)
  }

  @Test func aFailureTellsStatusAndWhatItSaid() {
    let message = run(CommandSource(arguments: ["sh", "-c", "echo a; echo no such table >&2; exit 3"]))
      .message
    #expect(message == "the command 'sh' failed: it ended with status 3; it said: no such table")
  }

  @Test func aMissingProgramIsNamed() {
    #expect(
      run(CommandSource(arguments: ["no-such-program-here"])).message
        == "there is no program 'no-such-program-here'")
  }

  @Test func aProgramThatTakesTooLongIsStopped() {
    let message = run(CommandSource(arguments: ["sleep", "60"], timeout: 1)).message
    #expect(message == "the command 'sleep' failed: it took longer than 1 s and was stopped")
  }

  @Test func whatItStartedIsNotWaitedForBeyondItsTime() {
    // The first leaves behind what holds its output, the second what also left its group of processes.
    let late =
      "the command 'sh' failed: it ended, but what it had started kept its output open for more than 1 s"
    for line in ["sleep 60 & echo a", "setsid sleep 60 & echo a"] {
      let start = ContinuousClock.now
      #expect(run(CommandSource(arguments: ["sh", "-c", line], timeout: 1)).message == late)
      #expect(ContinuousClock.now - start < .seconds(20))
    }
    // Only standard error is held open: all of the output is there.
    let start = ContinuousClock.now
    #expect(
      (try? run(CommandSource(arguments: ["sh", "-c", "sleep 60 >/dev/null & echo a"])).get()) == "a\n")
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func whatItStartedIsStoppedWithIt() throws {
    let scratch = Scratch()
    let mark = scratch.path + "/mark"
    // Neither the program nor its child ends by the polite signal.
    let line = "trap '' TERM; (trap '' TERM; while :; do date > \(mark); sleep 0.1; done) & wait; sleep 60"
    let message = run(CommandSource(arguments: ["sh", "-c", line], timeout: 1)).message
    #expect(message == "the command 'sh' failed: it took longer than 1 s and was stopped")
    try FileManager.default.removeItem(atPath: mark)
    Thread.sleep(forTimeInterval: 0.5)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func aSignalIsTold() {
    let message = run(CommandSource(arguments: ["sh", "-c", "kill -9 $$"])).message
    #expect(message == "the command 'sh' failed: signal 9 ended it")
  }

  @Test func ofManyWordsTheLastAreTold() throws {
    // Far more than a pipe holds, on both of them at once.
    let line = "seq 1 100000 >&2; seq 1 100000; printf ' no such\n\n table\n' >&2; exit 1"
    let message = try #require(run(CommandSource(arguments: ["sh", "-c", line])).message)
    #expect(message.hasPrefix("the command 'sh' failed: it ended with status 1; it said: … "))
    #expect(message.hasSuffix("; 99999; 100000; no such; table"))
    #expect(message.count < 1_100)
  }

  @Test func aProgramThatNeverStopsWritingIsStopped() {
    let message = run(CommandSource(arguments: ["sh", "-c", "yes >&2"], timeout: 1)).message
    #expect(
      message?.hasPrefix("the command 'sh' failed: it took longer than 1 s and was stopped; it said: … y;")
        == true)
  }

  @Test func secretsAreHidden() {
    let environment = ["PGPASSWORD": "hunter22", "PATH": "/usr/bin", "API_TOKEN": "tok-123"]
    let said =
      "cannot log in as ann with hunter22 at postgres://ann:s3cret@db/x, tok-123, password=abc host=db"
    #expect(
      hidingSecrets(said, environment: environment)
        == "cannot log in as ann with … at postgres://ann:…@db/x, …, password=… host=db")
  }
}
