import Foundation

/// The checkout that these tests were built from: the files that are compared with renderings.
enum Repository {
  /// The folder that holds `Package.swift`, with a slash at its end.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `ACCEPT=1` writes renderings to disk instead of failing, as it does for transcripts.
  static let isAccepting = !["", "0"].contains(ProcessInfo.processInfo.environment["ACCEPT"] ?? "")

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The names of the files in a folder; none where there is no folder.
  static func names(in folder: String) throws -> Set<String> {
    let path = root.appending(path: folder).path
    return has(folder) ? Set(try FileManager.default.contentsOfDirectory(atPath: path)) : []
  }

  static func write(_ text: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  static func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }
}
