import Platform

/// A folder of generated pages. It keeps a list of what it wrote, `.support-site`, so that the next
/// time it can take away what is no longer made, and never what somebody else put there.
package struct SiteFolder: Sendable {
  private let path: String

  private static let list = ".support-site"

  package init(_ path: String) { self.path = path }

  /// The files in it that it did not write, by path. What is hidden at its top (`.git`, `.nojekyll`)
  /// belongs to those who publish it, and never is in the way.
  package func strangers() throws -> [String] {
    let own = Set(try written())
    return try files().filter { !own.contains($0) }
  }

  /// The files that it wrote earlier and that are not among these, by path.
  package func leftovers(besides paths: [String]) throws -> [String] {
    Set(try written()).subtracting(paths).sorted()
  }

  /// Makes the folder hold these files, and none that it wrote earlier and that are not among them.
  ///
  /// The list names old and new files until all of it is done: whoever is killed in between leaves
  /// nothing that the next one does not know.
  package func write(_ files: [(path: String, bytes: [UInt8])]) throws {
    let new = Set(files.map(\.path))
    let gone = try leftovers(besides: files.map(\.path))
    try writeList(new.union(gone))
    for file in files { try FileSystem.replace(path + "/" + file.path, with: file.bytes) }
    for name in gone { try remove(name) }
    try writeList(new)
  }

  /// Removes a file, and the folders that are empty without it.
  private func remove(_ name: String) throws {
    try FileSystem.removeIfPresent(path + "/" + name)
    let folders = name.split(separator: "/").dropLast()
    for depth in folders.indices.reversed() {
      let folder = path + "/" + folders[...depth].joined(separator: "/")
      if try FileSystem.statusIfPresent(folder) != nil {
        try FileSystem.removeFolderIfEmpty(folder)
      }
    }
  }

  /// What it wrote the last time. The list is a file like any other that somebody may have edited:
  /// it names nothing outside of the folder.
  private func written() throws -> [String] {
    guard let bytes = try FileSystem.readIfPresent(path + "/" + Self.list) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter {
      let names = $0.split(separator: "/", omittingEmptySubsequences: false)
      return names.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    }
  }

  private func writeList(_ paths: Set<String>) throws {
    let text = paths.sorted().map { $0 + "\n" }.joined()
    try FileSystem.replace(path + "/" + Self.list, with: Array(text.utf8))
  }

  /// All files in it, by path; a link is a file, wherever it leads.
  private func files() throws -> [String] {
    guard let status = try FileSystem.statusIfPresent(path) else { return [] }
    guard status.kind == .folder else { throw SiteError.noFolder(path) }
    var found: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      for name in try FileSystem.names(in: path + "/" + folder) {
        if folder.isEmpty, name.hasPrefix(".") { continue }
        if try isFolder(folder + name) {
          folders.append(folder + name + "/")
        } else {
          found.append(folder + name)
        }
      }
    }
    return found.sorted()
  }

  private func isFolder(_ name: String) throws -> Bool {
    let whole = path + "/" + name
    return try !FileSystem.isLink(whole) && FileSystem.status(whole).kind == .folder
  }
}

/// Why a folder cannot hold a site.
package enum SiteError: Error, Equatable {
  case noFolder(String)
}
