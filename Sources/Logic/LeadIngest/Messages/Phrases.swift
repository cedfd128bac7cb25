import LeadModel

// The words for every fact of reading are in this folder, and nothing else is. Ids are stable: people filter by them.
// Here are the parts of sentences that they share.

/// A text a person wrote, in quotes, shortened to 60 characters and without control characters.
func quoted(_ text: String) -> String { "\"\(shortened(text))\"" }

/// At most 60 characters of a text; control characters, and others that cannot be seen, are replaced, so that "1" and
/// "1" do not look the same. Those that join letters and pictures are seen.
func shortened(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(60) {
    let isSeen =
      switch scalar.properties.generalCategory {
      case .control: false
      case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
      default: true
      }
    scalars.append(isSeen ? scalar : "\u{FFFD}")
  }
  return String(scalars) + (text.unicodeScalars.count > 60 ? "…" : "")
}

/// `"a", "b" and 3 more`.
func list(_ texts: [String], limit: Int = 20) -> String {
  texts.isEmpty ? "none" : enumeration(of: texts.map(quoted), limit: limit)
}

/// ` (did you mean "x"?)`, or nothing.
func didYouMean(_ near: String?) -> String { near.map { " (did you mean \(quoted($0))?)" } ?? "" }

/// A key of the source in the configuration, to be set.
func setting(_ mapping: Place?, _ key: String) -> String {
  "`\(path(mapping, key))`" + (mapping?.key == nil ? " in the configuration" : "")
}

/// The path of a key of the source's columns in the configuration.
private func path(_ mapping: Place?, _ key: String) -> String {
  let isRole =
    ColumnRole(rawValue: key) != nil || ActivityColumn(rawValue: key) != nil
    || ScheduleColumn(rawValue: key) != nil
  let inner = isRole ? "columns.\(key)" : key
  return mapping?.key.map { "\($0).\(inner)" } ?? inner
}

extension Place {
  /// The same place, its key lengthened by one more step.
  func key(_ step: String) -> Place {
    var place = self
    if key != nil || file.isEmpty == false { place.key = path(self, step) }
    return place
  }
}
