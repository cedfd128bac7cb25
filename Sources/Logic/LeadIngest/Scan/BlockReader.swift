import LeadModel

/// The text of a source as blocks of UTF-8 without a byte order mark, whatever it is written in.
struct BlockReader {
  private enum Origin {
    case blocks(@Sendable () throws(Failure) -> [UInt8]?)
    /// Memory, of which that many bytes were read.
    case bytes(Bytes, read: Int)
  }

  private static let blockSize = 1 << 16

  private var origin: Origin
  /// nil until the first bytes came.
  private(set) var encoding: TextEncoding?
  private var decoder: UTF16Decoder?
  private var isAtEnd = false

  /// Blocks as they come.
  init(_ pull: @escaping @Sendable () throws(Failure) -> [UInt8]?) { origin = .blocks(pull) }

  /// Memory, block by block.
  init(_ bytes: Bytes) { origin = .bytes(bytes, read: 0) }

  /// The next block, perhaps an empty one; nil at the end.
  mutating func next() throws(Failure) -> [UInt8]? {
    if encoding == nil { return try first() }
    if !isAtEnd, let block = try pull() { return decoder?.decode(block) ?? block }
    isAtEnd = true
    defer { decoder = nil }
    return decoder?.finish()
  }

  /// Collects enough bytes to tell the encoding.
  private mutating func first() throws(Failure) -> [UInt8]? {
    var start: [UInt8] = []
    while start.count < 4, !isAtEnd {
      if let block = try pull() { start += block } else { isAtEnd = true }
    }
    let (found, mark) = TextEncoding.detect(start)
    encoding = found
    if found != .utf8 { decoder = UTF16Decoder(isBigEndian: found == .utf16BigEndian) }
    let rest = Array(start.dropFirst(mark))
    return decoder?.decode(rest) ?? rest
  }

  private mutating func pull() throws(Failure) -> [UInt8]? {
    switch origin {
    case .blocks(let pull): return try pull()
    case .bytes(let bytes, let read):
      let end = min(read + BlockReader.blockSize, bytes.count)
      origin = .bytes(bytes, read: end)
      return read == end ? nil : unsafe bytes.withUnsafeBytes { unsafe Array($0[read..<end]) }
    }
  }
}
