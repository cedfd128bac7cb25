import LeadModel

/// A header as aliases are compared: small letters and digits only. `Lead - ID` is `leadid`.
func normalised(_ header: String) -> String {
  if header.utf8.allSatisfy({ $0 < 0x80 }) {
    // What nearly all headers are, and all aliases, without asking for the properties of characters.
    let letters = header.utf8.lazy.map(\.lowercased).filter { $0.isLetter || $0.isDigit }
    return String(decoding: Array(letters), as: UTF8.self)
  }
  return String(String.UnicodeScalarView(header.lowercased().unicodeScalars.filter(\.isAlphanumeric)))
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit, of any script.
  fileprivate var isAlphanumeric: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}

/// The header that was probably meant to be one of these names: misspelt, or with more words around it; nil where
/// none is near.
func nearMiss(of names: [String], among headers: [String]) -> String? {
  // Of a file with more columns nobody would read them all either.
  let headers = headers.prefix(500)
  if let near = names.lazy.compactMap({ suggestion(for: $0, among: headers) }).first { return near }
  return headers.first { header in
    let key = normalised(header)
    return names.contains { name in name.count >= 5 && key.contains(normalised(name)) }
  }
}
