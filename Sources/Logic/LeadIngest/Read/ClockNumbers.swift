/// What numbers in a column of times of day mean, as all of its fields show.
struct ClockNumbers: Hashable, Sendable {
  /// What numbers of at most four digits are.
  enum Short: Hashable, Sendable {
    /// No other number shows whether 9 is an hour.
    case unshown
    /// Hours and minutes, or with seconds, in which `1919` is 00:19:19; zeros at the front may be left out.
    case minutes, seconds
    /// The column has many of both.
    case either
  }
  var short = Short.unshown
  /// Whether some have zeros at the front: then 9 was hardly 0009.
  var haveZeros = false
  /// Whether `0.25` is a quarter of the day and not 0:25; nil where nothing shows it.
  var areParts: Bool?

  /// How many digits a number of so many has with its zeros; nil where that is open.
  func digits(of count: Int, startsWithZero: Bool) -> Int? {
    if count > 4 { return count > 6 ? nil : 6 }
    // Where zeros are left out, none is at the front.
    if startsWithZero { return count == 4 ? 4 : nil }
    return switch short {
    case .unshown: count > 2 ? 4 : nil
    case .minutes: haveZeros && count < 3 ? nil : 4
    case .seconds: haveZeros ? nil : 6
    case .either: nil
    }
  }
}

/// What the numbers in a column of times of day show of that.
struct ClockEvidence {
  /// Numbers of three or four digits, and of five or six.
  private var short = 0
  private var long = 0
  private var padded = 0
  /// Parts of a day that can be no hours and minutes, and the other way round.
  private var parts = 0
  private var clocks = 0

  /// Takes a field into account, white space at its ends already gone.
  mutating func add(_ field: FieldBytes) {
    var cursor = FieldCursor(field)
    let (_, count) = cursor.takeDigits()
    if count > 2 { cursor.takeHourWord() }
    if cursor.isAtEnd {
      if 3...4 ~= count { short += 1 }
      if 5...6 ~= count { long += 1 }
      if count == 4 || count == 6, field[0] == UInt8(ascii: "0") { padded += 1 }
    } else if field.isPartOfOne {
      if !field.mayBeClock { parts += 1 }
    } else if 1...2 ~= count, cursor.take("."), let minute = cursor.takePair(), minute < 60 {
      clocks += 1
    }
  }

  /// What they mean.
  var numbers: ClockNumbers {
    ClockNumbers(
      short: short + long == 0
        ? .unshown : long >= 4 * short ? .seconds : short >= 4 * long ? .minutes : .either,
      haveZeros: padded > 0, areParts: areParts)
  }

  private var areParts: Bool? { (parts > 0) == (clocks > 0) ? nil : parts > 0 }
}

extension FieldBytes {
  /// Whether it is a number below 1: `0.25`.
  var isPartOfOne: Bool {
    self[0] == UInt8(ascii: "0") && (self[1] == UInt8(ascii: ".") || self[1] == UInt8(ascii: ","))
      && count > 2 && (2..<count).allSatisfy { self[$0].isDigit }
  }

  /// Whether such a number may be hours and minutes: `0.30`, but not `0.5`, `0.75` and `0,30`.
  var mayBeClock: Bool { count == 4 && self[1] == UInt8(ascii: ".") && self[2] < UInt8(ascii: "6") }
}
