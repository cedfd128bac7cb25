/// Light or dark, with the colours of the page that pale colours are mixed with.
package enum Theme: Hashable, Sendable, CaseIterable {
  case light, dark

  /// The page. The stylesheet's `--bg`.
  package var ground: RGB { self == .light ? .white : RGB(0x141618) }
  /// Its text. `--ink`.
  package var ink: RGB { self == .light ? .nearBlack : RGB(0xE8EAEC) }
  /// Its quieter text. `--mute`.
  package var mute: RGB { self == .light ? RGB(0x5F646A) : RGB(0x9AA1A8) }
  /// Its lines. `--hair`.
  package var hair: RGB { self == .light ? RGB(0xE3E5E8) : RGB(0x2B2F33) }
  /// A place where nothing is. `--empty`.
  package var empty: RGB { self == .light ? RGB(0xECEEF0) : RGB(0x22262A) }
  /// Links, lines of charts. `--accent`.
  package var accent: RGB { self == .light ? RGB(0x0B5CAD) : RGB(0x7FB7F0) }
}
