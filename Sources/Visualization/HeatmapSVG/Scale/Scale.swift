/// How a number becomes a colour class, and what a legend says about it. Legend and cells use the same one.
package enum Scale: Hashable, Sendable {
  /// Ten classes from 0–9 % to 90–100 %, on every map the same, in the colours of the palette. The class is
  /// the floor of the percent ÷ 10, and 9 for 100.
  case percent
  /// Blues: class 0 is nothing, class k is above `bounds[k-2]` and up to `bounds[k-1]`. At most
  /// ``blues`` bounds, ascending. `labels` says each bound in the legend; where fewer, the number itself. Between counts
  /// there is nothing, so that a class of `isCount` that ends with 3 after 2 is 3 and not up to 3.
  case amount(bounds: [Double], labels: [String] = [], isCount: Bool = true)
  /// Nine classes from a fall (brown) over nothing (grey) to a rise (blue), symmetric: the outer classes
  /// begin at 7/9 of `domain`, in the unit of the numbers, positive.
  case change(domain: Double)
  /// A category per class: up to ``categories`` names.
  case category(names: [String])

  /// The most bounds of an amount.
  static let blues = 6
  /// The most categories told apart.
  package static let categories = 12

  /// An amount from 0 to at least `maximum`, in steps as round as can be: whole ones, or of hundredths and more where
  /// `isWhole` is false; of counts unless `isCount` is false.
  package static func amount(upTo maximum: Double, isWhole: Bool = true, isCount: Bool = true) -> Scale {
    guard maximum.isFinite else { return .amount(bounds: [1], isCount: isCount) }
    let steps = [1.0, 2, 5, 10, 20, 25, 50]
    var unit = isWhole ? 1.0 : 0.01
    while true {
      for step in steps where step * unit * Double(blues) >= maximum {
        var bounds: [Double] = []
        while bounds.isEmpty || bounds.last! < maximum {
          bounds.append(Double(bounds.count + 1) * step * unit)
        }
        return .amount(bounds: bounds, isCount: isCount)
      }
      unit *= 100
    }
  }

  /// The number of classes.
  var count: Int {
    switch self {
    case .percent: 10
    case .amount(let bounds, _, _): bounds.count + 1
    case .change: 9
    case .category(let names): names.count
    }
  }

  /// The class of a number; beyond the domain it is the last one on that side.
  package func colour(of value: Double) -> Int {
    switch self {
    case .percent: value >= 100 ? 9 : value > 0 ? Int(value / 10) : 0
    case .amount(let bounds, _, _):
      value <= 0 ? 0 : min(bounds.count, 1 + (bounds.firstIndex { value <= $0 } ?? bounds.count))
    case .change(let domain): max(0, min(8, 4 + Scale.rounded(value * 4.5 / domain)))
    case .category: max(0, Scale.rounded(value))
    }
  }

  /// To the nearest whole number, half away from zero; kept within ±10¹⁵, and 0 for what is no number.
  static func rounded(_ value: Double) -> Int {
    if value.isNaN { return 0 }
    let value = max(-1e15, min(1e15, value))
    return Int(value + (value < 0 ? -0.5 : 0.5))
  }
}
