import CommandKit
import Testing

@testable import SupportCLI

/// The files that are made from the command table. `ACCEPT=1 swift test` writes them anew.
@Suite struct GeneratedFilesTests {
  /// A folder in which every file is generated.
  struct Folder: Sendable, CustomTestStringConvertible {
    let path: String
    let files: [String: String]
    var testDescription: String { path }
  }

  /// The day of the release that the manual pages are of.
  static let date = "2026-11-21"

  static let folders = [
    Folder(path: "docs/reference", files: MarkdownReference(CommandTable.support).pages()),
    Folder(path: "docs/man", files: ManPage(CommandTable.support, date: date).pages()),
    Folder(path: "completions", files: scripts),
  ]

  private static var scripts: [String: String] {
    var scripts: [String: String] = [:]
    for shell in CompletionShell.allCases {
      let name = CompletionScript.fileName(for: shell, program: "support")
      scripts[name] = CompletionScript.script(for: shell, program: "support")
    }
    return scripts
  }

  @Test(arguments: folders)
  func `A generated folder holds what the command table says, and nothing else`(
    _ folder: Folder
  ) throws {
    let stale = try Repository.names(in: folder.path).subtracting(folder.files.keys).sorted()
    guard !Repository.isAccepting else { return try accept(folder, removing: stale) }
    #expect(stale == [], "stale files in \(folder.path); ACCEPT=1 swift test removes them")
    for (name, rendered) in folder.files.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder.path)/\(name)"
      let onDisk = Repository.has(path) ? try Repository.text(path) : nil
      #expect(onDisk == rendered, "\(path) is not up to date; ACCEPT=1 swift test writes it")
    }
  }

  private func accept(_ folder: Folder, removing stale: [String]) throws {
    for name in stale { try Repository.remove("\(folder.path)/\(name)") }
    for (name, text) in folder.files { try Repository.write(text, to: "\(folder.path)/\(name)") }
  }
}
