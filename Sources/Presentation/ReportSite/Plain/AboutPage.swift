import HeatmapSVG
import LeadModel
import Markup
import Narrative

/// How every number is made. Its words are those of `narrative/about.md`.
package enum AboutPage {
  /// The name of its template.
  package static let template = "about"

  /// The values of the template.
  package static let schema = Schema.object([
    .init("threshold", .quantity(forms: ["exactly"]), "the headline threshold: `1 hour`; exactly: `60:00`"),
    .init("is_an_hour", .flag, "whether the headline threshold is one hour"),
    .init("several_thresholds", .flag, "whether there are others"),
    .init("thresholds", .text, "all thresholds"),
    .init("slot", .text, "the length of a slot: `30 minutes`"),
    .init("min_leads", .count, "fewer judged leads than this say little"),
    .init("few_leads", .text, "one less than twice that, in digits"),
    .init("weighted", .flag, "whether rows stand for other numbers of leads than one"),
    .init("clock_skew", .optional(.text), "the seconds that are forgiven, if any"),
    .init("pending_excluded", .flag, "whether leads too young to judge are left out"),
    .init("duplicates_kept", .flag, "whether rows with the same id are all counted"),
    .init("first_counts", .flag, "whether of rows with the same id the first is counted"),
    .init("zone", .optional(.text), "the zone of the report, if there is one"),
    .init("through", .optional(.text), "the cut-off, if there is any row"),
    .init(
      "link",
      .object(links.map { .init($0.name, .address, $0.summary) }), "addresses of pages"),
  ])

  /// The pages that every site has.
  fileprivate static let links: [(name: String, page: Page, summary: String)] = [
    ("home", .home, "the first page"), ("teams", .teams, "the leaderboard"),
    ("weeks", .weeks, "the list of all weeks"), ("months", .months, "the list of all months"),
    ("about", .about, "this page"), ("data_quality", .dataQuality, "what was read and dropped"),
  ]

  /// The blocks that the template may place.
  package static let blocks: Set = ["chart.states", "table.json"]
}

extension Site {
  /// How every number is made.
  func aboutPage() throws(Failure) -> PageContent {
    let body = try templates.narratives.render(
      AboutPage.template, values: aboutValues,
      blocks: ["chart.states": statesLegend.html.bytes, "table.json": jsonMembers.bytes])
    return PageContent(
      heading: "How these numbers are made",
      summary: "What each number of this site means and how it is made.",
      body: .written { html in
        html.element("div", .class("prose", "block")) { $0.html(HTML(trusted: body)) }
      })
  }

  /// The values of `narrative/about.md`.
  package var aboutValues: Value {
    let minutes = rules.threshold
    let exactly = Words.exactly(minutes)
    return .object([
      "threshold": .quantity(
        Quantity(Double(minutes), Words.threshold(minutes), forms: ["exactly": exactly])),
      "is_an_hour": .flag(minutes == 60),
      "several_thresholds": .flag(rules.thresholds.count > 1),
      "thresholds": .text(enumeration(of: rules.thresholds.map(Words.threshold))),
      "slot": .text(Words.count(rules.slotMinutes, "minute")),
      "min_leads": .quantity(.count(rules.minLeads, Words.count(rules.minLeads), of: .leads)),
      "few_leads": .text(Words.count(2 * rules.minLeads - 1)),
      "weighted": .flag(Accounting(of: self).isWeighted),
      "clock_skew": rules.clockSkewSeconds == 0
        ? .none : .text(Words.count(rules.clockSkewSeconds, "second")),
      "pending_excluded": .flag(rules.pending == .exclude),
      "duplicates_kept": .flag(rules.duplicates == .keep),
      "first_counts": .flag(rules.duplicates == .first),
      "zone": analysis.zone.name.map(Value.text) ?? .none,
      "through": through.map(Value.text) ?? .none,
      "link": .object(
        Dictionary(
          uniqueKeysWithValues: AboutPage.links.map { name, page, _ in
            (name, .address(addresses.link(from: .about, to: page)))
          })),
    ])
  }

  /// The colours of a rate and the five states of a cell.
  private var statesLegend: LegendSpec {
    var legend = LegendSpec(scale: .percent, palette: settings.palette)
    legend.ends = ("0%", "100%")
    legend.keys = [
      (.state(.full), "\(2 * rules.minLeads) leads judged or more"),
      (.state(.lightened), "\(rules.minLeads) to \(2 * rules.minLeads - 1)"),
      (.state(.muted), "fewer than \(rules.minLeads)"),
      (.state(.unjudged), "leads, but all too young to judge"),
      (.state(.blank), "no leads"), (.outline, "someone on shift"),
    ]
    return legend
  }

  /// The members of the JSON downloads.
  private var jsonMembers: HTML {
    .written { html in
      html.element("details") { html in
        html.element("summary", text: "Every member of the JSON files")
        html.wordsTable(
          ["Member", "What it holds"],
          rows: [
            ["schema", "\"\(Site.jsonSchema)\": the names and meanings of this table"],
            ["page", "the page's path, relative to the site's folder"],
            [
              "cells",
              "on every page about leads, in columns: weekday (1 is Monday), time, leads, judged, pending, within, "
                + "contacted, never, anomalies, median_s, coverage (reps on shift on average; null where unknown)",
            ],
            [Values.pair.names.joined(separator: ", "), "on the page of two teams: as in pairs"],
            [
              "periods",
              "on the lists of weeks and months: page, \(Values.listed.schema.downloadedParts) of each",
            ],
            [
              Site.accountingMembers.joined(separator: ", "),
              "in \(Site.accountingPath), what was read, dropped and why: of each source its rows and leads by fate and its "
                + "columns, every rejected row that is listed, who and which weeks are without shifts or leads, and all remarks",
            ],
          ] + DownloadedValues.all.flatMap(\.meanings).map { [$0.name, $0.about] })
      }
    }
  }
}
