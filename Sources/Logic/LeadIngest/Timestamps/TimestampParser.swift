import LeadModel

/// Reads the timestamps of one column. A value, made once per column; reading allocates nothing.
struct TimestampParser: Sendable {
  /// How the column is written.
  let form: TimestampForm
  /// The first eight characters of a date with zeros for its digits, for the kernel of the form.
  let dateTemplate: UInt64
  /// Whether it reads the day before the month where the year is last.
  let isDayFirst: Bool
  private let kernel: Kernel

  private enum Kernel { case yearFirst, yearLast, none }

  /// A reader of columns in that form.
  init(form: TimestampForm) {
    self.form = form
    isDayFirst = form.order == .dayFirst
    let separator = UInt64(form.separator)
    switch form.style {
    case .yearFirst:
      kernel = .yearFirst
      dateTemplate = 0x0030_3000_3030_3030 | separator << 32 | separator << 56
    case .yearLast where form.order == .monthFirst || isDayFirst:
      kernel = .yearLast
      dateTemplate = 0x3030_0030_3000_3030 | separator << 16 | separator << 40
    default:
      kernel = .none
      dateTemplate = 0
    }
  }

  /// What a field says, white space at its ends already gone; nil where it is no timestamp.
  @inline(__always) func parse(_ field: FieldBytes) -> ParsedTime? {
    let fast: ParsedTime? =
      switch kernel {
      case .yearFirst: fastYearFirst(field)
      case .yearLast: fastYearLast(field)
      case .none: nil
      }
    return fast ?? exact(field)
  }

  @inline(never) private func exact(_ field: FieldBytes) -> ParsedTime? {
    try? exactTimestamp(field, form: form)
  }

  /// Why a field is no timestamp, also where it may name that zone; nil where it is one. For the few rows that are
  /// rejected.
  func fault(of field: FieldBytes, named zone: ZoneRules = .floating) -> TimeFault? {
    do throws(TimeFault) {
      _ = try timeOfNamedZone(field, form: form, zone: zone)
      return nil
    } catch {
      return error
    }
  }
}

/// Whether a field of a time column says that there is no time: empty, or one of the words and dates that systems write
/// instead (`-`, `?`, `N/A`, `null`, `never`, `NaT`, `#REF!`, `0000-00-00`, `0001-01-01` …). In name columns the same
/// words are names.
func isBlankTime(_ field: FieldBytes) -> Bool {
  switch field.count {
  case 0: true
  case 1: field[0] == UInt8(ascii: "-") || field[0] == UInt8(ascii: "?") || field[0] == UInt8(ascii: ".")
  case 2: field.isSame(as: "na") || field.isSame(as: "\\n") || field.isSame(as: "--")
  case 3:
    field.isSame(as: "n/a") || field.isSame(as: "nat") || field.isSame(as: "nan") || field.isSame(as: "nil")
      || field.isSame(as: "–") || field.isSame(as: "—") || field.isSame(as: "---")
  case 4:
    field.isSame(as: "null") || field.isSame(as: "none") || field.isSame(as: "#n/a")
      || field.isSame(as: "n.a.")
  case 5:
    field.isSame(as: "(n/a)") || field.isSame(as: "<na>") || field.isSame(as: "never")
      || field.isSame(as: "#ref!")
  case 6:
    field.isSame(as: "[null]") || field.isSame(as: "<null>") || field.isSame(as: "(null)")
      || field.isSame(as: "(none)")
  case 7: field.isSame(as: "(blank)") || field.isSame(as: "(empty)") || field.isSame(as: "#value!")
  case 9 where field.isSame(as: "(not set)"), 12 where field.isSame(as: "invalid date"): true
  default: field.isZeroDate || field.isFirstDate
  }
}

extension FieldBytes {
  /// Whether it is the midnight with which the year 1 begins, `0001-01-01T00:00:00Z` or `1/1/0001 12:00:00 AM`: .NET's
  /// date that was never set.
  fileprivate var isFirstDate: Bool {
    // Only such a date is taken apart.
    guard self[0] == 0x30 || self[0] == 0x31, (0...6).contains(where: isYearOne), let parts = date else {
      return false
    }
    return (parts.year, parts.month, parts.day) == (1, 1, 1) && !parts.hasShortYear
      && parts.timeOfDay ?? 0 == 0
  }

  /// Whether `0001` begins there.
  private func isYearOne(at position: Int) -> Bool {
    self[position] == 0x30 && self[position + 1] == 0x30 && self[position + 2] == 0x30
      && self[position + 3] == 0x31
  }

  /// Whether it is `0000-00-00 00:00:00` or the like, with which some databases fill what they do not know.
  fileprivate var isZeroDate: Bool {
    guard count >= 10, self[0] == 0x30, self[1] == 0x30 else { return false }
    var zeros = 0
    for position in 0..<count {
      switch self[position] {
      case UInt8(ascii: "0"): zeros += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): if zeros < 2 { return false }
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "T"): if zeros < 8 { return false }
      default: return false
      }
    }
    return zeros >= 8 && zeros < count
  }
}
