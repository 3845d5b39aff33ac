// swift-tools-version: 6.2
import PackageDescription

let releaseOnLinux: BuildSettingCondition = .when(platforms: [.linux], configuration: .release)

/// Each function is a piece that the linker can place; and types are asked for by calls, not by names that
/// would be taken apart while the program runs.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
  .unsafeFlags(
    ["-function-sections", "-disable-concrete-type-metadata-mangled-name-accessors"]
      .flatMap { ["-Xfrontend", $0] }, releaseOnLinux),
]

/// One static file on Linux, without symbols: it starts faster and runs on any machine of its kind.
let oneFile: [LinkerSetting] = [
  .unsafeFlags(["-static-executable", "-use-ld=lld", "-Xlinker", "-s"], releaseOnLinux)
]

/// What everyday commands need lies together in the file (docs/speed.md).
let laidOut: [LinkerSetting] = [
  .unsafeFlags(
    [
      "symbol-ordering-file=\(Context.packageDirectory)/Sources/support/Layout/order",
      "no-warn-symbol-ordering",
      "script=\(Context.packageDirectory)/Sources/support/Layout/local.ld",
    ].flatMap { ["-Xlinker", "--" + $0] }, releaseOnLinux)
]

/// Rounding of floating-point numbers comes from libm, which nothing else here would bring in.
let mathLibrary: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: uses, swiftSettings: strict, linkerSettings: mathLibrary)
}

func program(
  _ name: String, uses: [Target.Dependency], excluding: [String] = [],
  linkedAs more: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: uses, exclude: excluding, swiftSettings: strict,
    linkerSettings: oneFile + more)
}

func tests(of name: String, uses: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + uses,
    swiftSettings: strict)
}

let package = Package(
  name: "support",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "support", targets: ["support"])],
  targets: [
    module("Platform"),
    module("CommandKit"),
    module("TextSearch"),
    module("SupportModel"),
    module("SupportStore", uses: ["SupportModel", "Platform", "TextSearch"]),
    module("SupportDesk", uses: ["SupportStore", "SupportModel"]),
    module("SupportCLI", uses: ["SupportDesk", "SupportModel", "CommandKit", "Platform"]),
    program(
      "support", uses: ["SupportCLI", "Platform"], excluding: ["Layout"], linkedAs: laidOut),
    program(
      "support-bench", uses: ["SupportStore", "SupportModel", "TextSearch", "Platform"]),
    tests(of: "Platform"),
    tests(of: "CommandKit"),
    tests(of: "TextSearch"),
    tests(of: "SupportModel"),
    tests(of: "SupportStore", uses: ["SupportModel", "Platform", "TextSearch"]),
    tests(of: "SupportDesk", uses: ["SupportModel", "SupportStore", "Platform"]),
    tests(
      of: "SupportCLI",
      uses: ["SupportDesk", "SupportModel", "CommandKit", "Platform"]),
    tests(of: "support-bench"),
    .testTarget(
      name: "FaultTests",
      dependencies: [
        "SupportCLI", "SupportDesk", "SupportStore", "SupportModel", "CommandKit", "Platform",
        "TestPrograms",
      ], swiftSettings: strict),
    // These run the built program and so do not link it: a static program's flags would follow.
    .target(name: "TestPrograms", path: "Tests/Programs", swiftSettings: strict),
    .testTarget(
      name: "Transcripts", dependencies: ["TestPrograms"], path: "Tests/Transcripts/Runner",
      swiftSettings: strict),
    .testTarget(
      name: "CrowdTests", dependencies: ["TestPrograms"], path: "Tests/Crowds",
      swiftSettings: strict),
    .testTarget(
      name: "PermissionTests", dependencies: ["TestPrograms"], path: "Tests/Permissions",
      swiftSettings: strict),
    .testTarget(
      name: "CloneTests", dependencies: ["TestPrograms"], path: "Tests/Clones",
      swiftSettings: strict),
  ]
)
