import Foundation

/// What comes from outside to end us.
///
/// A thread of its own takes such a signal. It waits for a step that must not be cut in two, ends the programs that run
/// for us, removes what is unfinished, and then ends us by the same signal, so that whoever started us sees it.
enum Signals {
  private static let ending = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
  /// Guards what follows, and is told of changes.
  private static let condition = NSCondition()
  nonisolated(unsafe) private static var isInStep = false
  nonisolated(unsafe) private static var isEnding = false
  nonisolated(unsafe) private static var cleanUp: (@Sendable () -> Void)?

  /// To be called before there is another thread, for threads inherit what their maker blocks. A signal that is ignored,
  /// as `nohup` has it, stays so. A file that becomes larger than it may is no reason to end: writing it fails.
  static func watch() {
    signal(SIGXFSZ, SIG_IGN)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in ending where !isIgnored(number) { unsafe _ = sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watched = signals
    Thread.detachNewThread {
      var (signals, number) = (watched, Int32(0))
      while unsafe sigwait(&signals, &number) != 0 {}
      end(by: number)
    }
  }

  /// Does a step that no signal cuts in two. One that has come before it or comes during it ends us then and there, so
  /// this does not return. One step is done at a time, and none inside another.
  static func whole<Result, Problem: Error>(_ step: () throws(Problem) -> Result) throws(Problem) -> Result {
    turn(isInStep: true)
    defer { turn(isInStep: false) }
    return try step()
  }

  /// Says what is to be done when a signal ends us, from now on; nil for nothing.
  static func atEnd(_ work: (@Sendable () -> Void)?) { condition.withLock { unsafe cleanUp = work } }

  /// Enters or leaves a step. Once we are being ended, there is no way on.
  private static func turn(isInStep: Bool) {
    condition.withLock {
      if !isInStep {
        unsafe self.isInStep = false
        condition.broadcast()
      }
      while unsafe isEnding { condition.wait() }
      unsafe self.isInStep = isInStep
    }
  }

  private static func end(by number: Int32) {
    condition.withLock {
      unsafe isEnding = true
      while unsafe isInStep { condition.wait() }
    }
    RunningGroups.endForGood()
    unsafe cleanUp?()
    signal(number, SIG_DFL)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    let handler = signal(number, SIG_DFL)
    // The one that ignores is a number and no function.
    let isIgnored = unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { signal(number, SIG_IGN) }
    return isIgnored
  }
}
