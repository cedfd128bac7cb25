/// The choices a report is made with. Each is a key of the configuration; the about page says what they mean.
package struct Rules: Hashable, Sendable {
  /// The minutes that a slot may have.
  package static let slotWidths = [15, 30, 60]
  /// Minutes of a slot, of ``slotWidths``.
  package var slotMinutes = 30
  /// The headline threshold, minutes.
  package var threshold = 60 { didSet { rankThresholds() } }
  /// Further thresholds, minutes, in any order.
  package var also: [Int] = [] { didSet { rankThresholds() } }
  /// Fewer judged leads than this in a cell, a team or a rep, and its rate says little; 1 or more.
  package var minLeads = 5
  /// Whether leads too young to be judged are left out.
  package var pending = Pending.exclude
  /// What happens to rows with the same id.
  package var duplicates = Duplicates.last
  /// That many seconds of a first response before the receipt are forgiven.
  package var clockSkewSeconds = 0
  /// The explicit cut-off; nil for the latest received time.
  package var asOf: Instant?
  /// Whether ``asOf`` is the end of a date: then what happens at that very instant belongs to the next day.
  package var asOfIsDayEnd = false
  /// Declares that the data begin on this day, even where its first lead is later; nil for the first lead's.
  package var from: CivilDate?
  /// The percentage of rejected rows above which the build fails, if they are more than ten.
  package var maxRejectedPercent = 1.0
  /// The name of the one team where no row names any.
  package var unnamedTeam = "All leads"

  /// What happens to leads that are too young to be judged: left out, or judged all the same.
  package enum Pending: String, Hashable, Sendable, CaseIterable { case exclude, count }
  /// Which of the rows with the same id count: the last, the first, or all.
  package enum Duplicates: String, Hashable, Sendable, CaseIterable { case last, first, keep }

  /// The defaults.
  package init() {}

  /// Whether so many of so many rows are rejected that nothing should be built of the rest: all, or too many.
  package func refuses(rejected: Int, of rows: Int) -> Bool {
    rejected > 0 && rejected == rows
      || rejected > 10 && Double(rejected) * 100 > maxRejectedPercent * Double(rows)
  }

  /// At most this many thresholds, the headline among them: what a packed row has bits for.
  package static let thresholdLimit = 7

  /// All thresholds in minutes, ascending, each once.
  package private(set) var thresholds = [60]
  /// The position of the headline threshold in ``thresholds``.
  package private(set) var headline = 0
  /// Slots of a day: 96, 48 or 24.
  package var slotsPerDay: Int { 1_440 / slotMinutes }

  /// They are asked for with every cell, so they are kept.
  private mutating func rankThresholds() {
    thresholds = Array(Set(also + [threshold])).sorted()
    headline = thresholds.firstIndex(of: threshold)!
  }
}
