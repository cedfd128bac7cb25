import Foundation

/// The groups of processes that run for us. What ends us from a terminal or by a signal does not reach them, so they
/// are ended first, by ``Signals``.
enum RunningGroups {
  private struct Group {
    /// The number of the group and of its first process; 0 for a free place.
    var id: pid_t
    /// The signal that asks it to end.
    var polite: Int32
  }

  /// A handler of signals may neither allocate nor wait for a lock, so the table is there before it can be needed. A
  /// group beyond its capacity outlives us where a signal ends us.
  private static let capacity = 256
  nonisolated(unsafe) private static let groups: UnsafeMutablePointer<Group> = {
    let groups = UnsafeMutablePointer<Group>.allocate(capacity: capacity)
    unsafe groups.initialize(repeating: Group(id: 0, polite: 0), count: capacity)
    return unsafe groups
  }()
  /// Whether there ever was a group, and so a table.
  nonisolated(unsafe) private static var isUsed = false
  /// For those who write into the table.
  private static let lock = NSLock()

  /// Starts a group and notes it, and the signal that asks it to end.
  ///
  /// `start` sets the group's number and gives 0, or else why it cannot be started, which is handed on.
  static func add(polite: Int32, _ start: (inout pid_t) -> Int32) -> Int32 {
    lock.withLock {
      var group = pid_t()
      let problem = start(&group)
      if problem == 0, let place = place(of: 0) { unsafe groups[place] = Group(id: group, polite: polite) }
      unsafe isUsed = true
      return problem
    }
  }

  /// Forgets a group whose first process has ended.
  static func remove(_ group: pid_t) {
    lock.withLock { if let place = place(of: group) { unsafe groups[place].id = 0 } }
  }

  private static func place(of group: pid_t) -> Int? {
    (0..<capacity).first { unsafe groups[$0].id == group }
  }

  /// Ends all groups, and lets nobody go on who starts one or sees the end of one.
  static func endForGood() {
    lock.lock()
    end()
  }

  /// Ends all groups, politely at first, as ``ChildProcess/stop()`` does. Only calls that are safe in a handler are
  /// made: kill, waitpid, poll.
  static func end() {
    guard unsafe isUsed else { return }
    for place in 0..<capacity where unsafe groups[place].id > 0 {
      unsafe _ = kill(-groups[place].id, groups[place].polite)
    }
    var turns = 200
    while turns > 0, isAnyRunning() {
      poll(nil, 0, 10)
      turns -= 1
    }
    for place in 0..<capacity where unsafe groups[place].id > 0 {
      unsafe _ = kill(-groups[place].id, SIGKILL)
    }
  }

  private static func isAnyRunning() -> Bool {
    for place in 0..<capacity where unsafe groups[place].id > 0 {
      if unsafe waitpid(groups[place].id, nil, WNOHANG) == 0 { return true }
    }
    return false
  }
}
