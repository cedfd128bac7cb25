import LeadModel

/// The files by which machines find the pages: for crawlers, and for feed readers where the site's address is known.
enum SiteIndex {
  /// The feed's path, relative to the site's folder.
  static let feedPath = "feed.xml"
}

extension Site {
  /// The cut-off as ISO 8601 with its offset, `2026-11-15T23:52:00-05:00`; without one where times are floating; nil
  /// without any row.
  var cutoffStamp: String? {
    guard let cutoff = analysis.cutoff else { return nil }
    let local = analysis.zone.local(of: cutoff)
    let stamp = local.description.replacing(" ", with: "T", maxReplacements: 1)
    guard analysis.zone.name != nil else { return stamp }
    let minutes = Int((local.microseconds - cutoff.microseconds) / 60_000_000)
    let offset =
      "\((Int(minutes.magnitude) / 60).padded(to: 2)):\((Int(minutes.magnitude) % 60).padded(to: 2))"
    return stamp + (minutes < 0 ? "-" : "+") + offset
  }
}
