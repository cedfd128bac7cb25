import LeadModel

/// A stretch of the input that begins with a row.
@safe struct Window {
  /// Its bytes. 64 more can be read behind them; the first is the one that follows, or 0 at the end.
  let base: UnsafePointer<UInt8>
  let count: Int
  /// Whether nothing follows. It ends with a line break then, if need be an added one.
  let isLast: Bool
}

/// The input as a row of windows, from memory or block by block.
@safe struct WindowFeed: ~Copyable {
  /// Bytes of a window, as long as rows fit into it.
  static let usualSize = 1 << 15
  /// A row may have this many bytes: a longer one is no row, but lacks line breaks or a closing quote.
  static let rowLimit = 1 << 24
  /// Memory is given back in pieces of that size.
  private static let releaseStep = 1 << 20

  private let memory: Bytes?
  private var blocks: BlockReader?
  /// How the input is written, and what speaks against that; as far as is known from what was read.
  private(set) var encoding = TextEncoding.utf8
  private(set) var doubt: EncodingDoubt?
  private let baseSize: Int
  private var size: Int
  private var released: Int
  /// Where the next window begins in the input.
  private(set) var position: Int
  /// Where the input ends; the largest number while that is not known.
  private var end: Int
  /// Bytes that came in blocks, or the last ones of the memory with room behind them.
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var filled = 0..<0

  /// Windows of memory that is UTF-8, from a row's beginning to the end or to `range`'s.
  init(_ bytes: Bytes, range: Range<Int>, size: Int = usualSize, doubt: EncodingDoubt? = nil) {
    memory = bytes
    self.doubt = doubt
    blocks = nil
    baseSize = size
    self.size = size
    position = range.lowerBound
    released = range.lowerBound.roundedUp(to: WindowFeed.releaseStep)
    end = range.upperBound
    unsafe buffer = .allocate(capacity: 64)
  }

  /// Windows of what comes in blocks.
  init(_ blocks: BlockReader, size: Int = usualSize) {
    memory = nil
    self.blocks = blocks
    baseSize = size
    self.size = size
    position = 0
    released = 0
    end = .max
    unsafe buffer = .allocate(capacity: 2 * size + 64)
  }

  deinit { unsafe buffer.deallocate() }

  /// The window at ``position``; the same again until ``consume(_:)``. Valid until the next call.
  mutating func window() throws(Failure) -> Window {
    if let memory, end - position >= size + 64 {
      return unsafe Window(
        base: memory.start.advanced(by: position).assumingMemoryBound(to: UInt8.self), count: size,
        isLast: false)
    }
    if memory == nil { try fill() } else { copyRest() }
    guard end - position < size + 64 else {
      return unsafe Window(
        base: UnsafePointer(buffer.baseAddress! + filled.lowerBound), count: size, isLast: false)
    }
    return unsafe Window(
      base: UnsafePointer(buffer.baseAddress! + filled.lowerBound), count: closeLast(), isLast: true)
  }

  /// Steps over the rows that were read, `count` bytes.
  mutating func consume(_ count: Int) {
    // The added line break of the last window is not part of the input.
    position = min(position + count, end)
    filled = min(filled.lowerBound + count, filled.upperBound)..<filled.upperBound
    size = baseSize
    // Only whole steps, so that they are whole pages too.
    let step = WindowFeed.releaseStep
    if let memory, position - released >= 2 * step {
      let end = position / step * step
      memory.release(released..<end)
      released = end
    }
  }

  /// Steps over everything before a position.
  mutating func skip(to target: Int) throws(Failure) {
    while position < target {
      let window = try window()
      consume(min(window.count, target - position))
      // The line break that was added there is before the target too.
      if window.isLast { return }
    }
  }

  /// Asks for a larger window, since not one row ended within it.
  /// - Returns: whether it may be that large; rows are no longer than the usual limit.
  mutating func enlarge(upTo limit: Int = rowLimit) -> Bool {
    guard size * 2 <= limit else { return false }
    size *= 2
    return true
  }

  /// Whether the input can be read a second time as it is.
  var isDirect: Bool { memory != nil }

  /// Lets the windows go on beyond the end of the range given at first.
  mutating func extend(to newEnd: Int) {
    end = newEnd
    filled = 0..<0
  }

  private mutating func copyRest() {
    guard let memory else { return }
    reserve(end - position)
    unsafe buffer.baseAddress!.update(
      from: memory.start.advanced(by: position).assumingMemoryBound(to: UInt8.self), count: end - position)
    filled = 0..<(end - position)
  }

  private mutating func fill() throws(Failure) {
    while filled.count < size + 64, blocks != nil {
      let next = try blocks!.next()
      (encoding, doubt) = (blocks!.encoding, blocks!.doubt)
      guard let block = next else {
        blocks = nil
        end = position + filled.count
        break
      }
      if filled.lowerBound > 0 {
        unsafe buffer.baseAddress!.update(from: buffer.baseAddress! + filled.lowerBound, count: filled.count)
        filled = 0..<filled.count
      }
      reserve(filled.count + block.count)
      unsafe block.withUnsafeBufferPointer { block in
        guard let first = block.baseAddress else { return }
        unsafe (buffer.baseAddress! + filled.upperBound).update(from: first, count: block.count)
      }
      filled = 0..<(filled.count + block.count)
    }
  }

  /// Room for `count` bytes from the beginning of the buffer on, and 128 more.
  private mutating func reserve(_ count: Int) {
    guard unsafe count + 128 > buffer.count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: (count + 128) * 2)
    unsafe larger.baseAddress!.update(from: buffer.baseAddress!, count: filled.upperBound)
    unsafe buffer.deallocate()
    unsafe buffer = larger
  }

  /// Ends the last window with a line break and zeros, without the marks by which DOS ends a text.
  private mutating func closeLast() -> Int {
    reserve(filled.upperBound)
    var count = filled.count
    let text = unsafe buffer.baseAddress! + filled.lowerBound
    while count > 0, unsafe text[count - 1] == 0x1A {
      count -= 1
      filled.removeLast()
      end -= 1
    }
    if count > 0, unsafe text[count - 1] != 0x0A && text[count - 1] != 0x0D {
      unsafe text[count] = 0x0A
      count += 1
    }
    unsafe (text + count).update(repeating: 0, count: 64)
    return count
  }
}

extension Int {
  /// The next multiple of a step, or the number itself if it is one; not negative.
  fileprivate func roundedUp(to step: Int) -> Int { (self + step - 1) / step * step }
}
