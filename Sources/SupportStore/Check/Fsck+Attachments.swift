import Platform
import SupportModel

/// Whether the bytes of attachments are there, and are those of their names.
extension Fsck {
  /// Returns how many there are.
  mutating func checkAttachments() -> Int {
    let named = namedAttachments()
    var count = 0
    var present: Set<String> = []
    for folder in tree.folders {
      guard case .attachments(let prefix) = folder.room else { continue }
      for name in folder.names where !isLeftover(name, inRoot: false) {
        count += 1
        if name.hasPrefix(prefix) { present.insert(name) }
        checkAttachment(prefix, name, isNamed: named[name] != nil)
      }
    }
    for (sha256, record) in named.sorted(by: { $0.key < $1.key }) where !present.contains(sha256) {
      let file = layout.relative(layout.attachment(sha256))
      findings.append(
        Finding(.attachmentMissing, file: file, record: record, "its bytes are not there"))
    }
    return count
  }

  /// The digests that messages name, with the record of each.
  private func namedAttachments() -> [String: RecordKey] {
    var named: [String: RecordKey] = [:]
    for key in histories.records {
      for message in histories[key].compactMap(\.patch.message) {
        for attachment in Message(message).attachments { named[attachment.sha256] = key }
      }
    }
    return named
  }

  private mutating func checkAttachment(_ folder: String, _ name: String, isNamed: Bool) {
    let file = "attachments/\(folder)/\(name)"
    let path = "\(layout.root)/\(file)"
    guard let bytes = reading(path, { try FileSystem.read(path) }) else { return }
    if SHA256.hexadecimal(of: bytes) != name {
      findings.append(
        Finding(.attachmentDamaged, file: file, "its bytes are not those of its name"))
    } else if !isNamed || !name.hasPrefix(folder) {
      // What part of the log says is not known: somebody there may name it.
      if isLogWhole {
        findings.append(Finding(.attachmentOrphan, file: file, "no message names it"))
      }
    }
  }
}
