import LeadModel

/// `in minutes`, or what needs no unit.
func words(_ unit: DurationUnit?) -> String {
  unit.map { "in \($0.name)" } ?? "as clock time or with units"
}

extension ColumnForm {
  /// The form for people: `ISO 8601, local time`.
  func description(of evidence: FormEvidence) -> String {
    let (instants, timestamps) = (evidence.instants, evidence.timestamps)
    return switch self {
    case .durations(let form):
      "durations \(words(form.unit))" + (form.decimalMark.map { ", decimal \($0.name)" } ?? "")
        + (evidence.examples.shortClock.flatMap { clock in
          form.clockUnit.map { ", \(clock.text) with \($0.name) first" }
        } ?? "")
    case .timestamps where timestamps == 0: "no time at all"
    case .timestamps(let form) where form.style == .epoch: form.description
    case .timestamps(let form) where instants == 0: form.description + ", local time"
    case .timestamps(let form) where instants == timestamps: form.description + ", with offset"
    case .timestamps(let form): form.description + ", some with offset and some in local time"
    }
  }
}

extension TimestampForm {
  /// The family and order for people.
  fileprivate var description: String {
    let mark = Character(Unicode.Scalar(separator))
    return switch style {
    case .yearFirst: mark == "/" || mark == "." ? "Y\(mark)M\(mark)D" : "ISO 8601"
    case .yearLast:
      switch order {
      case .dayFirst: "D\(mark)M\(mark)Y"
      case .monthFirst: "M\(mark)D\(mark)Y"
      case .yearFirst: "Y\(mark)M\(mark)D"
      case nil: "M\(mark)D\(mark)Y or D\(mark)M\(mark)Y"
      }
    case .monthName: "month by name"
    case .epoch: "time since 1970"
    case .serial: "spreadsheet days"
    }
  }
}
