/// A colour of the screen (sRGB), eight bits a channel.
struct RGB: Hashable, Sendable {
  /// The channels, from none to all of the light.
  var red, green, blue: UInt8

  /// `0x9e2211`.
  init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 255)
    green = UInt8(hex >> 8 & 255)
    blue = UInt8(hex & 255)
  }

  /// `#9e2211`.
  var hex: String {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// This colour over `ground` with that opacity, 0...1, as a browser mixes them.
  func over(_ ground: RGB, opacity: Double) -> RGB {
    func mix(_ top: UInt8, _ bottom: UInt8) -> UInt32 {
      UInt32(Double(top) * opacity + Double(bottom) * (1 - opacity) + 0.5)
    }
    return RGB(mix(red, ground.red) << 16 | mix(green, ground.green) << 8 | mix(blue, ground.blue))
  }

  /// Relative luminance, 0 (black) to 1 (white): WCAG 2.2, "relative luminance".
  var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : RGB.power2_4((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio, 1 to 21: WCAG 2.2, "contrast ratio".
  static func contrast(_ first: RGB, _ second: RGB) -> Double {
    let (a, b) = (first.luminance, second.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// x to the power 2.4 for x in 0...1, by Newton's fifth root: x^2.4 is the twelfth power of it.
  private static func power2_4(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 { root -= (root - x / (root * root * root * root)) / 5 }
    let fourth = root * root * root * root
    return fourth * fourth * fourth
  }

  /// The colour for text on this one: near black or white, whichever contrasts more, and black where
  /// neither reaches 4.5 : 1. Black or white always does.
  var ink: RGB {
    let best = [RGB.nearBlack, .white].max { RGB.contrast($0, self) < RGB.contrast($1, self) }!
    return RGB.contrast(best, self) >= 4.5 ? best : .black
  }

  /// Paper, and text on dark colours.
  static let white = RGB(0xFFFFFF)
  /// Text where ``nearBlack`` does not contrast enough.
  static let black = RGB(0x000000)
  /// Text on light colours.
  static let nearBlack = RGB(0x1B1D1F)
}
