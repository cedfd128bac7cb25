/// Ends the process, which the fuzzer takes for a finding, where something does not hold.
func demand(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
  if !holds { fatalError(otherwise()) }
}
