import Foundation
import Testing

/// Runs the tools that judge what this module writes: shells, mandoc.
enum Subprocess {
  /// Where a tool is installed, or nil.
  static func find(_ tool: String) -> String? {
    ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A condition for tests that need tools, with a message that says which.
  static func has(_ tools: String...) -> ConditionTrait {
    .enabled(
      if: tools.allSatisfy { find($0) != nil },
      "\(tools.joined(separator: " and ")) must be installed for this test")
  }

  /// BSD's `script` takes other options than the one of util-linux.
  static var isOnLinux: ConditionTrait {
    #if os(Linux)
      .enabled(if: true)
    #else
      .disabled("script(1) of util-linux is needed for this test")
    #endif
  }

  /// Both outputs of a tool, given a text on its standard input.
  static func run(
    _ tool: String, _ arguments: [String], input: String = "", in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(find(tool)))
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      .merging(environment) { $1 }
    let (given, heard) = (Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = heard
    process.standardError = heard
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    let output = heard.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// Runs a body with a fresh folder that is removed afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("commandkit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
