import Foundation
import Testing

@testable import HeatmapSVG

@Suite struct ColourTests {
  @Test func contrastIsThatOfTheGuidelines() {
    #expect(RGB.contrast(.black, .white) == 21)
    #expect(RGB.contrast(.white, .white) == 1)
    // The well-known borderline greys on white: #767676 passes 4.5, #777777 does not.
    #expect(abs(RGB.contrast(RGB(0x767676), .white) - 4.54) < 0.005)
    #expect(abs(RGB.contrast(RGB(0x777777), .white) - 4.48) < 0.005)
    #expect(abs(RGB(0x0000FF).luminance - 0.0722) < 1e-12)
  }

  @Test func coloursMixAndSpeakHex() {
    #expect(RGB(0x00A0FF).hex == "#00a0ff")
    #expect(RGB(0x000000).over(.white, opacity: 0.5).hex == "#808080")
    #expect(RGB(0x123456).over(.black, opacity: 1) == RGB(0x123456))
  }

  /// `--c` and `--t` of every class of the palette's stylesheet, in the light and in the dark theme.
  private func rules(_ palette: Palette) -> [(name: String, fill: RGB, ink: RGB)] {
    palette.css.matches(of: /\.(\w+)\{--c:#(\w{6});--t:#(\w{6})\}/).map {
      (String($0.1), RGB(UInt32($0.2, radix: 16)!), RGB(UInt32($0.3, radix: 16)!))
    }
  }

  @Test(arguments: Palette.allCases)
  func textOnEveryCellIsLegible(palette: Palette) {
    let rules = rules(palette)
    #expect(rules.count > 150)
    for rule in rules {
      #expect(RGB.contrast(rule.fill, rule.ink) >= 4.5, "\(palette) \(rule.name)")
    }
    for scale in ["q9", "q9l", "q9m", "b6", "d8", "c11l"] { #expect(rules.contains { $0.name == scale }) }
  }

  @Test func theDefaultIsTheMeasuredPalette() {
    let measured = [
      "9e2211", "bb431e", "d9612c", "eb904f", "f5c476", "e0d995", "afd1a8", "7bc1ae", "4fa297", "158480",
    ]
    let whiteText = [0, 1, 9]
    for (colour, hex) in measured.enumerated() {
      let ink = whiteText.contains(colour) ? "ffffff" : "1b1d1f"
      #expect(Palette.traffic.css.contains(".q\(colour){--c:#\(hex);--t:#\(ink)}\n"))
    }
  }

  @Test func classicKeepsTheOriginsColoursAtTheEnds() {
    #expect(Palette.classic.css.contains(".q0{--c:#d73027;"))
    #expect(Palette.classic.css.contains(".q9{--c:#1a9850;"))
    #expect(Palette(rawValue: "blue-orange") == .blueOrange)
  }

  /// Pale colours are mixed with the page's, so the theme must be the one this module knows.
  @Test func theStylesheetHasTheColoursThatTextWasMeasuredOn() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let css = try String(contentsOf: root.appendingPathComponent("Templates/theme/site.css"), encoding: .utf8)
    let names: [(String, KeyPath<Theme, RGB>)] = [
      ("bg", \.ground), ("ink", \.ink), ("mute", \.mute), ("hair", \.hair), ("empty", \.empty),
      ("accent", \.accent),
    ]
    for (name, colour) in names {
      let values = css.matches(of: try Regex("--\(name): *#([0-9a-f]+)", as: (Substring, Substring).self)).map
      { match in
        match.1.count == 3 ? match.1.map { "\($0)\($0)" }.joined() : String(match.1)
      }
      #expect(
        values.prefix(2).map { "#\($0)" } == Theme.allCases.map { $0[keyPath: colour].hex }, "--\(name)")
    }
  }

  @Test func quietTextOfMapsIsLegibleOnThePage() {
    for theme in Theme.allCases {
      #expect(RGB.contrast(theme.mute, theme.ground) >= 4.5)
      #expect(RGB.contrast(theme.mute, theme.empty) >= 4.5)
    }
  }
}
