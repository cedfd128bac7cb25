/// Renames that put one site in the place of another, and that can all be taken back.
///
/// What is replaced or removed waits in a folder beside, from which renames bring it back. A reader of the site never
/// finds a file missing that both sites have, where the file system knows hard links.
struct Replacement {
  /// The folder for what is replaced: on the same file system, and empty.
  private let aside: String
  private var steps: [Step] = []
  private var count = 0

  /// A rename that takes another back.
  private struct Step {
    var file: String
    var target: String
  }

  /// No renames yet. `aside` is to be there when the first of them replaces something.
  init(aside: String) { self.aside = aside }

  /// Puts a file in its place. nil when it is there, else the reason why not.
  mutating func place(_ file: String, at target: String) -> String? {
    let entry = POSIX.entry(at: target)
    if entry == .missing { return move(file, to: target, former: nil) }
    if entry == .folder { return "a folder stands in its place" }
    let former = next()
    // A second name leaves it in its place until the new one is there.
    if entry == .file, POSIX.link(target, as: former) { return move(file, to: target, former: former) }
    return move(target, to: former, former: nil) ?? move(file, to: target, former: nil)
  }

  /// Takes a file away. nil when it is gone, else the reason why not.
  mutating func remove(_ target: String) -> String? {
    move(target, to: next(), former: nil)
  }

  /// Puts everything back as it was, the last first.
  /// - Returns: why not, where something cannot be put back.
  mutating func takeBack() -> String? {
    var problem: String?
    while let step = steps.popLast() {
      // Those that were empty are gone.
      for folder in POSIX.folders(above: step.target) { _ = POSIX.makeFolder(folder) }
      let failed = POSIX.rename(step.file, to: step.target)
      problem = problem ?? failed
    }
    return problem
  }

  /// Renames a file, and notes how that is taken back: by renaming `former`, what stood there before, over it, or else
  /// by renaming the file itself back.
  private mutating func move(_ file: String, to target: String, former: String?) -> String? {
    let problem = POSIX.rename(file, to: target)
    if problem == nil { steps.append(Step(file: former ?? target, target: former == nil ? file : target)) }
    return problem
  }

  private mutating func next() -> String {
    count += 1
    return aside + "/\(count)"
  }
}
