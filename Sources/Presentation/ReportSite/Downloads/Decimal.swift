import Markup

extension ByteWriter {
  /// A number of that many millionths as downloads write it: exact, without an exponent, no zeros at the end.
  /// 90,000,001 is `90.000001`, 60,000,000 is `60`. Of microseconds these are seconds.
  mutating func decimal(millionths: Int) {
    if millionths < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    digits(whole)
    if rest == 0 { return }
    append(UInt8(ascii: "."))
    var (fraction, width) = (rest, 6)
    while fraction % 10 == 0 { (fraction, width) = (fraction / 10, width - 1) }
    digits(fraction, width: width)
  }

  /// A finite number to the millionth; a very large one, which counts weighted leads, to the whole.
  mutating func decimal(_ number: Double) {
    if let millionths = Int(exactly: (number * 1_000_000).rounded()) {
      decimal(millionths: millionths)
    } else {
      self.number(Int(number.rounded()))
    }
  }

  /// A time of day from its minute, 0–1440: `08:30`.
  mutating func clock(_ minuteOfDay: Int) {
    digits(UInt(minuteOfDay / 60), width: 2)
    append(UInt8(ascii: ":"))
    digits(UInt(minuteOfDay % 60), width: 2)
  }
}
