import SupportModel

/// What killed commands left beside the files of the desk.
extension Fsck {
  /// Files that a killed process was writing beside their place.
  mutating func checkLeftovers() {
    for folder in tree.folders.sorted(by: { $0.path < $1.path }) {
      for name in folder.names where isLeftover(name, inRoot: folder.path == layout.root) {
        findings.append(
          Finding(
            .fileLeftover, file: layout.relative(folder.path + "/" + name),
            "left behind by a command that was killed"))
      }
    }
  }

  /// Whether a file's name is one that `FileSystem.replace` writes under: `NAME.PROCESS.tmp`. The
  /// desk's own folder may hold other people's files.
  func isLeftover(_ name: String, inRoot: Bool) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.last == "tmp", let process = parts.dropLast().last,
      !process.isEmpty, process.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    let place = parts.dropLast(2).joined(separator: ".")
    return !inRoot || [DeskSettings.fileName, ".gitattributes", ".gitignore"].contains(place)
  }
}
