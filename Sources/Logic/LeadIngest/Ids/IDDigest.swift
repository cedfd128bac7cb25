/// What stands for an id that cannot be looked up again: 128 bits that depend on all of it and on a secret key.
///
/// This is SipHash-2-4 with 128 bits (Aumasson and Bernstein 2012). That two of ten million ids have the same digest
/// happens once in 7 · 10²⁴ times, and nobody who does not know the key can make two that do.
struct IDDigest: Hashable {
  var low: UInt64
  var high: UInt64

  /// What digests depend on besides: with another key they are others, but what equals what is the same.
  typealias Key = IngestOptions.DigestKey

  /// The digest of the bytes of an id.
  init(_ id: FieldBytes, _ key: Key) {
    var state = State(key)
    var position = 0
    while position + 8 <= id.count {
      state.add(id.word(at: position))
      position += 8
    }
    var rest = UInt64(truncatingIfNeeded: id.count) << 56
    for shift in 0..<(id.count - position) { rest |= UInt64(id[position + shift]) << UInt64(shift * 8) }
    state.add(rest)
    (low, high) = state.finish()
  }

  private struct State {
    private var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64)

    init(_ key: Key) {
      a = key.low ^ 0x736f_6d65_7073_6575
      b = key.high ^ 0x646f_7261_6e64_6f6d ^ 0xEE
      c = key.low ^ 0x6c79_6765_6e65_7261
      d = key.high ^ 0x7465_6462_7974_6573
    }

    @inline(__always)
    mutating func add(_ word: UInt64) {
      d ^= word
      turn()
      turn()
      a ^= word
    }

    mutating func finish() -> (low: UInt64, high: UInt64) {
      c ^= 0xEE
      for _ in 0..<4 { turn() }
      let low = a ^ b ^ c ^ d
      b ^= 0xDD
      for _ in 0..<4 { turn() }
      return (low, a ^ b ^ c ^ d)
    }

    @inline(__always)
    private mutating func turn() {
      a &+= b
      b = rotated(b, 13) ^ a
      a = rotated(a, 32)
      c &+= d
      d = rotated(d, 16) ^ c
      a &+= d
      d = rotated(d, 21) ^ a
      c &+= b
      b = rotated(b, 17) ^ c
      c = rotated(c, 32)
    }

    @inline(__always)
    private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
      word &<< count | word &>> (64 &- count)
    }
  }
}
