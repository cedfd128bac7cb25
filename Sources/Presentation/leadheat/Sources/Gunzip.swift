import CZlib
import LeadIngest
import LeadModel

/// A `.gz` file unpacked block by block, so that its size in memory does not matter.
///
/// Members that follow one another are one stream, as `gzip` itself reads them. An archive that ends early, or
/// whose checksum is wrong, is an error: a short file would be short numbers.
@safe final class Gunzip: @unchecked Sendable {
  private let path: String
  private let packed: Bytes
  private var position = 0
  /// Up to where its pages have been given back.
  private var released = 0
  private var isInsideMember = false
  private var stream = unsafe z_stream()

  /// A reader of those bytes; `path` is for messages.
  init(_ packed: Bytes, path: String) {
    self.packed = packed
    self.path = path
    // 15 bits of window, and 16 more: a gzip header is expected.
    let status = unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory")
  }

  deinit { unsafe _ = inflateEnd(&stream) }

  /// Whether bytes begin as a gzip archive does.
  static func isPacked(_ bytes: Bytes) -> Bool {
    unsafe bytes.withUnsafeBytes { unsafe $0.starts(with: [0x1F, 0x8B]) }
  }

  /// A file that is read as a whole, such as a schedule, unpacked where it is an archive of gzip. `what` is as in
  /// ``InputFiles/bytes(of:what:)``.
  static func bytes(of path: String, what: String) throws(Failure) -> Bytes {
    let bytes = try InputFiles.bytes(of: path, what: what)
    guard isPacked(bytes) else { return bytes }
    let archive = Gunzip(bytes, path: path)
    var content: [UInt8] = []
    while let block = try archive.next() { content += block }
    return Bytes(content)
  }

  /// The next unpacked bytes; nil at the end.
  func next() throws(Failure) -> [UInt8]? {
    while position < packed.count || isInsideMember {
      let block = try unpack()
      if !block.isEmpty { return block }
    }
    return nil
  }

  /// One call of zlib: takes what it needs and gives at most a block, perhaps an empty one.
  private func unpack() throws(Failure) -> [UInt8] {
    var status = Z_OK
    let block = unsafe packed.withUnsafeBytes { input in
      unsafe [UInt8](unsafeUninitializedCapacity: Gunzip.blockSize) { output, count in
        // zlib counts in 32 bits.
        let available = min(input.count - position, 1 << 30)
        let next = unsafe input.baseAddress.map { unsafe $0 + position }
        unsafe stream.next_in = UnsafeMutablePointer(
          mutating: next?.assumingMemoryBound(to: UInt8.self))
        unsafe stream.avail_in = UInt32(available)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(Gunzip.blockSize)
        status = unsafe inflate(&stream, Z_NO_FLUSH)
        position += unsafe available - Int(stream.avail_in)
        count = unsafe Gunzip.blockSize - Int(stream.avail_out)
      }
    }
    switch status {
    case Z_STREAM_END:
      isInsideMember = false
      skipPadding()
      unsafe _ = inflateReset(&stream)
    case Z_OK: isInsideMember = true
    case Z_BUF_ERROR where position == packed.count: throw failure("it ends early, at byte \(position)")
    default: throw failure("it is damaged near byte \(position)")
    }
    releasePages()
    return block
  }

  /// Gives back the pages behind the position, in the steps that ``Bytes/release(_:)`` wants.
  private func releasePages() {
    let end = position & ~((1 << 20) - 1)
    guard end > released else { return }
    packed.release(released..<end)
    released = end
  }

  /// Zeros after a member are padding, as on tapes.
  private func skipPadding() {
    unsafe packed.withUnsafeBytes { input in
      while position < input.count, unsafe input[position] == 0 { position += 1 }
    }
  }

  private func failure(_ problem: String) -> Failure {
    Failure([InputFact.damaged(path: path, problem: problem).diagnostic])
  }

  private static let blockSize = 1 << 18
}
