import Foundation

/// A Markdown file whose shell sessions are run, and have to print what the file says.
struct Transcript: Sendable, CustomStringConvertible {
  /// Where the file is, from the package's root; also the name a test report shows.
  let path: String

  var description: String { path }
  var file: URL { Self.root.appending(path: path) }

  /// Every file below `Tests/Transcripts`, the README and the guides, in a stable order; with
  /// `ONLY=WORD` in the environment, those whose path contains the word.
  static let all: [Transcript] = {
    let folder = "Tests/Transcripts/"
    let below = FileManager.default.enumerator(atPath: root.path + "/" + folder)
    let found = (below?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".md") }.sorted().map { folder + $0 }
    let pages = [
      "README.md", "docs/articles.md", "docs/assignment.md", "docs/calendars.md", "docs/care.md",
      "docs/customers.md", "docs/git.md", "docs/guide.md",
      "docs/import.md", "docs/merging.md", "docs/reporting.md", "docs/rules.md",
      "docs/search.md", "docs/settings.md", "docs/sla.md", "docs/templates.md", "docs/views.md",
    ].filter {
      FileManager.default.fileExists(atPath: root.path + "/" + $0)
    }
    let only = ProcessInfo.processInfo.environment["ONLY"] ?? ""
    return (found + pages).filter { only.isEmpty || $0.contains(only) }.map(Transcript.init)
  }()

  /// The folder that holds `Package.swift`.
  static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/", !exists(folder.appending(path: "Package.swift")) {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  private static func exists(_ file: URL) -> Bool {
    FileManager.default.fileExists(atPath: file.path)
  }

  /// Reads the file and finds its steps. Pages for readers keep their sessions in fences.
  func session() throws -> Session {
    let text = try String(contentsOf: file, encoding: .utf8)
    let style: Session.Style = path.hasPrefix("Tests/") ? .indented : .fenced
    return try Session(text, style: style, path: path)
  }
}
