import Testing

@testable import HeatmapSVG

@Suite struct ScaleTests {
  @Test func percentHasTenClassesFromTheFloor() {
    let cases: [(Double, Int)] = [
      (0, 0), (9.99, 0), (10, 1), (59.9, 5), (60, 6), (99.9, 9), (100, 9), (-1, 0), (120, 9), (.nan, 0),
    ]
    for (value, colour) in cases { #expect(Scale.percent.colour(of: value) == colour) }
    #expect(Scale.percent.count == 10)
  }

  @Test func amountsClassesEndWithTheirBounds() {
    let scale = Scale.amount(bounds: [1, 2, 5])
    let cases: [(Double, Int)] = [
      (0, 0), (-3, 0), (0.5, 1), (1, 1), (1.5, 2), (2, 2), (2.1, 3), (5, 3), (99, 3),
    ]
    for (value, colour) in cases { #expect(scale.colour(of: value) == colour) }
    #expect(scale.count == 4)
  }

  @Test func amountsAreCutIntoRoundSteps() {
    let cases: [(Double, [Double])] = [
      (0, [1]), (1, [1]), (3, [1, 2, 3]), (2.5, [1, 2, 3]), (6, [1, 2, 3, 4, 5, 6]), (7, [2, 4, 6, 8]),
      (51, [10, 20, 30, 40, 50, 60]), (700, [200, 400, 600, 800]), (.nan, [1]), (.infinity, [1]),
    ]
    for (maximum, bounds) in cases { #expect(Scale.amount(upTo: maximum) == .amount(bounds: bounds)) }
    let parts: [(Double, [Double])] = [
      (0.9, [0.2, 0.4, 0.6, 0.8, 1]), (0.03, [0.01, 0.02, 0.03]), (0, [0.01]), (.nan, [1]),
    ]
    for (maximum, bounds) in parts {
      guard case .amount(let found, _, _) = Scale.amount(upTo: maximum, isWhole: false) else {
        Issue.record("\(maximum) makes no amounts")
        continue
      }
      #expect(found.map { ($0 * 100).rounded() / 100 } == bounds)
    }
  }

  @Test func changesAreSymmetric() {
    let scale = Scale.change(domain: 45)
    let cases: [(Double, Int)] = [
      (0, 4), (4.9, 4), (5.1, 5), (14.9, 5), (25.1, 7), (35.1, 8), (45, 8), (400, 8),
    ]
    for (value, colour) in cases {
      #expect(scale.colour(of: value) == colour)
      #expect(scale.colour(of: -value) == 8 - colour)
    }
    #expect(scale.colour(of: .nan) == 4)
    #expect(Scale.change(domain: 0).colour(of: 1) == 8)
  }

  @Test func aLegendSaysUpToUnlessItCounts() {
    func legend(_ scale: Scale, skipsZero: Bool = false) -> String {
      var legend = LegendSpec(scale: scale)
      legend.skipsZero = skipsZero
      return legend.html.string
    }
    let counts = legend(.amount(bounds: [1, 2, 12_000]))
    #expect(counts.contains(">0<") && counts.contains(">1<") && counts.contains(">2<"))
    #expect(counts.contains(">≤12,000<"))
    let amounts = legend(.amount(bounds: [1, 2], isCount: false))
    #expect(amounts.contains(">≤1<") && amounts.contains(">≤2<") && amounts.contains(">0<"))
    #expect(!legend(.amount(bounds: [1, 2], isCount: false), skipsZero: true).contains(">0<"))
    #expect(Scale.amount(upTo: 2, isCount: false) == .amount(bounds: [1, 2], isCount: false))
  }

  @Test func signsBesideCategoriesHaveNoCategorysColour() {
    var legend = LegendSpec(scale: .category(names: ["North"]))
    legend.keys = Cell.State.allCases.map { (.state($0), "\($0)") }
    let markup = legend.html.string
    #expect(markup.ranges(of: "c0").count == 1)
    for name in ["kf", "kl", "km"] { #expect(markup.contains("class=\"\(name)\"")) }
    #expect(LegendSpec(scale: .category(names: [])).html.string == "<p class=\"lg\"></p>")
  }
}
