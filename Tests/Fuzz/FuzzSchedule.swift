import LeadModel

@testable import LeadIngest

/// Whatever a schedule holds, reading it ends in a failure that says something or in shifts that can be worked.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Bytes(Array(UnsafeBufferPointer(start: start, count: count)))
  do throws(Failure) {
    let schedule = try readSchedule(bytes, name: "x.csv")
    for shift in schedule.shifts {
      demand(!shift.rep.isEmpty && !shift.weekdays.isEmpty, "a shift of nobody or on no day")
      if let hours = shift.hours { demand((0...1_440).contains(hours.length), "a shift longer than a day") }
      if let first = shift.firstDay, let last = shift.lastDay {
        demand(first <= last, "ends before it begins")
      }
    }
  } catch {
    demand(error.diagnostics.contains { $0.severity == .error }, "a failure without an error")
  }
  return 0
}
