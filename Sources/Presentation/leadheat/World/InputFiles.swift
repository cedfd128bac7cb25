import LeadIngest
import LeadModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files as they are named by people: paths and globs, read or mapped.
enum InputFiles {
  /// The files that a path or a glob names, sorted by the bytes of their paths. Empty where there is none.
  ///
  /// Throws where a folder may not be looked into: there might be more of them; and where a name is not UTF-8. `what`
  /// is as in ``bytes(of:what:)``.
  static func matching(_ pattern: String, what: String) throws(Failure) -> [String] {
    // A file called `a[1].csv` is that file, whatever a glob would make of it.
    if POSIX.kind(of: pattern) != .missing { return [pattern] }
    func failure() -> Failure {
      Failure([InputFact.unreadable(path: pattern, what: what, reason: POSIX.reason()).diagnostic])
    }
    if !POSIX.isMissing { throw failure() }
    // Folders that may be listed and no more hide what is in them.
    for folder in POSIX.folders(above: pattern) where folder.contains(where: { "*?[".contains($0) }) {
      for path in expanded(folder) ?? [] {
        guard let reason = POSIX.problem(searching: path) else { continue }
        throw Failure([InputFact.unreadable(path: path, what: "folder", reason: reason).diagnostic])
      }
    }
    guard let paths = expanded(pattern) else { throw failure() }
    // What a text cannot hold has been replaced, so that the path leads nowhere.
    let mended = (paths.isEmpty ? [pattern] : paths).first {
      $0.unicodeScalars.contains("\u{FFFD}") && POSIX.kind(of: $0) == .missing
    }
    if let mended { throw Failure([InputFact.nameNotUTF8(path: mended, what: what).diagnostic]) }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a glob matches; nil where a folder may not be listed.
  private static func expanded(_ pattern: String) -> [String]? {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    let stopsAt: @convention(c) (UnsafePointer<CChar>?, Int32) -> Int32 = { _, problem in
      problem == ENOENT || problem == ENOTDIR ? 0 : 1
    }
    switch unsafe glob(pattern, 0, stopsAt, &found) {
    case 0: break
    case GLOB_NOMATCH: return []
    default: return nil
    }
    return unsafe (0..<Int(found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }

  /// The files that a path or a glob in a configuration names. That there is none is told to the log.
  static func named(_ pattern: String, what: String, at place: Place, _ log: inout DiagnosticLog) -> [String]
  {
    if pattern.split(separator: "/").contains("**"), POSIX.kind(of: pattern) == .missing {
      let fact = ConfigurationFact.recursiveGlob(pattern: pattern, what: what + " file")
      log.diagnostics.append(fact.at(place))
      return []
    }
    let found = log.attempt { () throws(Failure) in try matching(pattern, what: what + " file") }
    if found?.isEmpty == true {
      log.diagnostics.append(
        ConfigurationFact.noMatch(pattern: pattern, what: what + " file").at(place))
    }
    return found ?? []
  }

  /// The text of a file, which has to be UTF-8. `what` names its part in messages: `configuration`.
  static func text(of path: String, what: String) throws(Failure) -> String {
    let text = try unsafe bytes(of: path, what: what).withUnsafeBytes {
      unsafe String(validating: $0, as: UTF8.self)
    }
    guard let text else { throw Failure([InputFact.notUTF8(path: path, what: what).diagnostic]) }
    // A byte order mark is no part of what was written.
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The bytes of a file or of what is written into a pipe: mapped where it is large and regular, read otherwise.
  static func bytes(of path: String, what: String) throws(Failure) -> Bytes {
    func failure(_ reason: String) -> Failure {
      Failure([InputFact.unreadable(path: path, what: what, reason: reason).diagnostic])
    }
    // A pipe without a writer must not keep anybody waiting for one.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure(POSIX.reason()) }
    var isOurs = true
    defer { if isOurs { close(file) } }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw failure(POSIX.reason()) }
    let size = Int(status.st_size)
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      if size >= mappingThreshold, let mapped = map(file, size) {
        TruncationGuard.watch(path, size: size)
        return mapped
      }
    case S_IFIFO:
      isOurs = false
      do {
        return Bytes(try content(of: PipeReader(file)))
      } catch {
        throw failure(error.reason)
      }
    case S_IFDIR: throw failure("it is a folder")
    default: throw failure("it is a device, not a file")
    }
    var content: [UInt8] = []
    if size > 0 { content.reserveCapacity(size) }
    while true {
      var problem: String?
      let block = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        let result = unsafe read(file, buffer.baseAddress!, 1 << 18)
        if result < 0 { problem = POSIX.reason() }
        count = max(0, result)
      }
      if let problem { throw failure(problem) }
      if block.isEmpty { return Bytes(content) }
      content += block
    }
  }

  /// All that is written into a pipe. Throws where nobody has opened it for writing within five seconds, and where
  /// somebody has but writes nothing for so long as `patience`.
  static func content(of pipe: PipeReader, patience: Duration = .seconds(600)) throws(SilentPipe) -> [UInt8] {
    let isOpened = PipeReader.wait(for: [pipe], atMost: .seconds(5))
    var content: [UInt8] = []
    while true {
      if let block = pipe.read() {
        content += block
      } else if pipe.isAtEnd {
        if content.isEmpty && !isOpened { throw .unopened }
        return content
      } else if !PipeReader.wait(for: [pipe], atMost: patience) {
        throw .unwritten(patience)
      }
    }
  }

  /// Why a pipe gives nothing.
  enum SilentPipe: Error, Equatable {
    case unopened
    case unwritten(Duration)

    var reason: String {
      switch self {
      case .unopened: "nobody writes into this pipe"
      case .unwritten(let time):
        "nothing more was written into this pipe for \(time.components.seconds) seconds"
      }
    }
  }

  /// Below this many bytes a copy is as cheap as a mapping.
  private static let mappingThreshold = 1 << 20

  /// A read-only mapping whose pages are given back as they are left behind.
  private static func map(_ file: Int32, _ size: Int) -> Bytes? {
    guard let memory = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), unsafe memory != MAP_FAILED
    else { return nil }
    unsafe _ = madvise(memory, size, MADV_SEQUENTIAL)
    return unsafe Bytes(
      memory: UnsafeRawBufferPointer(start: memory, count: size),
      release: { part in
        unsafe _ = madvise(UnsafeMutableRawPointer(mutating: part.baseAddress!), part.count, MADV_DONTNEED)
      },
      free: { unsafe _ = munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress!), $0.count) })
  }
}
