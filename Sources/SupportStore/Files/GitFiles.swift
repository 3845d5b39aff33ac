import Platform

/// What a desk tells git about its files. The texts have no other home: a new desk gets them, and
/// an older one is brought up to them.
package enum GitFiles {
  /// This copy's own folder, and what a killed command was writing beside its place.
  private static let ignored = [".support/", "*.tmp"]

  /// Each copy writes log files of its own, and no merge has two sides of one. Should it have them
  /// all the same, the lines of both count, in any order.
  private static let attributes = [
    "events/** text eol=lf merge=union",
    "tickets/** text eol=lf merge=support",
    "customers/** text eol=lf merge=support",
    "chats/** text eol=lf merge=support",
    "attachments/** binary",
  ]

  /// Lines of older desks, and what they have become.
  private static let superseded = ["events/** text eol=lf": "events/** text eol=lf merge=union"]

  package static let names = [".gitattributes", ".gitignore"]

  /// Adds the lines that `.gitattributes` and `.gitignore` lack, and keeps all others. Returns the
  /// names of the files that it changed, or would change but for a dry run.
  @discardableResult
  package static func bringUpToDate(
    _ layout: DeskLayout, isDryRun: Bool = false
  ) throws -> [String] {
    try zip(names, [attributes, ignored]).filter { name, lines in
      try add(lines, to: layout.root + "/" + name, isDryRun)
    }.map(\.0)
  }

  private static func add(_ due: [String], to path: String, _ isDryRun: Bool) throws -> Bool {
    let present = String(decoding: try FileSystem.readIfPresent(path) ?? [], as: UTF8.self)
    var lines = present.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      superseded[String(line)] ?? String(line)
    }
    if lines.last == "" { lines.removeLast() }
    lines += due.filter { !lines.contains($0) }
    let text = lines.map { $0 + "\n" }.joined()
    guard text != present else { return false }
    if !isDryRun { try FileSystem.replace(path, with: Array(text.utf8), durable: true) }
    return true
  }
}
