// swift-tools-version:6.2
import PackageDescription

// Three layers, one folder each: what is true (Logic), how it is drawn (Visualization), how it is
// told and published (Presentation). An arrow that is not in this file does not exist:
// Tests/ArchitectureTests holds the imports to it.

/// Each unsafe use is marked `unsafe`: a stray one is a compile error.
let safe: [SwiftSetting] = [.treatAllWarnings(as: .error), .strictMemorySafety()]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func logic(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/Logic/\(name)", swiftSettings: safe)
}
func visualization(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Visualization/\(name)", swiftSettings: safe)
}
func presentation(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Presentation/\(name)", swiftSettings: safe)
}
func tests(_ name: String, _ dependencies: [Target.Dependency], goldens: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests",
    exclude: goldens ? ["Goldens"] : [],
    swiftSettings: [.treatAllWarnings(as: .error)])
}

let package = Package(
  name: "leadheat",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "leadheat", targets: ["leadheat"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries: a module map and a shim, nothing else.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    .systemLibrary(name: "CLinux"),

    // The loops that find fields, rows and names, compiled for more than one kind of processor.
    .target(name: "CScan", path: "Sources/CScan"),

    // Logic: what is true. No disk, clock, locale or terminal; LeadModel knows nothing but Swift.
    logic("LeadModel"),
    logic("LeadIngest", ["LeadModel", "CScan"]),
    logic("LeadMetrics", ["LeadModel"]),

    // Visualization: how it is drawn. It has never heard of a lead.
    visualization("Markup"),
    visualization("HeatmapSVG", ["Markup"]),

    // Presentation: how it is told and published. Only leadheat touches the outside world.
    presentation("Narrative", ["LeadModel", "CCmark"]),
    presentation(
      "ReportSite", ["LeadModel", "LeadMetrics", "Markup", "HeatmapSVG", "Narrative"]),
    .executableTarget(
      name: "leadheat",
      dependencies: [
        "LeadModel", "LeadIngest", "LeadMetrics", "HeatmapSVG", "Narrative", "ReportSite", "CZlib", "CLinux",
        yams,
        arguments,
      ],
      path: "Sources/Presentation/leadheat", swiftSettings: safe, plugins: ["EmbedFiles"]),

    // The binary carries Templates/ and sample_data/: a build step turns each into a source file.
    .executableTarget(name: "embedder", path: "Sources/Tools/embedder", swiftSettings: safe),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["embedder"],
      path: "Sources/Tools/EmbedFiles"),

    tests("LeadModel", ["LeadModel"]),
    tests("LeadIngest", ["LeadIngest", "LeadModel", "CScan"]),
    tests("LeadMetrics", ["LeadMetrics", "LeadModel"]),
    tests("Markup", ["Markup"]),
    tests("HeatmapSVG", ["HeatmapSVG", "Markup"], goldens: true),
    tests("Narrative", ["Narrative", "LeadModel"], goldens: true),
    tests(
      "ReportSite",
      ["ReportSite", "LeadMetrics", "LeadModel", "Narrative", "Markup", "HeatmapSVG"], goldens: true),
    tests("leadheat", ["leadheat"]),
    tests("Architecture", []),
    tests("Browser", []),
  ],
  swiftLanguageModes: [.v6]
)
