import Platform

/// All that lies in a folder, as a value: to compare, and to bring back.
struct FolderTree: Hashable {
  enum Entry: Hashable {
    case folder
    case file([UInt8])
  }

  /// By path below the folder.
  var entries: [String: Entry] = [:]

  init() {}

  init(of root: String) throws { try gather(root, "") }

  private mutating func gather(_ root: String, _ prefix: String) throws {
    for name in try FileSystem.namesIfPresent(in: root + "/" + prefix) {
      let path = prefix + name
      if try FileSystem.status(root + "/" + path).kind == .folder {
        entries[path] = .folder
        try gather(root, path + "/")
      } else {
        entries[path] = .file(try FileSystem.read(root + "/" + path))
      }
    }
  }

  /// Makes a folder hold this and nothing else. What is so already is not touched: folders keep
  /// their inodes.
  func lay(at root: String) throws {
    let present = try FolderTree(of: root)
    for path in present.entries.keys.sorted(by: >) where !isSame(path, present) {
      try FileSystem.removeTree(root + "/" + path)
    }
    for (path, entry) in entries.sorted(by: { $0.key < $1.key })
    where present.entries[path] != entry {
      switch entry {
      case .folder: try FileSystem.makeFolder(root + "/" + path)
      case .file(let bytes): try FileSystem.replace(root + "/" + path, with: bytes)
      }
    }
  }

  private func isSame(_ path: String, _ other: FolderTree) -> Bool {
    switch (entries[path], other.entries[path]) {
    case (.folder, .folder), (.file, .file): true
    default: false
    }
  }

  /// The text of each file below some folders, or of these very files, without what commands write
  /// beside its place.
  func texts(of places: [String]) -> [String: String] {
    var texts: [String: String] = [:]
    for case (let path, .file(let bytes)) in entries
    where !path.hasSuffix(".tmp")
      && places.contains(where: { path == $0 || path.hasPrefix($0 + "/") })
    {
      texts[path] = String(decoding: bytes, as: UTF8.self)
    }
    return texts
  }
}
