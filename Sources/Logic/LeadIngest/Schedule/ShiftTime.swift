import LeadModel

/// A time of day in a schedule.
enum ShiftTime: Hashable {
  /// Minutes since midnight, 0–1440.
  case minute(Int)
  /// The rep is away.
  case off

  /// `08:00`, `8.30`, `8:00 AM`, `8 am`, `24:00`, with seconds if they are 00; `off`. `decimal` is a time of the file
  /// that shows that dotted ones are numbers.
  init(_ text: String, decimal: String? = nil) throws(ShiftFault) {
    let text = text.lowercased()
    if ["off", "away", "leave", "holiday"].contains(text) {
      self = .off
      return
    }
    if let dotted = DottedTime(text) {
      if let decimal { throw .decimalTime(example: decimal) }
      if dotted.isFraction { throw .fractionOfDay }
    }
    guard let minute = text.withFieldBytes(ShiftTime.minute) else { throw .unreadableTime }
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
      if cursor.take(":") {
        guard cursor.takePair() == 0 else { return nil }
        // Of a database with fractions of seconds.
        if cursor.take("."), cursor.takeDigits().value != 0 { return nil }
      }
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

/// Two numbers around a dot: a clock time such as `8.30`, or a number with decimals such as `8.5`.
struct DottedTime {
  var hour: Substring
  private var rest: Substring

  /// Takes a text apart; nil where it is something else.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) else {
      return nil
    }
    (hour, rest) = (parts[0], parts[1])
  }

  /// Whether it is written as a part of a whole: `0.25`, but not `0.00`, which is midnight in any case.
  var isFraction: Bool { hour == "0" && rest.contains { $0 != "0" } }

  /// Whether it can only be a number: minutes are two digits below 60.
  var isDecimal: Bool { hour.utf8.count > 2 || rest.utf8.count != 2 || rest >= "60" }
}
