import Foundation
import Testing

/// Every page of the sample site in a real browser, opened from a folder.
@Suite(.enabled(if: Browser.path != nil, "no Chromium is installed"))
struct SitePagesTests {
  static let site =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/site"

  static let pages: [String] = (FileManager.default.enumerator(atPath: site)?.allObjects as? [String] ?? [])
    .filter { $0.hasSuffix(".html") }.sorted()

  /// A page of the test that shows each page of the site in a frame and writes down what it sees.
  func survey(width: Int, withScripts: Bool = true) throws -> [String: [String: Double]] {
    let folder = NSTemporaryDirectory() + "leadheat-survey-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let list = try JSONEncoder().encode(Self.pages)
    let script = """
      const found = {}, pages = \(String(decoding: list, as: UTF8.self));
      const frame = document.querySelector('iframe');
      const next = () => {
        const page = pages.shift();
        if (!page) { document.body.textContent = 'SURVEY' + JSON.stringify(found) + 'END'; return; }
        frame.onload = () => {
          const doc = frame.contentDocument, root = doc.documentElement;
          found[page] = {
            overflow: root.scrollWidth - root.clientWidth,
            headings: doc.querySelectorAll('h1').length,
            styled: getComputedStyle(doc.body).marginTop === '8px' ? 0 : 1,
            unlabelled: [...doc.querySelectorAll('svg')]
              .filter(s => !s.getAttribute('aria-label') && !s.getAttribute('aria-labelledby')
                && s.getAttribute('aria-hidden') !== 'true').length,
            text: doc.body.innerText.trim().length,
          };
          next();
        };
        frame.src = 'file://\(Self.site)/' + page;
      };
      next();
      """
    let html =
      "<!doctype html><body><iframe \(withScripts ? "" : "sandbox=allow-same-origin ")width=\(width) height=900></iframe><script>\(script)</script>"
    try Data(html.utf8).write(to: URL(fileURLWithPath: folder + "/survey.html"))
    let (document, console) = try Browser.open(folder + "/survey.html")
    // A violation of the pages' own Content-Security-Policy, a missing file or a script's mistake is told here.
    // A frame without scripts says that it has blocked the site's own, which is what is wanted there.
    let problems = console.filter { withScripts || !$0.contains("Blocked script execution") }
    #expect(problems.isEmpty, "\(problems.prefix(5))")
    guard let start = document.range(of: "SURVEY"),
      let end = document.range(of: "END", range: start.upperBound..<document.endIndex)
    else {
      Issue.record("the survey did not come to its end: \(document.prefix(300))")
      return [:]
    }
    let json = document[start.upperBound..<end.lowerBound]
    return try JSONDecoder().decode([String: [String: Double]].self, from: Data(json.utf8))
  }

  @Test(arguments: [360, 768, 1024, 1440])
  func everyPageFitsItsWindow(width: Int) throws {
    #expect(Self.pages.count > 40)
    let found = try survey(width: width)
    #expect(Set(found.keys) == Set(Self.pages))
    for (page, facts) in found.sorted(by: { $0.key < $1.key }) {
      #expect(facts["overflow"] == 0, "\(page) is wider than \(width) px by \(facts["overflow"] ?? -1)")
      #expect(facts["headings"] == 1, "\(page)")
      #expect(facts["styled"] == 1, "\(page) has no style")
      #expect(facts["unlabelled"] == 0, "\(page) has a picture without a name")
      #expect(facts["text"] ?? 0 > 50, "\(page) is empty")
    }
  }

  @Test func everyPageSaysTheSameWithoutJavaScript() throws {
    let (with, without) = (try survey(width: 1_440), try survey(width: 1_440, withScripts: false))
    #expect(with.count == Self.pages.count)
    #expect(with == without)
  }

  /// The longest ones: thin weeks with many findings.
  @Test(
    "A team's week is printed on one sheet",
    arguments: ["north/2026-W40", "north/2026-W41", "north/2026-W46", "south/2026-W44", "south/2026-W46"])
  func sheets(page: String) throws {
    #expect(try Browser.sheets(of: "\(Self.site)/teams/\(page).html") == 1)
  }
}
