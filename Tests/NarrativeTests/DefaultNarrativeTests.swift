import Foundation
import LeadModel
import Narrative
import Testing

/// The narratives that come with leadheat, in every situation of a page.
struct DefaultNarrativeTests {
  static let pages = ["home", "month", "team", "team-month", "team-week", "teams", "week"]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
  private static let templates: NarrativeTemplates = {
    let folder = root.appending(path: "../../Templates").standardizedFileURL
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let files = paths.filter { $0.hasSuffix(".md") }.map {
      ($0, (try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)) ?? "")
    }
    return NarrativeTemplates(files: Dictionary(uniqueKeysWithValues: files))
  }()

  private func text(_ page: String, _ values: Value) throws -> String {
    String(decoding: try Self.templates.render(page, values: values, blocks: [:]), as: UTF8.self)
  }

  @Test func everyTemplateIsFreeOfFaultsAndUsed() {
    let pages = Self.pages.map {
      (name: $0, schema: Schema(of: fullValues($0)), blocks: Set<String>())
    }
    // The about page is of another kind: the site's own tests hold it to its values.
    #expect(Self.templates.check(pages).filter { $0.place?.file != "narrative/about.md" } == [])
  }

  @Test func saysOneAsOne() throws {
    guard case .object(var values) = defaultValues("team-week", .improved) else { return }
    for name in ["never", "pending", "anomalies"] {
      values[name] = .quantity(.count(1, "1", of: Noun("lead", "leads")))
    }
    let one = try text("team-week", .object(values))
    for sentence in [
      "1 lead (7.6%) has had no answer so far.", "1 lead is too young to be judged and left out of the rate.",
      "1 lead has a first response from before it was received, and is counted as not answered in time:",
    ] { #expect(one.contains(sentence)) }
    for name in ["never", "pending", "anomalies"] {
      values[name] = .quantity(.count(2, "2", of: Noun("lead", "leads")))
    }
    let two = try text("team-week", .object(values))
    for sentence in [
      "2 leads (7.6%) have had no answer so far.",
      "2 leads are too young to be judged and left out of the rate.",
      "2 leads have a first response from before they were received, and are counted as not answered in time:",
    ] { #expect(two.contains(sentence)) }
    for name in ["never", "pending", "anomalies"] {
      values[name] = .quantity(.count(0, "0", of: Noun("lead", "leads")))
    }
    let none = try text("team-week", .object(values))
    for words in ["no answer so far", "too young", "first response from before"] {
      #expect(!none.contains(words))
    }
  }

  @Test func saysWhatAnIncompleteWeekIsComparedWith() throws {
    guard case .object(var values) = defaultValues("team-week", .declined),
      case .object(var period) = values["period"], case .object(var change) = values["change"]
    else { return }
    period["is_complete"] = .flag(false)
    change["like_for_like"] = .flag(true)
    change["compared_rate"] = change["rate"]
    values["period"] = .object(period)
    values["change"] = .object(change)
    let said = try text("team-week", .object(values))
    #expect(
      said.contains(
        "<strong>down 8.5 points</strong> on the same weekdays and times of the week before (on these 62.6% after 62.6%),"
      ))
    #expect(said.contains("<p>The data do not span week 46 in full; they end on 15 November 2026.\n"))
  }

  @Test func saysAtWhichEndTheDataLack() throws {
    guard case .object(var values) = defaultValues("team-month", .improved),
      case .object(var period) = values["period"]
    else { return }
    period["is_complete"] = .flag(false)
    period["from"] = .text("5 November 2026")
    values["period"] = .object(period)
    let both =
      "The data do not span November 2026 in full; they begin on 5 November 2026 and end on 15 November 2026."
    #expect(try text("team-month", .object(values)).contains(both))
    period["through"] = .text("")
    values["period"] = .object(period)
    #expect(try text("team-month", .object(values)).contains("in full; they begin on 5 November 2026.\n"))
  }

  @Test func callsNobodyNeverAnsweredWhereOnlyAFlagTells() throws {
    guard case .object(var values) = defaultValues("team-week", .improved),
      case .object(var data) = values["data"]
    else { return }
    data["tells_times"] = .flag(false)
    values["data"] = .object(data)
    let said = try text("team-week", .object(values))
    #expect(!said.contains("no answer so far") && said.contains("whether leads were answered within an hour"))
  }

  @Test(arguments: pages) func saysEachSituationInItsOwnWords(page: String) throws {
    let texts = try Situation.allCases.map { try text(page, defaultValues(page, $0)) }
    #expect(Set(texts).count == Situation.allCases.count)
    let kind = page.hasSuffix("month") ? "month" : "week"
    let words: [Situation: String] = [
      .improved:
        "<strong>up 8.5 points</strong> on the \(kind) before, more than chance explains (+2.0 to +15.0).",
      .declined:
        "<strong>down 8.5 points</strong> on the \(kind) before, more than chance explains (−15.0 to −2.0).",
      .noClearChange:
        "no clear change: +1.2 points on the \(kind) before, which may be chance (−5.1 to +7.5).",
      .first: "the first \(kind) in the data, so there is nothing to compare it with.",
      .nothing:
        "No rate yet for \(kind == "week" ? "week 46" : "November 2026"): all its 7 leads are too young to be judged.",
    ]
    for (situation, text) in zip(Situation.allCases, texts) {
      for (other, said) in words {
        #expect(text.contains(said) == (other == situation), "\(page), \(situation): \(said)")
      }
    }
  }

  @Test(arguments: pages) func agreesWithItsGolden(page: String) throws {
    var said = ""
    for situation in Situation.allCases {
      said += "== \(situation.rawValue) ==\n" + (try text(page, defaultValues(page, situation))) + "\n"
    }
    said += "== no data ==\n" + (try text(page, emptyValues(page)))
    let golden = Self.root.appending(path: "Goldens/\(page).html")
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
      try said.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record(
        "There was no golden \(golden.lastPathComponent). It has been written: read it before it is kept.")
      return
    }
    #expect(said == expected)
  }

  /// What may stand beside the number is one paragraph, and comes first.
  @Test(arguments: pages) func beginsWithAParagraph(page: String) throws {
    for situation in Situation.allCases {
      #expect(try text(page, defaultValues(page, situation)).hasPrefix("<p>"))
    }
    #expect(try text(page, emptyValues(page)).hasPrefix("<p>No "))
  }

  /// Neither a number nor a name is missing from a sentence.
  @Test(arguments: pages) func hasNoHoles(page: String) throws {
    for values in Situation.allCases.map({ defaultValues(page, $0) }) + [emptyValues(page)] {
      let said = try text(page, values)
      // Only dates have a dash between spaces.
      let sentences = said.replacing("September – 15", with: "x").replacing("September – 29", with: "x")
      for hole in ["–%", "–", " .", " ,", " :", "()", "  ", "<p></p>", "<p>.", "\"\""] {
        let allowed = hole == "–" ? sentences.replacing(/[0-9]–[0-9]/, with: "x") : sentences
        #expect(!allowed.contains(hole), "\(hole.debugDescription) in \(said)")
      }
    }
  }
}
