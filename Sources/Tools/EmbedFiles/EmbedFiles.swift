import Foundation
import PackagePlugin

/// Before `leadheat` is compiled, has `embedder` turn Templates/ and sample_data/ into source files of them.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let embedder = try context.tool(named: "embedder").url
    return try [
      ("EmbeddedTemplates", "Templates", ["md", "html", "css", "js"]),
      ("EmbeddedSample", "sample_data", ["csv", "yml"]),
    ].map { name, folder, extensions in
      let folder = context.package.directoryURL.appending(path: folder)
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { path in
          !path.split(separator: "/").contains { $0.hasPrefix(".") }
            && extensions.contains(URL(fileURLWithPath: path).pathExtension)
        }
        .sorted()
      let output = context.pluginWorkDirectoryURL.appending(path: name + ".swift")
      return .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent)",
        executable: embedder,
        arguments: [name, folder.path, output.path] + files,
        inputFiles: files.map { folder.appending(path: $0) },
        outputFiles: [output])
    }
  }
}
