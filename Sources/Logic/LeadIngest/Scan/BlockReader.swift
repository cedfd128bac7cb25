import LeadModel

/// The text of a source as blocks of UTF-8 without a byte order mark, whatever it is written in.
struct BlockReader {
  private enum Origin {
    case blocks(ByteSource.Pull)
    /// Memory, of which that many bytes were read.
    case bytes(Bytes, read: Int)
  }

  private static let blockSize = 1 << 16

  private var origin: Origin
  private let declared: TextEncoding?
  /// nil until the first bytes came.
  private var reading: TextReading?
  private var decoder: TextDecoder?
  private var isAtEnd = false

  /// Blocks as they come, of an encoding that is declared or nil.
  init(_ pull: @escaping ByteSource.Pull, declared: TextEncoding?) {
    origin = .blocks(pull)
    self.declared = declared
  }

  /// Memory, block by block.
  init(_ bytes: Bytes, declared: TextEncoding?) {
    origin = .bytes(bytes, read: 0)
    self.declared = declared
  }

  /// How the text is written; UTF-8 until the first bytes came.
  var encoding: TextEncoding { reading?.encoding ?? .utf8 }

  /// What in the bytes so far speaks against that.
  var doubt: EncodingDoubt? { reading?.doubt ?? decoder?.doubt }

  /// The next block, perhaps an empty one; nil at the end.
  mutating func next() throws(Failure) -> [UInt8]? {
    if reading == nil { return try first() }
    if !isAtEnd, let block = try pull() { return decoder?.decode(block) ?? block }
    isAtEnd = true
    let rest = decoder?.finish() ?? []
    return rest.isEmpty ? nil : rest
  }

  /// Collects enough bytes to tell the encoding.
  private mutating func first() throws(Failure) -> [UInt8]? {
    var start: [UInt8] = []
    while start.count < TextReading.length, !isAtEnd {
      if let block = try pull() { start += block } else { isAtEnd = true }
    }
    let reading = TextReading(start, declared: declared)
    self.reading = reading
    decoder = TextDecoder(reading.encoding)
    let rest = Array(start.dropFirst(reading.mark))
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
