import Foundation
import PackagePlugin

/// Before `leadheat` is compiled, has `embedder` turn Templates/ into a source file of it.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Templates")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") }
          && ["md", "html", "css", "js"].contains(URL(fileURLWithPath: path).pathExtension)
      }
      .sorted()
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
    return [
      .buildCommand(
        displayName: "Embedding Templates",
        executable: try context.tool(named: "embedder").url,
        arguments: [folder.path, output.path] + files,
        inputFiles: files.map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
