import CLinux

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that was started, in a group of processes of its own.
///
/// Foundation's `Process` takes a program for running as long as anything that it started is, so it is of no use for
/// one that leaves something behind.
final class ChildProcess {
  let output: PipeReader
  let errors: PipeReader
  /// The number of its process and of its group.
  let id: pid_t
  /// The signal that asks it to end.
  private let polite: Int32
  private var ending: Ending?

  /// How it ended.
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// Why it cannot be started: what the system says.
  struct Refusal: Error, CustomStringConvertible {
    var reason: String
    var description: String { "a program cannot be started: \(reason)" }
  }

  /// Starts the program in that file. `input` is what stands on its standard input, less than a pipe holds; nil for
  /// nothing. `folder` is the one in which it runs, empty for ours, and `polite` the signal that asks it to end.
  init(
    _ file: String, _ arguments: [String], environment: [String: String], folder: String = "",
    input: String?, polite: Int32 = SIGTERM
  ) throws(Refusal) {
    self.polite = polite
    let (output, errors) = (try Pipe(), try Pipe())
    let source = input == nil ? nil : try Pipe()
    var actions = unsafe ChildProcess.noActions
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    if let source {
      unsafe posix_spawn_file_actions_adddup2(&actions, source.reading, 0)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    if !folder.isEmpty { unsafe posix_spawn_file_actions_addchdir_np(&actions, folder) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    var attributes = ChildProcess.noAttributes
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    unsafe sigemptyset(&noSignals)
    unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
    // What is ignored stays so in a program that is started, and this one is ignored by us alone.
    var ours = sigset_t()
    unsafe sigemptyset(&ours)
    unsafe sigaddset(&ours, SIGXFSZ)
    unsafe posix_spawnattr_setsigdefault(&attributes, &ours)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var started = pid_t()
    let problem = unsafe withStrings([file] + arguments) { arguments in
      unsafe withStrings(environment.map { "\($0)=\($1)" }) { environment in
        RunningGroups.add(polite: polite) { group in
          defer { started = group }
          return unsafe posix_spawn(&group, file, &actions, &attributes, arguments, environment)
        }
      }
    }
    guard problem == 0 else { throw Refusal(reason: POSIX.reason(problem)) }
    id = started
    self.output = PipeReader(output.takeReading())
    self.errors = PipeReader(errors.takeReading())
    if let source, let input { source.write(input) }
  }

  /// How it ended; nil while it is running.
  func poll() -> Ending? {
    var status: Int32 = 0
    guard ending == nil, unsafe waitpid(id, &status, WNOHANG) == id else { return ending }
    // As the macros of the system have it: the signal in the low seven bits, the status above.
    RunningGroups.remove(id)
    ending = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    return ending
  }

  /// Stops it and what it has started, as far as that has not left its group; politely at first.
  func stop() {
    kill(-id, polite)
    let patience = ContinuousClock.now + .seconds(2)
    while poll() == nil, ContinuousClock.now < patience {
      PipeReader.wait(for: [], atMost: .milliseconds(10))
    }
    // A program may ignore the polite signal.
    kill(-id, SIGKILL)
    while poll() == nil { PipeReader.wait(for: [], atMost: .milliseconds(10)) }
  }

  #if canImport(Darwin)
    private static var noActions: posix_spawn_file_actions_t? { nil }
    private static var noAttributes: posix_spawnattr_t? { nil }
  #else
    private static var noActions: posix_spawn_file_actions_t { unsafe posix_spawn_file_actions_t() }
    private static var noAttributes: posix_spawnattr_t { posix_spawnattr_t() }
  #endif
}

/// Both ends of a pipe, of which no other program that is started knows. Closed when the value is gone.
private final class Pipe {
  private(set) var reading: Int32 = -1
  let writing: Int32

  init() throws(ChildProcess.Refusal) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw ChildProcess.Refusal(reason: POSIX.reason()) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    if reading >= 0 { close(reading) }
    close(writing)
  }

  /// The reading end, which from now on somebody else closes.
  func takeReading() -> Int32 {
    defer { reading = -1 }
    return reading
  }

  /// Writes a text. That its reader is gone already is no matter: its status will tell.
  func write(_ text: String) {
    let former = signal(SIGPIPE, SIG_IGN)
    var text = text
    _ = text.withUTF8 { unsafe POSIX.write(UnsafeRawBufferPointer($0), into: writing) }
    signal(SIGPIPE, former)
  }
}

/// Lends texts as the system wants a list of them, nil behind the last.
private func withStrings<Result>(
  _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
  defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
  return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress!) }
}
