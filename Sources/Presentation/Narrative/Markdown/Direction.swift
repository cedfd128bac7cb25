extension String {
  /// Whether it has letters written from right to left, or marks that turn the direction: numbers beside it would be
  /// read with it, in another order.
  package var turnsDirection: Bool {
    // Latin, Greek and Cyrillic letters begin with lower bytes.
    utf8.contains { $0 >= 0xD6 } && unicodeScalars.contains(where: \.turnsDirection)
  }
}

extension Unicode.Scalar {
  fileprivate var turnsDirection: Bool {
    switch value {
    // Hebrew, Arabic, Syriac and their neighbours; embeddings and overrides; presentation forms; scripts beyond.
    case 0x0590...0x08FF, 0x200F, 0x202A...0x202E, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
