import ArgumentParser

/// The command line: `leadheat build` and its siblings.
@main
struct Leadheat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadheat", abstract: "Build a static site that shows when leads are answered in time.")
}
