import Foundation

/// The groups of processes that run for us. What ends us from a terminal or by a signal does not reach them, so they
/// are ended first.
enum RunningGroups {
  /// A handler of signals may neither allocate nor wait for a lock, so the table is there before it can be needed; 0 is
  /// a free place. A group beyond its capacity outlives us where a signal ends us.
  private static let capacity = 256
  nonisolated(unsafe) private static let groups: UnsafeMutablePointer<pid_t> = {
    let groups = UnsafeMutablePointer<pid_t>.allocate(capacity: capacity)
    unsafe groups.initialize(repeating: 0, count: capacity)
    return unsafe groups
  }()
  nonisolated(unsafe) private static var isWatching = false
  /// For those who write into the table.
  private static let lock = NSLock()
  private static let signals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  /// Starts a group and notes it, so that no signal comes in between.
  ///
  /// `start` sets the group's number and gives 0, or else why it cannot be started, which is handed on.
  static func add(_ start: (inout pid_t) -> Int32) -> Int32 {
    lock.withLock {
      var (ours, former) = (sigset_t(), sigset_t())
      unsafe sigemptyset(&ours)
      for number in signals { unsafe _ = sigaddset(&ours, number) }
      unsafe pthread_sigmask(SIG_BLOCK, &ours, &former)
      defer { unsafe _ = pthread_sigmask(SIG_SETMASK, &former, nil) }
      watch()
      var group = pid_t()
      let problem = start(&group)
      if problem == 0, let place = place(of: 0) { unsafe groups[place] = group }
      return problem
    }
  }

  /// Forgets a group whose first process has ended.
  static func remove(_ group: pid_t) {
    lock.withLock { if let place = place(of: group) { unsafe groups[place] = 0 } }
  }

  private static func place(of group: pid_t) -> Int? {
    (0..<capacity).first { unsafe groups[$0] == group }
  }

  /// From the first group on, has a signal that ends us end the groups before. One that is ignored, as `nohup` has it,
  /// stays so.
  private static func watch() {
    if unsafe isWatching { return }
    for number in signals {
      let former = signal(number) { number in
        RunningGroups.end()
        signal(number, SIG_DFL)
        raise(number)
      }
      if isIgnored(former) { signal(number, SIG_IGN) }
    }
    unsafe isWatching = true
  }

  /// Ends all groups, politely at first, as ``ChildProcess/stop()`` does. Only calls that are safe in a handler are
  /// made: kill, waitpid, poll.
  static func end() {
    guard unsafe isWatching else { return }
    for place in 0..<capacity where unsafe groups[place] > 0 { unsafe _ = kill(-groups[place], SIGTERM) }
    var turns = 200
    while turns > 0, isAnyRunning() {
      poll(nil, 0, 10)
      turns -= 1
    }
    for place in 0..<capacity where unsafe groups[place] > 0 { unsafe _ = kill(-groups[place], SIGKILL) }
  }

  private static func isAnyRunning() -> Bool {
    for place in 0..<capacity where unsafe groups[place] > 0 {
      if unsafe waitpid(groups[place], nil, WNOHANG) == 0 { return true }
    }
    return false
  }

  /// Whether a handler of signals is the one that ignores them, which is a number and no function.
  private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
