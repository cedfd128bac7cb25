/// Who was on shift when, in a period, up to the cut-off.
package struct CoverageMap: Hashable, Sendable {
  /// Whether the schedule says anything about the period.
  package enum Knowledge: Hashable, Sendable {
    case known
    /// Known for some teams or dates only, which the numbers are of.
    case partly(Reason)
    /// Nothing is known: there is no map.
    case unknown(Reason)
  }

  /// Why coverage is not known.
  package enum Reason: Hashable, Sendable {
    /// No schedule was given at all.
    case noSchedule
    /// No shift of the schedule belongs to the team.
    case noShifts
    /// All shifts of the team are dated, and these dates lie outside.
    case outsideDates
    /// Some of several teams have no known coverage.
    case someTeams
    /// The period lies after the cut-off.
    case notBegun
  }

  /// How much of the period the schedule tells.
  package let knowledge: Knowledge
  /// Minutes of a slot: 15, 30 or 60.
  package let slotMinutes: Int
  /// Laid out as ``Slice/cells``; empty where coverage is unknown.
  package let cells: [CoverageCell]
  /// How many dates of each weekday there are up to the cut-off, whether known or not; Monday first.
  let dates: [Int]
  /// Rep-minutes of the whole period up to the cut-off, to the minute.
  package let repMinutes: Int

  /// A map of those cells.
  package init(knowledge: Knowledge, slotMinutes: Int, cells: [CoverageCell], dates: [Int] = []) {
    self.dates = dates
    self.knowledge = knowledge
    self.slotMinutes = slotMinutes
    self.cells = cells
    repMinutes = cells.reduce(0) { $0 + $1.passedMinutes }
  }

  /// Whether a cell without anybody says that nobody was there: not where some of several teams are unknown.
  package func knowsNobody(_ cell: CoverageCell) -> Bool {
    cell.repMinutes == 0 && knowledge != .partly(.someTeams) && cell.minutes > 0
  }

  /// Whether there is a map to show.
  package var isKnown: Bool { !cells.isEmpty }
}

/// The staff of one slot of a weekday.
package struct CoverageCell: Hashable, Sendable {
  /// Minutes that reps were on shift, over all dates of the weekday up to the cut-off's, that one as a whole; a rep
  /// with overlapping shifts once.
  package var repMinutes: Int
  /// Those of them that had passed at the cut-off: what leads could come in.
  var passedMinutes: Int
  /// Minutes of the slot on those of these dates whose coverage is known; 0 where it is on none.
  package var minutes: Int
  /// Reps on shift at a time, on average over all dates of the weekday up to the cut-off's: ``repMinutes`` ÷ (minutes
  /// of a slot × these dates). 0 where there is none.
  package var average: Double
  /// Those on shift on any of the dates, by the bytes of their names.
  package var reps: [Presence]

  /// A rep's part in a slot: on shift on `dates` of the `of` dates of that weekday.
  package struct Presence: Hashable, Sendable {
    /// The rep's name.
    package var name: String
    /// How many dates the rep is on shift.
    package var dates: Int
    /// How many such dates there are.
    package var of: Int
    /// A rep on shift so often.
    package init(name: String, dates: Int, of: Int) {
      self.name = name
      self.dates = dates
      self.of = of
    }
  }

  /// A cell of those numbers; everything has passed unless told.
  package init(
    repMinutes: Int = 0, passedMinutes: Int? = nil, minutes: Int = 0, average: Double = 0,
    reps: [Presence] = []
  ) {
    self.repMinutes = repMinutes
    self.passedMinutes = passedMinutes ?? repMinutes
    self.minutes = minutes
    self.average = average
    self.reps = reps
  }
}

/// The leads of a period by whether anyone was on shift in the minute they came.
package struct CoverageSplit: Hashable, Sendable {
  /// With someone of the team on shift.
  package var covered: Counts
  /// With nobody on shift.
  package var uncovered: Counts
  /// Of teams or dates whose coverage is unknown: neither.
  package var unknown: Counts
  /// Uncovered leads per cell, laid out as ``Slice/cells``; empty where there are none.
  var uncoveredCells: [Counts]
  /// Those of unknown coverage likewise.
  var unknownCells: [Counts]

  /// Leads split so.
  init(
    covered: Counts, uncovered: Counts, unknown: Counts, uncoveredCells: [Counts], unknownCells: [Counts]
  ) {
    self.covered = covered
    self.uncovered = uncovered
    self.unknown = unknown
    self.uncoveredCells = uncoveredCells
    self.unknownCells = unknownCells
  }
}
