// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// Rounding of floating-point numbers comes from libm, which nothing else here would bring in.
let mathLibrary: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: uses, swiftSettings: strict, linkerSettings: mathLibrary)
}

func tests(of name: String, uses: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + uses,
    swiftSettings: strict)
}

let package = Package(
  name: "support",
  platforms: [.macOS(.v15)],
  targets: [
    module("Platform"),
    module("CommandKit"),
    module("TextSearch"),
    module("SupportModel"),
    module("SupportStore", uses: ["SupportModel", "Platform", "TextSearch"]),
    module("SupportDesk", uses: ["SupportStore", "SupportModel"]),
    tests(of: "Platform"),
    tests(of: "CommandKit"),
    tests(of: "TextSearch"),
    tests(of: "SupportModel"),
    tests(of: "SupportStore", uses: ["SupportModel", "Platform"]),
    tests(of: "SupportDesk", uses: ["SupportModel", "SupportStore", "Platform"]),
  ]
)
