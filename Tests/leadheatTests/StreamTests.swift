import Foundation
import Testing

/// Standard output and standard error that take nothing, or whose reader is gone.
@Suite struct StreamTests {
  let scratch = Scratch()

  /// Runs a line of the shell, in which `$0` is leadheat.
  func run(_ line: String) throws -> Binary.Outcome {
    scratch.write("good.csv", CommandLineTests.leads)
    return try Binary.Running(
      ["/bin/sh", "-c", line, Binary.path], in: scratch.path, environment: ["PATH": "/usr/bin:/bin"]
    ).outcome()
  }

  static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test(
    .enabled(if: hasFullDevice, "no device that is always full"),
    arguments: ["inspect good.csv", "values home", "values home --quiet", "check good.csv", "build good.csv"])
  func aLostOutputIsTold(command: String) throws {
    let outcome = try run("\"$0\" \(command) >/dev/full")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasSuffix(
        """
        error: the standard output cannot be written: No space left on device [output-lost]
            Free space where it goes, or send it elsewhere.

        """), "\(outcome.errors)")
  }

  @Test func aClosedOutputIsTold() throws {
    let outcome = try run("\"$0\" inspect good.csv >&-")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot be written: Bad file descriptor [output-lost]"))
  }

  @Test(.enabled(if: hasFullDevice, "no device that is always full"))
  func aLostMessageLeavesTheStatus() throws {
    #expect(try run("\"$0\" check nope.csv 2>/dev/full").status == 1)
    #expect(try run("\"$0\" check good.csv 2>/dev/full").status == 0)
  }

  /// Where the signal of a broken pipe is ignored, as many who start programs have it, the call says so.
  @Test(arguments: ["", "trap '' PIPE; "])
  func aReaderWhoHasHadEnoughIsNoError(before: String) throws {
    for command in ["inspect good.csv", "values team", "check nope.csv 2>&1"] {
      let outcome = try run("\(before)\"$0\" \(command) | true")
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome.errors)")
    }
    let status = try run("\(before){ sleep 0.2; \"$0\" values team; echo $? >&2; } | true").errors
    #expect(["0\n", "141\n"].contains(status))
  }
}
