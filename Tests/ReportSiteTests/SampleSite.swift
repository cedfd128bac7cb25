import Foundation
import LeadMetrics
import LeadModel

@testable import ReportSite

/// A small site made in memory, from leads written down one by one.
struct SampleSite: Sendable {
  /// A lead of the first week of the sample, Monday 9 November 2026.
  struct Row: Sendable {
    var team: Int
    var weekday = Weekday.monday
    var minute: Int
    /// Seconds, or nil for never.
    var answered: UInt32?
    /// Weeks after the first.
    var week = 0
    /// For how many thresholds it is too young.
    var pending = 0
  }

  var teams = ["North", "South"]
  var rows = [
    Row(team: 0, minute: 480, answered: 600), Row(team: 0, minute: 495, answered: 7_200),
    Row(team: 0, minute: 1_439, answered: nil), Row(team: 0, weekday: .sunday, minute: 0, answered: 3_600),
    Row(team: 1, minute: 485, answered: 60), Row(team: 0, minute: 481, answered: 30, week: 1),
    Row(team: 1, minute: 481, answered: nil, week: 2, pending: 1),
  ]
  var rules = Rules()
  var settings = SiteSettings()
  var schedule = Schedule()
  var templates = SampleSite.ownTemplates
  /// What happens to the intake before it is analysed.
  var change: @Sendable (inout Intake) -> Void = { _ in }

  static let firstWeek = ISOWeek(year: 2026, week: 46)!

  var intake: Intake {
    let weeks = (rows.map(\.week).max() ?? -1) + 1
    var partitions = [[PackedLead]](repeating: [], count: teams.count * weeks)
    for row in rows {
      var lead = PackedLead(
        minuteOfWeek: row.weekday.index * 1_440 + row.minute, attributes: 0,
        code: row.answered ?? PackedLead.never)
      lead.pendingCount = row.pending
      partitions[row.team * weeks + row.week].append(lead)
    }
    var account = SourceAccount(name: "leads.csv")
    account.read = .init(rows: rows.count, leads: rows.count)
    account.counted = account.read
    let table = LeadTable(
      teams: teams.map { Team(name: $0, zone: .floating) }, firstWeek: Self.firstWeek, weekCount: weeks,
      partitions: partitions, attributes: teams.map { _ in [Attributes()] })
    // Thursday of the third week, 12:30.
    let end = LocalTime(date: Self.firstWeek.monday.adding(days: 17), minuteOfDay: 750)
    var intake = Intake(
      table: table, sources: [account],
      firstReceived: Instant(microseconds: LocalTime(date: Self.firstWeek.monday).microseconds),
      cutoff: Instant(microseconds: end.microseconds))
    change(&intake)
    return intake
  }

  /// One file of the site, made without the pages it has nothing to do with; nil where there is none.
  func file(_ path: String) throws -> [UInt8]? {
    let site = try site()
    for page in site.pages {
      let paths = Download.allCases.map { site.addresses.path(of: $0, of: page) }
      guard (paths + [site.addresses.path(of: page)]).contains(path) else { continue }
      return try site.files(of: page).first { $0.path == path }?.bytes
    }
    return site.sharedFiles().first { $0.path == path }?.bytes
  }

  /// What its pages have in common.
  func site() throws -> Site {
    let intake = intake
    return try Site(
      analysis: Analysis(intake: intake, schedule: schedule, rules: rules), intake: intake,
      schedule: schedule,
      settings: settings, templates: CheckedTemplates(templates, settings: settings))
  }

  /// Every file of the site by its path.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in try list() { files[file.path] = file.bytes }
    return files
  }

  /// The files in the order in which they are made.
  func list() throws -> [OutputFile] {
    var files: [OutputFile] = []
    try makeFiles(of: site()) { (file) throws(Failure) in files.append(file) }
    return files
  }

  /// The templates of this repository.
  static let ownTemplates: SiteTemplates = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Templates")
    var files: [String: String] = [:]
    for folder in ["narrative", "layout", "theme"] {
      let folderURL = root.appending(path: folder)
      for name in (try? FileManager.default.subpathsOfDirectory(atPath: folderURL.path)) ?? [] {
        files["\(folder)/\(name)"] = try? String(contentsOf: folderURL.appending(path: name), encoding: .utf8)
      }
    }
    return SiteTemplates(files: files)
  }()
}

extension LeadTable {
  /// Changes the leads of the first team in the first week.
  mutating func changeLeads(_ change: (PackedLead) -> PackedLead) {
    var order = LeadOrder()
    setPartition(0, partitions[0].map(change), &order)
  }
}
