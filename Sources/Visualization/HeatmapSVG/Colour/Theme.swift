/// Light or dark, with the colours of the page that pale colours are mixed with.
enum Theme: Hashable, Sendable, CaseIterable {
  case light, dark

  /// The page. The stylesheet's `--bg`.
  var ground: RGB { self == .light ? .white : RGB(0x141618) }
  /// Its text. `--ink`.
  var ink: RGB { self == .light ? .nearBlack : RGB(0xE8EAEC) }
  /// Its quieter text. `--mute`.
  var mute: RGB { self == .light ? RGB(0x5F646A) : RGB(0x9AA1A8) }
  /// Its lines. `--hair`.
  var hair: RGB { self == .light ? RGB(0xE3E5E8) : RGB(0x2B2F33) }
  /// A place where nothing is. `--empty`.
  var empty: RGB { self == .light ? RGB(0xECEEF0) : RGB(0x22262A) }
  /// Links, lines of charts. `--accent`.
  var accent: RGB { self == .light ? RGB(0x0B5CAD) : RGB(0x7FB7F0) }
}
