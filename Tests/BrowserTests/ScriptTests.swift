import Foundation
import Testing

/// What the script and the styles of the pages do, on small pages of the test.
@Suite(.enabled(if: Browser.path != nil, "no Chromium is installed"))
struct ScriptTests {
  static let theme =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Templates/theme"

  /// What `script` answers on a page with the site's script.
  func answer(_ body: String, _ script: String, options: [String] = []) throws -> [String] {
    let file = NSTemporaryDirectory() + "leadheat-script-\(UUID().uuidString).html"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let html = """
      <!doctype html><body>\(body)<script src="file://\(Self.theme)/site.js"></script>
      <script>document.body.textContent = 'ANSWER' + (() => { \(script) })().join('|') + 'END';</script>
      """
    try Data(html.utf8).write(to: URL(fileURLWithPath: file))
    let (document, console) = try Browser.open(file, options: options)
    #expect(console.isEmpty, "\(console)")
    let start = try #require(document.range(of: "ANSWER")?.upperBound)
    let end = try #require(document.range(of: "END", range: start..<document.endIndex)?.lowerBound)
    return document[start..<end].components(separatedBy: "|")
  }

  /// The first row of a map walked with the arrow keys, one card per cell.
  static let walk = """
    const map = document.querySelector('svg'), said = [];
    for (const key of ['ArrowLeft', ...Array(COUNT - 1).fill('ArrowRight')]) {
      map.dispatchEvent(new KeyboardEvent('keydown', { key }));
      const card = document.querySelector('.card');
      said.push(card.hidden ? '' : card.textContent);
    }
    return said;
    """

  /// A map of two days whose table has these cells of the first one, from 00:00 on; those of the second are empty.
  func cards(_ cells: [String]) throws -> [String] {
    let rows = cells.enumerated().map { "<tr><th scope=row>0\($0):00<td>\($1)<td><td>9" }.joined()
    let map = """
      <svg class="hm tabled" viewBox="0 0 90 20"><g class="ar" transform="translate(0 5)scale(10 10)">
      <path class="z" d="M0-.5h\(cells.count)v2H0"/></g></svg>
      <section class="slots"><table><thead><tr><th>Slot<th>Mon<th>Tue<tbody>\(rows)</table></section>
      """
    return try answer(map, Self.walk.replacingOccurrences(of: "COUNT", with: "\(cells.count)"))
  }

  @Test("The card of a pooled map says what its table says, and nothing else") func pooled() throws {
    let cards = try cards([
      "83.3<i>12 · 3/5 · 2</i>", "0.0<i>1,204 · 0.5</i>", "50.0<i>2</i>", "50.0<i>2 · 0/0</i>",
      "–<i>0 · 0/0 · 1</i>", "–<i>0</i>", "<i>1</i>", "",
    ])
    #expect(
      cards == [
        "Mon 00:00: 83.3% of 12 pooled; 3 of 5 in this period; 2 on shift",
        "Mon 01:00: 0.0% of 1,204 pooled; 0.5 on shift",
        "Mon 02:00: 50.0% of 2 pooled",
        "Mon 03:00: 50.0% of 2 pooled; none old enough to judge in this period",
        "Mon 04:00: no lead old enough to judge; 1 on shift",
        "Mon 05:00: no lead old enough to judge",
        "Mon 06:00: no leads; 1 on shift",
        "Mon 07:00: no leads",
      ])
  }

  @Test("A map with titles says them, once, and leaves no names where they have no meaning") func titled()
    throws
  {
    let map = """
      <svg class="hm" role="img" aria-label="Map" viewBox="0 0 20 20"><g class="ar" transform="translate(0 5)scale(10 10)">
      <path class="z" d="M0-.5h2v1H0"/><g class="q1"><path d="M0 0h1"><title>Monday 08:00</title></path></g></g></svg>
      """
    let script = Self.walk.replacingOccurrences(of: "COUNT", with: "2").replacingOccurrences(
      of: "return said",
      with:
        "return [...said, map.querySelectorAll('title').length, map.querySelectorAll('path[aria-label]').length]"
    )
    #expect(try answer(map, script) == ["Monday 08:00", "", "0", "0"])
  }

  @Test("On a narrow screen a wide trend begins with its newest weeks, its heading where it is read")
  func newest() throws {
    let rules = Self.theme + "/../../Tests/HeatmapSVGTests/Goldens/stylesheet.css"
    let page = """
      <link rel="stylesheet" href="file://\(rules)"><div style="width: 360px; margin: 0">
      <figure style="margin: 0"><figcaption>Heading</figcaption><svg class="ch long" viewBox="0 0 1032 190"></svg></figure></div>
      """
    let script = """
      const [left, right] = ['left', 'right'].map(side => (element) => Math.round(element.getBoundingClientRect()[side] - 8));
      const [svg, caption] = ['svg', 'figcaption'].map(name => document.querySelector(name));
      return [left(svg), right(svg), left(caption), getComputedStyle(caption).direction];
      """
    let places = try answer(page, script, options: ["--window-size=800,1000"])
    #expect(places == ["-320", "360", "0", "ltr"])
  }

  @Test("What scrolls sideways can be reached by keyboard, and has a name") func scrollers() throws {
    let page = """
      <section><h2>Wide <small>remark</small></h2><div class="wide" style="overflow-x: auto; width: 100px">
      <div style="width: 300px">.</div></div></section>
      <section><h2>Narrow</h2><div class="wide" style="overflow-x: auto; width: 400px">.</div></section>
      """
    let script = """
      return [...document.querySelectorAll('.wide')].map(part =>
        [part.getAttribute('tabindex'), part.getAttribute('role'), part.getAttribute('aria-label')].join());
      """
    #expect(try answer(page, script) == ["0,region,Wide", ",,"])
  }
}
