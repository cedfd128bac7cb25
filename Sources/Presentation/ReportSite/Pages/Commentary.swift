import LeadModel
import Markup
import Narrative

/// What the narrative of a page says: its first paragraph is the sentence beside the number, the rest stands
/// below the map.
struct Commentary {
  let sentence: HTML
  let rest: HTML

  /// Splits rendered Markdown after its first paragraph; where it does not begin with one, all is the rest.
  init(_ rendered: [UInt8]) {
    let (start, end) = (Array("<p>".utf8), Array("</p>".utf8))
    let close = rendered.indices.first {
      rendered[$0] == end[0] && rendered[$0...].starts(with: end)
    }
    guard rendered.starts(with: start), let close else {
      (sentence, rest) = (.empty, HTML(trusted: rendered))
      return
    }
    sentence = HTML(trusted: Array(rendered[..<(close + end.count)]))
    rest = HTML(trusted: Array(rendered[(close + end.count)...].drop { $0 == UInt8(ascii: "\n") }))
  }

  /// The rest under a heading; nothing where there is none.
  func write(to writer: inout MarkupWriter) {
    guard !rest.bytes.isEmpty else { return }
    writer.element("section", .class("prose")) { writer in
      writer.heading("In words")
      writer.html(rest)
    }
  }
}

extension Page {
  /// The name of the template that tells the page; nil for pages without a narrative.
  package var narrative: String? {
    switch self {
    case .home, .period(.all): "home"
    case .teams: "teams"
    case .team, .teamPeriod(_, .all): "team"
    case .teamPeriod(_, .week): "team-week"
    case .teamPeriod(_, .month): "team-month"
    case .period(.week): "week"
    case .period(.month): "month"
    case .compare, .duel, .weeks, .months, .dataQuality, .about, .notFound: nil
    }
  }
}

/// A kind of page with a narrative, and the values it has there.
package enum NarrativePage: String, CaseIterable, Sendable {
  case home, teams, team
  case teamWeek = "team-week"
  case teamMonth = "team-month"
  case week, month

  /// The values of the page, for checks and for `leadheat values`.
  package var schema: Schema { group.schema }

  var group: ValueGroup<ToldPage> {
    switch self {
    case .home, .teams: Values.overview
    case .team: Values.teamOverview
    case .teamWeek, .teamMonth: Values.teamPeriodPage
    case .week, .month: Values.periodPage
    }
  }

  /// The maps, tables and charts that the template may place.
  package static let blocks = Set(Block.allCases.map(\.rawValue))
}

extension ToldPage {
  /// What it may say; nil for pages without a narrative.
  var values: Value? { page.narrative.flatMap(NarrativePage.init)?.group.value(of: self) }
}

extension NarrativeTemplates {
  /// Everything wrong in the narratives, for every kind of page.
  func check() -> [Diagnostic] {
    let told = NarrativePage.allCases.map { ($0.rawValue, $0.schema, NarrativePage.blocks) }
    return check(told + [(AboutPage.template, AboutPage.schema, AboutPage.blocks)])
  }
}

extension Site {
  /// The values of a page; nil where it has no narrative.
  package func values(of page: Page) -> Value? {
    guard let scope = page.scope, let period = page.period else { return nil }
    return ToldPage(page, analysis.report(scope, period), site: self).values
  }

  /// What the narrative of a page says.
  func commentary(on told: ToldPage) throws(Failure) -> Commentary {
    guard let name = told.page.narrative, let values = told.values else { return Commentary([]) }
    var blocks: [String: [UInt8]] = [:]
    for name in templates.narratives.blocks(of: name) {
      blocks[name] = Block(rawValue: name).map { $0.html(told).bytes } ?? []
    }
    return Commentary(try templates.narratives.render(name, values: values, blocks: blocks))
  }
}
