import Foundation
import LeadModel
import Testing

@testable import leadheat

@Suite struct OutputFolderTests {
  let scratch = Scratch()
  var site: String { scratch.path + "/site" }

  @discardableResult func write(_ files: [String: String], force: Bool = false) throws -> OutputFolder.Summary
  {
    var folder = try OutputFolder(site, force: force)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try folder.add(path, Array(text.utf8)) }
    return try folder.commit()
  }

  @Test func aSiteIsWritten() throws {
    let summary = try write(["index.html": "home", "teams/north/2026-W46.html": "north"])
    #expect((summary.total, summary.written, summary.removed) == (2, 2, 0))
    #expect(scratch.read("site/teams/north/2026-W46.html") == "north")
    #expect(
      Set(Scratch.tree(site).keys) == ["index.html", "teams/north/2026-W46.html", ".leadheat-manifest"])
  }

  @Test func onlyWhatDiffersIsWrittenAnew() throws {
    try write(["a.html": "1", "b.html": "2"])
    let summary = try write(["a.html": "1", "b.html": "3"])
    #expect((summary.total, summary.written) == (2, 1))
    #expect(scratch.read("site/b.html") == "3")
  }

  @Test func filesOfTheFormerSiteGoAndOthersStay() throws {
    try write(["teams/old/a.html": "1", "index.html": "2"])
    scratch.write("site/CNAME", "example.org")
    let summary = try write(["index.html": "2"])
    #expect(summary.removed == 1)
    #expect(Set(Scratch.tree(site).keys) == ["index.html", "CNAME", ".leadheat-manifest"])
    #expect(!FileManager.default.fileExists(atPath: site + "/teams"))
  }

  @Test func anAbandonedBuildLeavesTheFormerSite() throws {
    try write(["index.html": "former"])
    let before = Scratch.tree(site)
    var folder = try OutputFolder(site, force: false)
    try folder.add("index.html", Array("new".utf8))
    folder.abandon()
    #expect(Scratch.tree(site) == before)
  }

  @Test func anAbandonedFirstBuildLeavesNothing() throws {
    var folder = try OutputFolder(site, force: false)
    try folder.add("a/index.html", Array("new".utf8))
    folder.abandon()
    #expect(!FileManager.default.fileExists(atPath: site))
  }

  @Test func theFoldersAboveItGoToo() throws {
    scratch.write("a/kept", "x")
    let folder = try OutputFolder(scratch.path + "/a/b/c/site", force: false)
    #expect(FileManager.default.fileExists(atPath: scratch.path + "/a/b/c/site"))
    folder.abandon()
    #expect(Scratch.tree(scratch.path).keys.contains("a/kept"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/a/b"))
  }

  @Test func twoBuildsDoNotWriteAtOnce() throws {
    try write(["index.html": "former"])
    var first = try OutputFolder(site, force: false)
    try first.add("index.html", Array("first".utf8))
    let failure = #expect(throws: Failure.self) { try write(["index.html": "second"]) }
    #expect(failure?.diagnostics.map(\.id) == ["output-busy"])
    #expect(scratch.read("site/index.html") == "former")
    _ = try first.commit()
    #expect(scratch.read("site/index.html") == "first")
  }

  @Test func aBuildThatHasEndedLetsGo() throws {
    do { try OutputFolder(site, force: false).abandon() }
    try write(["index.html": "second"])
    #expect(scratch.read("site/index.html") == "second")
  }

  @Test func aFolderOfSomebodyElseIsRefused() throws {
    scratch.write("site/thesis.txt", "years of work")
    #expect(throws: Failure.self) { try write(["index.html": "x"]) }
    #expect(Set(Scratch.tree(site).keys) == ["thesis.txt"])
    try write(["index.html": "x"], force: true)
    #expect(scratch.read("site/thesis.txt") == "years of work")
  }

  /// What failed, each with the path in the site.
  private func told(_ failure: Failure?) -> [String] {
    failure?.diagnostics.map { "\($0.id) \($0.place?.file.dropFirst(site.count + 1) ?? "")" } ?? []
  }

  @Test func filesOfSomebodyElseAreNotReplacedUnasked() throws {
    try write(["index.html": "1", "old.html": "2"])
    for path in ["teams/east/index.html", "weeks/a.html", "same.html"] {
      scratch.write("site/" + path, "mine")
    }
    try FileManager.default.createSymbolicLink(atPath: site + "/link.html", withDestinationPath: "CNAME")
    let before = Scratch.tree(site)
    let new = [
      "index.html": "3", "teams/east/index.html": "4", "weeks/a.html": "5", "weeks/b.html": "6",
      "link.html": "7", "same.html": "mine",
    ]
    let failure = #expect(throws: Failure.self) { try write(new) }
    #expect(
      told(failure) == [
        "output-taken link.html", "output-taken teams/east/index.html", "output-taken weeks/a.html",
      ])
    do { try OutputFolder(site, force: false).abandon() }
    #expect(Scratch.tree(site) == before)

    do {
      var folder = try OutputFolder(site, force: true)
      for (path, text) in new.sorted(by: { $0.key < $1.key }) { try folder.add(path, Array(text.utf8)) }
      #expect(
        try folder.obstacles().map { "\($0.severity.word) \($0.id) \($0.place?.file ?? "")" } == [
          "warning output-taken \(site)/link.html", "warning output-taken \(site)/teams/east/index.html",
          "warning output-taken \(site)/weeks/a.html",
        ])
      _ = try folder.commit()
      #expect(scratch.read("site/teams/east/index.html") == "4" && !POSIX.isLink(site + "/link.html"))
    }
    // Now they are its own.
    try write(["index.html": "8", "teams/east/index.html": "9"])
    #expect(
      Set(Scratch.tree(site).keys) == ["index.html", "teams/east/index.html", ".leadheat-manifest"])
  }

  @Test func aFileInThePlaceOfAFolderIsNamed() throws {
    try write(["index.html": "1"])
    scratch.write("site/teams", "mine")
    let before = Scratch.tree(site)
    for force in [false, true] {
      let failure = #expect(throws: Failure.self) {
        try write(["index.html": "2", "teams/a/index.html": "3"], force: force)
      }
      #expect(told(failure) == ["output-taken teams"])
      do { try OutputFolder(site, force: false).abandon() }
      #expect(Scratch.tree(site) == before)
    }
  }

  @Test func aLinkToNothingIsTold() throws {
    for (link, message) in [
      ("site", "the output is a link to nothing, expected a folder"),
      ("above", "'\(scratch.path)/above' above it is a link to nothing, expected a folder"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path + "/" + link, withDestinationPath: "nowhere")
      let failure = #expect(throws: Failure.self) {
        _ = try OutputFolder(link == "site" ? site : scratch.path + "/above/site", force: true)
      }
      #expect(failure?.diagnostics.map(\.id) == ["output-not-a-folder"])
      #expect(failure?.diagnostics.map(\.message) == [message])
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/nowhere"))
  }

  @Test func aFileInThePlaceOfTheFolderIsRefused() throws {
    scratch.write("site", "a file")
    #expect(throws: Failure.self) { try write(["index.html": "x"]) }
    #expect(scratch.read("site") == "a file")
  }

  @Test func aLinkInsideTheFolderIsNotFollowed() throws {
    try write(["index.html": "1"])
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/elsewhere", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: site + "/teams", withDestinationPath: scratch.path + "/elsewhere")
    #expect(throws: Failure.self) { try write(["index.html": "1", "teams/a.html": "2"]) }
    #expect(Scratch.tree(scratch.path + "/elsewhere").isEmpty)
  }

  @Test func aForgedManifestRemovesNothingOutside() throws {
    try write(["index.html": "1"])
    scratch.write("site/.leadheat-manifest", "index.html\n../precious.txt\n/etc/hostname\n")
    scratch.write("precious.txt", "kept")
    try write(["index.html": "1"])
    #expect(scratch.read("precious.txt") == "kept")
  }

  /// Where a rename fails in the middle, those before it are taken back.
  @Test func aFolderInThePlaceOfAFileLeavesTheFormerSite() throws {
    try write(["a.html": "1", "b/old.html": "2", "c.html": "3"])
    scratch.write("site/n.html/keep.txt", "somebody else's")
    let before = Scratch.tree(site)
    let failure = #expect(throws: Failure.self) {
      try write(["a.html": "new", "c.html": "new", "m/new.html": "4", "n.html": "5"])
    }
    #expect(failure?.diagnostics.map(\.id) == ["output-unwritable"])
    #expect(failure?.diagnostics.first?.message == "cannot be written: a folder stands in its place")
    do { try OutputFolder(site, force: false).abandon() }
    #expect(Scratch.tree(site) == before)
    #expect(!FileManager.default.fileExists(atPath: site + "/m"))
    // Without the obstacle it is built.
    try FileManager.default.removeItem(atPath: site + "/n.html")
    try write(["a.html": "new", "c.html": "new", "m/new.html": "4", "n.html": "5"])
    #expect(scratch.read("site/n.html") == "5" && scratch.read("site/b/old.html") == nil)
  }

  @Test func renamesAreTakenBackToWhatStoodThere() throws {
    scratch.write("site/file", "1")
    scratch.write("site/gone", "2")
    try FileManager.default.createSymbolicLink(atPath: site + "/link", withDestinationPath: "file")
    for name in ["file", "link", "new"] { scratch.write("staged/\(name)", "new \(name)") }
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/aside", withIntermediateDirectories: true)
    var replacement = Replacement(aside: scratch.path + "/aside")
    for name in ["file", "link", "new"] {
      #expect(replacement.place(scratch.path + "/staged/" + name, at: site + "/" + name) == nil)
      #expect(scratch.read("site/" + name) == "new \(name)")
    }
    #expect(replacement.remove(site + "/gone") == nil)
    #expect(replacement.place(scratch.path + "/staged/none", at: site + "/none") != nil)
    #expect(Set(Scratch.tree(site).keys) == ["file", "link", "new"])
    #expect(replacement.takeBack() == nil)
    #expect(Set(Scratch.tree(site).keys) == ["file", "gone", "link"])
    #expect(scratch.read("site/file") == "1" && scratch.read("site/gone") == "2")
    #expect(POSIX.isLink(site + "/link") && scratch.read("site/link") == "1")
  }

  @Test func whatCannotBeTakenBackIsTold() throws {
    scratch.write("site/gone", "2")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/aside", withIntermediateDirectories: true)
    var replacement = Replacement(aside: scratch.path + "/aside")
    #expect(replacement.remove(site + "/gone") == nil)
    try FileManager.default.removeItem(atPath: scratch.path + "/aside")
    #expect(replacement.takeBack() == "No such file or directory")
  }

  @Test(arguments: ["", "/a", "a//b", "a/", "..", "a/../b", ".", "a\u{0}b"])
  func pathsThatLeaveAreKnown(path: String) {
    #expect(!OutputFolder.isInside(path))
  }
}
