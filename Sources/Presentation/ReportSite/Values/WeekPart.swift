import LeadMetrics
import LeadModel
import Narrative

/// A stretch of one weekday, wherever it is told: a slot, an hour, a block of four hours.
struct WeekPart {
  let weekday: Weekday
  /// When it begins, 0–1439.
  let minuteOfDay: Int
  /// How long it is, in minutes; it ends on the same day.
  let minutes: Int

  /// `12:00`.
  var start: String { Words.clock(minuteOfDay) }
  /// `12:30`; `24:00` at the end of the day.
  var end: String { Words.clock(minuteOfDay + minutes) }
  /// `Monday 12:00–12:30`.
  var name: String { "\(weekday.name) \(Words.clocks(minuteOfDay..<minuteOfDay + minutes))" }
}

extension Values {
  /// What it is called, explained by an example.
  static func part(_ example: WeekPart) -> ValueGroup<WeekPart> {
    ValueGroup([
      .text("name", example.name) { $0.name },
      .text("weekday", example.weekday.name) { $0.weekday.name },
      .text("start", example.start) { $0.start },
      .text("end", example.end) { $0.end },
    ])
  }
}

extension SlotRank {
  /// Which part of the week it is.
  var part: WeekPart { WeekPart(weekday: weekday, minuteOfDay: minuteOfDay, minutes: minutes) }
}

extension Staffing.Block {
  /// Which part of the week it is.
  var part: WeekPart { WeekPart(weekday: weekday, minuteOfDay: minuteOfDay, minutes: 240) }
}

extension Potential.Slot {
  /// Which part of the week it is, of slots of that many minutes.
  func part(of slotMinutes: Int) -> WeekPart {
    WeekPart(weekday: weekday, minuteOfDay: minuteOfDay, minutes: slotMinutes)
  }
}
