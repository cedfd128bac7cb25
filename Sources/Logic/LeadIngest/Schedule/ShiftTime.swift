import LeadModel

/// A time of day in a schedule.
enum ShiftTime: Hashable {
  /// Minutes since midnight, 0–1440.
  case minute(Int)
  /// The rep is away.
  case off

  /// `08:00`, `8:00 AM`, `8 am`, `24:00`, with seconds if they are 00; `off`. nil where it is none of these.
  init?(_ text: String) {
    let text = text.lowercased()
    if ["off", "away", "leave", "holiday"].contains(text) {
      self = .off
      return
    }
    guard let minute = text.withFieldBytes(ShiftTime.minute) else { return nil }
    self = .minute(minute)
  }

  private static func minute(_ field: FieldBytes) -> Int? {
    var cursor = FieldCursor(field)
    let (hour, digits) = cursor.takeDigits()
    guard digits == 1 || digits == 2 else { return nil }
    var minute: Int?
    if cursor.take(":") || cursor.take(".") {
      guard let pair = cursor.takePair(), pair < 60 else { return nil }
      minute = pair
      if cursor.take(":"), cursor.takePair() != 0 { return nil }
    }
    cursor.takeBlanks()
    if cursor.isAtEnd {
      guard let minute, hour < 24 || hour == 24 && minute == 0 else { return nil }
      return hour * 60 + minute
    }
    let half = cursor.next
    guard cursor.take("a") || cursor.take("p"), (1...12).contains(hour) else { return nil }
    let isDotted = cursor.take(".")
    guard cursor.take("m") else { return nil }
    if isDotted { _ = cursor.take(".") }
    guard cursor.isAtEnd else { return nil }
    return (hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)) * 60 + (minute ?? 0)
  }
}
