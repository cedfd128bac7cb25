import LeadModel

@testable import LeadIngest

/// The kernels of timestamps against the exact parser, and the parsers of the other values.
///
/// The first byte chooses the form of the column, the others are the field.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let choice = Int(start[0])
  let field = FieldBytes(UnsafeBufferPointer(start: start + 1, count: count - 1)).trimmed
  let styles = TimestampForm.Style.allCases
  let form = TimestampForm(
    styles[choice % styles.count], separator: Array("-/.".utf8)[choice / 5 % 3],
    order: [.monthFirst, .dayFirst, nil][choice / 15 % 3], allowsDateOnly: choice / 45 % 2 == 0,
    allowsShortYears: choice / 90 % 2 == 0)

  let parser = TimestampParser(form: form)
  let time = parser.parse(field)
  demand(time == (try? exactTimestamp(field, form: form)), "the kernel and the exact parser differ")
  demand((time == nil) == (parser.fault(of: field) != nil), "a time with a fault, or neither")
  // 1899-12-30, which spreadsheets count from, and 2300-01-03, for the offsets of the last days.
  if let time {
    demand((-2_209_161_600...10_413_964_800).contains(time.microseconds / 1_000_000), "no such year")
  }

  var evidence = FormEvidence()
  evidence.add(field)
  if let weight = parseWeight(field) { demand((0..<1_000_000_000).contains(weight), "no such weight") }
  if let taken = parseDuration(field, form: DurationForm(unit: .hours)) {
    demand(abs(taken) <= 1 << 62, "no such duration")
  }
  _ = (parseWithin(field), isBlankTime(field), HeaderText(field.text))
  return 0
}
