import SupportModel

/// Whether files have names by which commands find them, on every file system.
extension Fsck {
  mutating func checkNames() {
    for folder in tree.folders {
      if case .local = folder.room { continue }
      for name in folder.names {
        if let fault = FileName.fault(of: name, in: folder.room) {
          findings.append(
            Finding(.fileStray, file: layout.relative(folder.path + "/" + name), fault))
        }
      }
      checkCollisions(folder)
    }
  }

  /// Two names that are one where neither case nor the form of accents counts: a clone on such a file
  /// system has only one of the files.
  private mutating func checkCollisions(_ folder: DeskTree.Folder) {
    // Texts are equal as keys when they are by Unicode's equivalence.
    var seen: [String: String] = [:]
    for name in folder.names {
      guard let first = seen.updateValue(name, forKey: name.lowercased()) else { continue }
      findings.append(
        Finding(
          .fileCollision, file: layout.relative(folder.path + "/" + name),
          "on some systems this is the same name as \(first)"))
    }
  }
}
