/// A colour of a cell and of the text on it, in both themes.
struct Swatch: Hashable, Sendable {
  var light, dark: Pair

  struct Pair: Hashable, Sendable {
    var fill: RGB
    var ink: RGB
    init(_ fill: RGB) {
      self.fill = fill
      ink = fill.ink
    }
  }

  /// Which group of labels it belongs to: those of the same ink in both themes.
  var tone: Tone { Tone(light: Tone.Ink(light.ink), dark: Tone.Ink(dark.ink)) }
}

/// The inks of text on a cell, in both themes: labels of one tone are written together.
struct Tone: Hashable, Sendable {
  enum Ink: UInt8, Hashable, Sendable, CaseIterable {
    case nearBlack, white, black
    init(_ colour: RGB) { self = colour == .white ? .white : colour == .black ? .black : .nearBlack }
    var colour: RGB {
      switch self {
      case .nearBlack: .nearBlack
      case .white: .white
      case .black: .black
      }
    }
  }
  var light, dark: Ink

  /// 0..<9.
  var number: UInt8 { light.rawValue * 3 + dark.rawValue }
  static let all = Ink.allCases.flatMap { light in Ink.allCases.map { Tone(light: light, dark: $0) } }

  /// The class of a group of labels.
  var name: StaticString {
    let names: [StaticString] = ["nn", "nw", "nb", "wn", "ww", "wb", "bn", "bw", "bb"]
    return names[Int(number)]
  }
}

/// The swatches of a scale: for each shade the full, the lightened and the muted one.
struct Swatches: Sendable {
  /// `shades × 3`, in the order full, lightened, muted.
  let all: [Swatch]
  /// The classes of ``all``, `q7`, `q7l`, `q7m`, as UTF-8.
  let names: [[UInt8]]
  /// The numbers of their tones.
  let tones: [UInt8]

  /// `letter` is the first of its classes.
  private init(_ letter: StaticString, light: [RGB], dark: [RGB]) {
    var all: [Swatch] = []
    var names: [[UInt8]] = []
    for shade in light.indices {
      // Dark ground swallows more of a colour than light ground does.
      for (onLight, onDark, suffix) in [(1.0, 1.0, ""), (0.68, 0.7, "l"), (0.24, 0.36, "m")] {
        all.append(
          Swatch(
            light: Swatch.Pair(light[shade].over(Theme.light.ground, opacity: onLight)),
            dark: Swatch.Pair(dark[shade].over(Theme.dark.ground, opacity: onDark))))
        names.append(Array("\(letter)\(shade)\(suffix)".utf8))
      }
    }
    self.all = all
    self.names = names
    tones = all.map(\.tone.number)
  }

  private static let percent = Dictionary(
    uniqueKeysWithValues: Palette.allCases.map {
      ($0, Swatches("q", light: Ramps.percent($0, .light), dark: Ramps.percent($0, .dark)))
    })
  private static let amount = Swatches("b", light: Ramps.amount(.light), dark: Ramps.amount(.dark))
  private static let change = Swatches("d", light: Ramps.change(.light), dark: Ramps.change(.dark))
  private static let category = Swatches("c", light: Ramps.category, dark: Ramps.category)

  /// The swatches that a scale uses.
  static func of(_ scale: Scale, _ palette: Palette) -> Swatches {
    switch scale {
    case .percent: percent[palette]!
    case .amount: amount
    case .change: change
    case .category: category
    }
  }

  /// All that a site of that palette may use.
  static func all(_ palette: Palette) -> [Swatches] { [percent[palette]!, amount, change, category] }
}

extension Scale {
  /// The shade of a class: amounts of few classes are spread over all the blues.
  func shade(of colour: Int) -> Int {
    let colour = max(0, min(count - 1, colour))
    guard case .amount(let bounds, _, _) = self else { return min(colour, Scale.categories - 1) }
    if colour == 0 || bounds.count >= Scale.blues { return min(colour, Scale.blues) }
    if bounds.count == 1 { return 3 }
    return 1 + Scale.rounded(Double((colour - 1) * (Scale.blues - 1)) / Double(bounds.count - 1))
  }

  /// The position in ``Swatches/all`` of a cell's colour; nil where nothing is to be coloured.
  func swatch(_ cell: Cell) -> Int? {
    switch cell.state {
    case .blank, .unjudged: nil
    case .full: shade(of: cell.colour) * 3
    case .lightened: shade(of: cell.colour) * 3 + 1
    case .muted: shade(of: cell.colour) * 3 + 2
    }
  }
}
