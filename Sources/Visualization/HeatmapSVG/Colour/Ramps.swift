/// The colours themselves, each once. Ramps are interpolated in OKLab (B. Ottosson, 2020) between the
/// anchors said beside them, so that equal steps look equal.
enum Ramps {
  /// Classes 0–9 of the percent scale.
  static func percent(_ palette: Palette, _ theme: Theme) -> [RGB] {
    switch palette {
    // #9e2211 #e0682f #f8dd8a #86c9b4 #158480. Between classes three or more steps apart the smallest
    // difference (CAM02-UCS) is 17 for deuteranopes and protanopes and 30 for tritanopes.
    case .traffic:
      hex(
        0x9E2211, 0xBB431E, 0xD9612C, 0xEB904F, 0xF5C476, 0xE0D995, 0xAFD1A8, 0x7BC1AE, 0x4FA297, 0x158480)
    // #d73027 #fc8d59 #fee08b #d9ef8b #1a9850. Here that difference is 1.5, 0.3 and 20.
    case .classic:
      hex(
        0xD73027, 0xE85E3D, 0xF88453, 0xFFA96A, 0xFFCE80, 0xF6E38B, 0xE6EA8B, 0xC7E584, 0x7DBE6A, 0x1A9850)
    // #9a4a0c #e08a3c #e9dfcb #79a9d6 #1d5a99
    case .blueOrange:
      hex(
        0x9A4A0C, 0xB96623, 0xD88337, 0xE5A771, 0xE9CDAE, 0xD0D3CF, 0x9FBCD4, 0x6FA0CF, 0x477DB4, 0x1D5A99)
    // More ink is more, so the dark theme turns it round: #dfe2e5 #2a2e32, and #34393e #eef0f2.
    case .mono:
      theme == .light
        ? hex(
          0xDFE2E5, 0xC9CCCF, 0xB3B6BA, 0x9DA1A5, 0x898C90, 0x74787C, 0x616568, 0x4E5256, 0x3B3F43, 0x2A2E32)
        : hex(
          0x34393E, 0x464B50, 0x595E62, 0x6D7175, 0x818589, 0x96999D, 0xABAEB2, 0xC1C4C7, 0xD7DADC, 0xEEF0F2)
    }
  }

  /// Nothing, then six blues: #cfe1f3 #9fc3e6 #4d8ac6 #1f5b9e #123a6b, and towards the light on dark ground.
  static func amount(_ theme: Theme) -> [RGB] {
    [theme.empty]
      + (theme == .light
        ? hex(0xCFE1F3, 0xA9C9E9, 0x6EA1D3, 0x3B77B6, 0x1C5494, 0x123A6B)
        : hex(0x21456F, 0x285688, 0x4079B3, 0x6BA3D9, 0xA1CAF1, 0xD8EBFB))
  }

  /// A fall, nothing, a rise: #8f3610 #cf7a45 #dcdee0 #6f9bcb #1c548f, and away from dark ground.
  static func change(_ theme: Theme) -> [RGB] {
    theme == .light
      ? hex(0x8F3610, 0xAF582B, 0xCF7A45, 0xD9AD95, 0xDCDEE0, 0xA5BDD6, 0x6F9BCB, 0x4677AD, 0x1C548F)
      : hex(0xE58A55, 0xC5703F, 0xA5562A, 0x704C3C, 0x3A3F44, 0x3D5672, 0x3D6EA3, 0x5D90C6, 0x7FB4EA)
  }

  /// Twelve hues for categories, which bear an initial besides.
  static let category = hex(
    0x4269D0, 0xEFB118, 0xFF725C, 0x6CC5B0, 0x3CA951, 0xFF8AB7, 0xA463F2, 0x97BBF5, 0x9C6B4E, 0x9498A0,
    0x1B6F6A, 0xB0307A)

  private static func hex(_ values: UInt32...) -> [RGB] { values.map { RGB($0) } }
}
