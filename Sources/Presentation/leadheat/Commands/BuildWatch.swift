import Foundation
import LeadModel
import ReportSite

/// `leadheat build --watch`: builds, waits until something that the site is built of has changed, and builds again.
///
/// Each build is a process of its own with the same arguments, so that nothing is left of one when the next begins, and
/// a failed one is only told.
struct BuildWatch {
  let options: ReportOptions

  /// Between two looks at the files. A look takes about a millisecond.
  private static let pause = Duration.milliseconds(250)

  /// Goes on until a signal ends it. Throws where a build cannot be started.
  func run() throws {
    while true {
      // Before the build, so that a change during it is one.
      let built = InputState(options)
      try build()
      if !options.quiet, !options.json {
        _ = StandardStream.errors.write("Waiting for changes; Ctrl-C ends it.\n")
      }
      waitForChange(since: built)
    }
  }

  private func build() throws {
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--watch" }
    let child = try ChildProcess(
      Bundle.main.executablePath ?? CommandLine.arguments[0], Array(arguments),
      environment: ProcessInfo.processInfo.environment, input: nil)
    let pipes = [(child.output, StandardStream.output), (child.errors, .errors)]
    var isRunning = true
    while isRunning {
      isRunning = child.poll() == nil
      if isRunning { PipeReader.wait(for: pipes.map(\.0), atMost: .milliseconds(20)) }
      for (pipe, stream) in pipes {
        while let block = pipe.read() { stream.pass(block) }
      }
    }
  }

  /// Waits until the files look otherwise than `built`, and as they did a moment before: a program that writes several,
  /// or puts a new one in the place of the old one, should be done.
  private func waitForChange(since built: InputState) {
    var former = built
    while true {
      PipeReader.wait(for: [], atMost: BuildWatch.pause)
      let state = InputState(options)
      if state != built, state == former { return }
      former = state
    }
  }
}

/// How the files that a site is built of look from outside.
struct InputState: Equatable {
  private var stamps: [String: POSIX.Stamp] = [:]

  /// As far as they are known: where the configuration cannot be read, it is the file that has to change.
  init(_ options: ReportOptions) {
    if let path = options.configurationPath { add(path) }
    guard let configuration = try? options.configuration() else { return }
    let origins = configuration.leads.flatMap { [$0.origin] + $0.activities.map(\.origin) }
    for case .path(let pattern) in origins { add(matching: pattern) }
    for schedule in configuration.schedules { add(matching: schedule.path) }
    if let roster = configuration.roster { add(roster) }
    if let folder = configuration.templates {
      var others: [String: SiteTemplates.Unread] = [:]
      let paths = (try? templatePaths(in: folder, unread: &others)) ?? []
      for path in paths + others.keys { add(folder + "/" + path) }
    }
  }

  private mutating func add(matching pattern: String) {
    for path in (try? InputFiles.matching(pattern, what: "file")) ?? [] { add(path) }
  }

  private mutating func add(_ path: String) { stamps[path] = POSIX.stamp(of: path) }
}
