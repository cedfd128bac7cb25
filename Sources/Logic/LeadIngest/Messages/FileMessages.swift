import LeadModel

extension ForeignFile {
  /// For people.
  var name: String {
    switch self {
    case .workbook: "an Excel workbook, or another ZIP archive"
    case .oldWorkbook: "an Excel workbook"
    case .pdf: "a PDF document"
    case .gzip: "an archive of gzip"
    case .packed: "a packed file"
    case .archive: "an archive of tar"
    case .utf32: "UTF-32"
    case .binary: "binary data"
    case .page: "a page of HTML or XML"
    case .json: "JSON"
    }
  }

  /// The way out.
  var remedy: String {
    switch self {
    case .gzip: "Let the command unpack it, as `gzip -dc` does; a file must be packed once only."
    case .packed: "Unpack it, or pack it by gzip instead."
    case .archive: "Unpack it; a single file may be packed by gzip alone."
    case .utf32: "Save it as UTF-8."
    case .workbook, .oldWorkbook, .pdf, .binary, .page, .json: "Export it as CSV."
    }
  }
}

/// Bytes that speak against the encoding as which they are read.
func encodingContradicted(
  _ file: String, _ doubt: EncodingDoubt, _ encoding: TextEncoding, isDeclared: Bool, mapping: Place?
) -> Diagnostic {
  let remedy = "Correct \(setting(mapping, "encoding")), or remove it to have it recognised."
  /// Of two in which only the order of bytes differs, that is what matters.
  func names(_ other: TextEncoding) -> (declared: String, found: String) {
    encoding.isUTF16 && other.isUTF16 ? (encoding.rawValue, other.rawValue) : (encoding.name, other.name)
  }
  switch doubt {
  case .isUTF32: return ReadFact.foreign(file, .utf32).diagnostic
  case .mark(let other):
    return Diagnostic(
      .error, "encoding-contradicted", at: Place(file: file),
      "it is declared to be \(names(other).declared), but begins with the mark of \(names(other).found)",
      remedy: remedy)
  case .looksLike(let other):
    return Diagnostic(
      .warning, "encoding-contradicted", at: Place(file: file),
      "it is declared to be \(names(other).declared), but looks like \(names(other).found)", remedy: remedy)
  case .isUnknown:
    return Diagnostic(
      .warning, "encoding-contradicted", at: Place(file: file),
      "it is not UTF-8, and what it is read as, Windows-1252, gives names with signs inside words or with hardly a letter "
        + "from A to Z",
      remedy:
        "Export it as UTF-8, or convert it by `iconv -f … -t UTF-8`, where … is its encoding, such as WINDOWS-1250, "
        + "WINDOWS-1251, SHIFT_JIS or GB18030. If it is right as it is, set \(setting(mapping, "encoding")) to `Windows-1252`."
    )
  case .endsBefore(let line):
    return Diagnostic(
      .error, "encoding-contradicted", at: Place(file: file, line: line),
      "from here on it is not in \(encoding.name), as the lines above are",
      remedy:
        "Give the parts as files of their own, or write them in one encoding: a text was added to it in another."
    )
  case .strayBytes:
    return Diagnostic(
      .warning, "encoding-contradicted", at: Place(file: file),
      "some of its bytes mean nothing in \(encoding.name), as which it is read; they are shown as U+FFFD",
      remedy: isDeclared ? remedy : "Export it again, as UTF-8 if that can be chosen.")
  }
}
