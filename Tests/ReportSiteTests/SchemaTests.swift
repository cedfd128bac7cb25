import Foundation
import Testing

@testable import Narrative
@testable import ReportSite

@Suite("Every member of every JSON of the sample site is a value of its page, under the same name")
struct SchemaTests {
  /// What no narrative has: the document itself, and the cells of the map.
  static let ofDocuments: Set = ["schema", "page", "cells"]

  /// The documents of the committed sample site by the path of their page.
  private let documents: [String: [String: Any]] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "site")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix(".json") }.reduce(into: [:]) { documents, path in
      let bytes = try? Data(contentsOf: root.appending(path: path))
      let document = bytes.flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any]
      if let page = document?["page"] as? String { documents[page] = document }
    }
  }()

  /// The values of the kind of page at a path.
  private func values(of path: String) -> Schema? {
    let parts = path.split(separator: "/").map(String.init)
    let isWeek = parts.last?.contains("-W") == true
    let kind: NarrativePage? =
      switch (parts.first, parts.count) {
      case ("index.html", 1): .home
      case ("teams", 2): .teams
      case ("teams", 3): parts[2] == "index.html" ? .team : isWeek ? .teamWeek : .teamMonth
      case ("weeks", 2): .week
      case ("months", 2): .month
      case ("compare", 2): .teams
      default: nil
      }
    guard parts.first == "compare", let schema = kind?.schema, case .object(let fields) = schema else {
      return kind?.schema
    }
    // One of the leaderboard's pairs.
    guard case .list(.object(let pair))? = fields.first(where: { $0.name == "pairs" })?.schema else {
      return nil
    }
    return .object(fields.filter { field in !pair.contains { $0.name == field.name } } + pair)
  }

  /// The paths of a document's members that a schema does not have.
  private func unknown(_ value: Any, in schema: Schema, at path: String = "") -> [String] {
    switch (schema.present, value) {
    case (.object(let fields), let members as [String: Any]):
      members.flatMap { name, member -> [String] in
        if Self.ofDocuments.contains(name) { return [] }
        let path = path.isEmpty ? name : "\(path).\(name)"
        guard let field = fields.first(where: { $0.name == name }) else { return [path] }
        return unknown(member, in: field.schema, at: path)
      }
    case (.list(let element), let items as [Any]):
      items.flatMap { unknown($0, in: element, at: path + "[]") }
    // In columns: an array for each value of the items.
    case (.list(let element), let columns as [String: Any]):
      columns.flatMap { name, column in
        (column as? [Any] ?? []).flatMap { unknown([name: $0], in: element, at: path + "[]") }
      }
    case (.text, is String), (.flag, is Bool), (.quantity, is Double), (.count, is Int), (_, is NSNull): []
    case (.quantity, let parts as [String: Any]):
      Set(parts.keys) == ["number", "low", "high"] ? [] : [path]
    default: [path]
    }
  }

  @Test func membersAreValues() throws {
    #expect(documents.count > 50)
    for (page, var document) in documents where page != "data-quality.html" {
      let schema = try #require(values(of: page), "\(page)")
      // The lists of weeks and months tell of each what its own page has.
      for period in document.removeValue(forKey: "periods") as? [[String: Any]] ?? [] {
        #expect(Set(unknown(period, in: schema)) == [], "periods of \(page)")
      }
      #expect(Set(unknown(document, in: schema)) == [], "\(page)")
    }
  }

  @Test("The account of all rows has its totals under the names of narratives, and what the about page lists")
  func account() throws {
    let document = try #require(documents["data-quality.html"])
    #expect(
      Set(document.keys) == [
        "schema", "page", "data", "only", "skipped_times", "repeated_times", "contradicted_flags", "sources",
        "rejected_rows", "rejected_schedule_rows", "reps_without_shifts", "reps_without_leads",
        "weeks_without_leads", "remarks",
      ])
    #expect(Set(Site.accountingMembers) == Set(document.keys).subtracting(["schema", "page", "data"]))
    let data = try #require(document["data"])
    #expect(unknown(["data": data], in: NarrativePage.home.schema) == [])
    #expect(documents["index.html"]?["schema"] as? String == document["schema"] as? String)
  }

  @Test("What a list tells of a week or a month is what its own JSON tells")
  func listsAgree() throws {
    for list in ["weeks/index.html", "months/index.html"] {
      let periods = try #require(documents[list]?["periods"] as? [[String: Any]])
      #expect(!periods.isEmpty)
      for period in periods {
        let page = try #require(period["page"] as? String)
        let own = try #require(documents[page])
        for (name, member) in period {
          #expect((own[name] as? NSObject) == (member as? NSObject), "\(name) of \(page)")
        }
      }
    }
  }
}
