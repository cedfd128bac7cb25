import LeadModel

/// Letters that stand for zones, and their offsets from UTC in minutes: several where several zones have them, or summer
/// time too. Those that are words as well, such as `WEST` and `MET`, are none.
enum ZoneLetters {
  static let offsets: KeyValuePairs<StaticString, [Int]> = [
    "ET": [-300, -240], "EST": [-300], "EDT": [-240], "CT": [-360, -300], "CST": [-360, 480], "CDT": [-300],
    "MT": [-420, -360], "MST": [-420], "MDT": [-360], "PT": [-480, -420], "PST": [-480], "PDT": [-420],
    "AKST": [-540], "AKDT": [-480], "HST": [-600], "AST": [-240], "ADT": [-180], "NST": [-210], "NDT": [-150],
    "BRT": [-180], "WET": [0], "BST": [60], "IST": [330, 60, 120], "CET": [60], "CEST": [120], "MEZ": [60],
    "MESZ": [120], "EET": [120], "EEST": [180], "MSK": [180], "TRT": [180], "SAST": [120], "PKT": [300],
    "SGT": [480], "HKT": [480], "JST": [540], "KST": [540], "AWST": [480], "ACST": [570], "ACDT": [630],
    "AEST": [600], "AEDT": [660], "NZST": [720], "NZDT": [780],
  ]

  /// The offsets of letters as they stand in a field; nil where they are none.
  static func offsets(of field: FieldBytes) -> [Int]? { offsets.first { field.equals($0.key) }?.value }
}

/// The time of a field that names its zone, by letters such as `EST` or as `America/New_York`, which has to be the zone of
/// the column's other times. Letters have to be those of that zone at that time: so they tell the two occurrences of a
/// time apart that a clock change repeats.
func timeOfNamedZone(_ field: FieldBytes, form: TimestampForm, zone: ZoneRules) throws(TimeFault)
  -> ParsedTime
{
  var parts = try TimestampParts(field)
  guard let name = parts.zoneName, let zoneName = zone.name else {
    return try exactTimestamp(parts, form: form)
  }
  parts.zoneName = nil
  let time = try exactTimestamp(parts, form: form)
  if name.text == zoneName { return time }
  let instants = (ZoneLetters.offsets(of: name) ?? []).map {
    Instant(microseconds: time.microseconds - Int64($0) * 60_000_000)
  }.filter { zone.local(of: $0).microseconds == time.microseconds }
  guard let instant = instants.first else { throw .otherZone }
  // `ET` fits both occurrences of a time that a clock change repeats.
  return instants.count > 1 ? time : ParsedTime(microseconds: instant.microseconds, isInstant: true)
}

extension FieldBytes {
  /// Whether it is that text.
  fileprivate func equals(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount == count
      && text.withUTF8Buffer { letters in (0..<count).allSatisfy { unsafe self[$0] == letters[$0] } }
  }
}
