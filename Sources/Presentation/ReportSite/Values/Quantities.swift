import LeadMetrics
import Markup
import Narrative

// How each kind of number becomes a quantity: its text, its forms, and the number that comparisons look at,
// which is the one shown.

extension Quantity {
  static let rateForms = ["number", "whole", "fraction", "interval", "low", "high"]
  static let pointsForms = ["size", "interval", "low", "high"]
  static let durationForms = ["minutes"]
  static let shareForms = ["number", "whole"]

  /// `71.1%`, with its counts and its interval; an en dash where there is none.
  static func rate(_ ratio: Ratio?) -> Quantity {
    let ratio = ratio ?? Ratio(0, of: 0)
    let bounds = Interval(wilson: ratio)?.tenths
    func bound(_ tenths: Int?) -> String { tenths.map { Words.tenths($0) } ?? Words.none }
    return Quantity(
      ratio.tenths.map { Double($0) / 10 }, Words.percent(ratio.tenths),
      forms: [
        "number": bound(ratio.tenths), "whole": ratio.wholePercent.map { "\($0)%" } ?? Words.none,
        "fraction": ratio.isDefined ? Words.fraction(ratio) : Words.none,
        "interval": bounds.map { "\(bound($0.low)) to \(bound($0.high))" } ?? Words.none,
        "low": Words.percent(bounds?.low), "high": Words.percent(bounds?.high),
      ], interval: bounds.map(range))
  }

  /// The bounds of an interval, as numbers of one decimal.
  private static func range(_ tenths: (low: Int, high: Int)) -> ClosedRange<Double> {
    Double(tenths.low) / 10...Double(tenths.high) / 10
  }

  /// `12.3%` of something, without an interval.
  static func share(_ part: Int?, of whole: Int) -> Quantity {
    let ratio = part.map { Ratio($0, of: whole) } ?? Ratio(0, of: 0)
    return Quantity(
      ratio.tenths.map { Double($0) / 10 }, Words.percent(ratio.tenths),
      forms: [
        "number": ratio.tenths.map { Words.tenths($0) } ?? Words.none,
        "whole": ratio.wholePercent.map { "\($0)%" } ?? Words.none,
      ])
  }

  /// `+8.5` percentage points, with its interval; an en dash for nil.
  static func points(_ change: Change?) -> Quantity {
    guard let change else {
      return Quantity(
        nil, Words.none, forms: Dictionary(uniqueKeysWithValues: pointsForms.map { ($0, Words.none) }))
    }
    let (low, high) = change.interval.tenths
    return Quantity(
      Double(change.points) / 10, Words.signedTenths(change.points),
      forms: [
        "size": Words.tenths(abs(change.points)),
        "interval": Words.interval(change),
        "low": Words.signedTenths(low), "high": Words.signedTenths(high),
      ], interval: range((low, high)))
  }

  /// A response time, with its minutes; an en dash for nil.
  static func duration(_ microseconds: Int64?) -> Quantity {
    let tenths = microseconds.map { Int(($0 + 3_000_000) / 6_000_000) }
    return Quantity(
      microseconds.map(Words.shownMinutes), Words.duration(microseconds),
      forms: ["minutes": tenths.map { Words.tenths($0) } ?? Words.none])
  }

  /// A response time in seconds, `90.000001`: exact to the microsecond, as downloads write it; an en dash for nil.
  static func seconds(_ microseconds: Int64?) -> Quantity {
    guard let microseconds else { return Quantity(nil, Words.none) }
    var digits = ByteWriter()
    digits.decimal(millionths: Int(microseconds))
    return Quantity(Double(microseconds) / 1_000_000, String(decoding: digits.bytes, as: UTF8.self))
  }

  /// `12.3%` from its tenths, which were rounded once; an en dash for nil.
  static func percent(tenths: Int?) -> Quantity {
    Quantity(
      tenths.map { Double($0) / 10 }, Words.percent(tenths),
      forms: ["number": tenths.map { Words.tenths($0) } ?? Words.none])
  }

  /// `+1.3` percentage points without an interval; an en dash for nil.
  static func part(tenths: Int?) -> Quantity {
    Quantity(tenths.map { Double($0) / 10 }, tenths.map { Words.signedTenths($0) } ?? Words.none)
  }

  /// Leads in time that are lacking: `12`, and as a phrase `12 leads`, `reached`, `out of reach`.
  static func catchUp(_ catchUp: CatchUp?) -> Quantity {
    var quantity = Quantity.whole(catchUp?.leads)
    quantity.forms = ["phrase": Words.catchUp(catchUp)]
    return quantity
  }

  /// One decimal, `under 0.1` where that would be a zero that is none; an en dash for nil.
  static func decimal(_ value: Double?) -> Quantity {
    guard let value else { return Quantity(nil, Words.none) }
    return Quantity(Double(Words.tenths(of: value)) / 10, Words.amount(value))
  }

  /// A whole number; an en dash for nil.
  static func whole(_ value: Int?) -> Quantity {
    Quantity(value.map(Double.init), value.map { Words.count($0) } ?? Words.none)
  }
}

extension CatchUp {
  /// nil where it is out of reach.
  var leads: Int? { if case .leads(let leads) = self { leads } else { nil } }
}
