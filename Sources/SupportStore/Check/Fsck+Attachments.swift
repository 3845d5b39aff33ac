import Platform
import SupportModel

/// Whether the bytes of attachments are there, and are those of their names.
extension Fsck {
  mutating func checkAttachments() throws -> Int {
    let named = namedAttachments()
    var present: Set<String> = []
    for folder in try FileSystem.namesIfPresent(in: layout.attachments) {
      for name in try FileSystem.namesIfPresent(in: "\(layout.attachments)/\(folder)")
      where !isLeftover(name, inRoot: false) {
        present.insert(name)
        try checkAttachment(folder, name, isNamed: named[name] != nil)
      }
    }
    for (sha256, record) in named.sorted(by: { $0.key < $1.key }) where !present.contains(sha256) {
      let file = layout.relative(layout.attachment(sha256))
      findings.append(
        Finding(.attachmentMissing, file: file, record: record, "its bytes are not there"))
    }
    return present.count
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

  private mutating func checkAttachment(_ folder: String, _ name: String, isNamed: Bool) throws {
    let file = "attachments/\(folder)/\(name)"
    if try SHA256.hexadecimal(of: FileSystem.read("\(layout.root)/\(file)")) != name {
      findings.append(
        Finding(.attachmentDamaged, file: file, "its bytes are not those of its name"))
    } else if !isNamed {
      findings.append(Finding(.attachmentOrphan, file: file, "no message names it"))
    }
  }
}
