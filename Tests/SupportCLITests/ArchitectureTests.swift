import Foundation
import Testing

/// The arrows of the house: what each module's files may import. The package declares the same, but
/// the build would let a file reach through a module to what lies below it.
@Suite struct ArchitectureTests {
  private static let arrows: [String: Set<String>] = [
    // A part of the standard library, for what threads share.
    "Platform": ["Glibc", "Musl", "Darwin", "Synchronization"],
    "CommandKit": [],
    "TextSearch": [],
    // A part of the standard library, for what is computed once and shared.
    "SupportModel": ["Synchronization"],
    "SupportStore": ["SupportModel", "Platform", "TextSearch", "Synchronization"],
    "SupportDesk": ["SupportStore", "SupportModel"],
    "SupportCLI": ["SupportDesk", "SupportModel", "CommandKit", "Platform"],
    "support": ["SupportCLI", "Platform"],
    "support-bench": ["Platform", "SupportModel", "SupportStore", "TextSearch"],
  ]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  @Test("A module imports only what lies further in", arguments: arrows.keys.sorted())
  func imports(of module: String) throws {
    let folder = Self.sources.appending(path: module)
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var seen = 0
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let imports = text.split(separator: "\n").filter { $0.contains("import ") }.compactMap {
        line in
        line.trimmingPrefix { $0 == " " }.wholeMatch(of: /import (\w+)/)?.1
      }
      let foreign = imports.map(String.init).filter { Self.arrows[module]?.contains($0) != true }
      #expect(foreign.isEmpty, "\(module)/\(file) imports \(foreign)")
      seen += 1
    }
    #expect(seen > 0)
  }

  @Test("The top level of the repository is what the design gives it")
  func topLevel() throws {
    let top = Self.sources.deletingLastPathComponent()
    let visible = try FileManager.default.contentsOfDirectory(atPath: top.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    let known: Set = ["Package.swift", "Sources", "Tests", "docs", "completions", "README.md"]
    #expect(Set(visible) == known)
  }
}
