import Foundation
import Testing

@testable import leadheat

/// `build --watch` builds again when something has changed, whatever became of the build before.
@Suite struct WatchTests {
  private let scratch = Scratch()

  private func write(title: String) {
    scratch.write("leadheat.yml", "title: \(title)\nleads: ['in/*.csv']\ntemplates: own\n")
  }

  private func write(leads number: Int) {
    let rows = (0..<3).map { "2026-11-0\($0 + 1 + number) 09:00,2026-11-0\($0 + 1 + number) 09:10\n" }
    scratch.write("in/\(number).csv", "received_time,first_contact_time\n" + rows.joined())
  }

  /// Waits until the first page has, or has not, that text; gives whether that came true within half a minute.
  private func shows(_ text: String, _ isWanted: Bool = true) -> Bool {
    let deadline = Date.now + 30
    while Date.now < deadline {
      if let page = scratch.read("site/index.html"), page.contains(text) == isWanted { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }

  @Test func everyChangeIsBuiltAndAMistakeIsToldAndOutlived() throws {
    write(title: "First")
    write(leads: 1)
    scratch.write("own/narrative/home.md", "Written once.\n")
    let child = try ChildProcess(
      "/bin/sh", ["-c", "cd \"$0\" && exec \"$1\" build --watch", scratch.path, Binary.path],
      environment: [
        "PATH": "/usr/bin:/bin",
        "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
      ], input: nil)
    defer { child.stop() }
    #expect(shows("Written once."))
    scratch.write("own/narrative/home.md", "Written twice.\n")
    #expect(shows("Written twice."))
    // A file more that the glob matches.
    write(leads: 4)
    #expect(shows("6 rows read"))
    scratch.write("own/narrative/home.md", "{{raet}}\n")
    var said = ""
    let deadline = Date.now + 30
    while Date.now < deadline, !said.contains("unknown value 'raet'") {
      PipeReader.wait(for: [child.errors], atMost: .milliseconds(50))
      said += String(decoding: child.errors.read() ?? [], as: UTF8.self)
    }
    #expect(said.contains("own/narrative/home.md:1:1: error: "))
    #expect(scratch.read("site/index.html")?.contains("Written twice.") == true)
    // The configuration cannot be read for a while.
    scratch.write("leadheat.yml", "title: [\n")
    write(title: "Second")
    scratch.write("own/narrative/home.md", "Written thrice.\n")
    #expect(shows("Written thrice.") && shows("Second"))
    #expect(kill(child.id, SIGINT) == 0)
    let end = Date.now + 10
    while child.poll() == nil, Date.now < end { Thread.sleep(forTimeInterval: 0.01) }
    #expect(child.poll() == .signal(SIGINT))
  }
}
