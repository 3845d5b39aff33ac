import SupportModel

/// One thing that is wrong with a desk's files.
package struct Finding: Hashable, Sendable {
  /// The stable names that scripts look for.
  package enum Code: String, Sendable, CaseIterable {
    case settingsInvalid = "settings.invalid"
    case logTorn = "log.torn"
    case logUnfinished = "log.unfinished"
    case logChecksum = "log.checksum"
    case logUnreadable = "log.unreadable"
    case logRepeated = "log.repeated"
    case logForked = "log.forked"
    case logIncomplete = "log.incomplete"
    case logUnscrubbed = "log.unscrubbed"
    case logStrayFile = "log.stray_file"
    case documentStale = "document.stale"
    case documentAhead = "document.ahead"
    case documentEdited = "document.edited"
    case documentMissing = "document.missing"
    case documentUnreadable = "document.unreadable"
    case documentOrphan = "document.orphan"
    case attachmentMissing = "attachment.missing"
    case attachmentDamaged = "attachment.damaged"
    case attachmentOrphan = "attachment.orphan"
    case fileLeftover = "file.leftover"

    /// Whether the desk is fine all the same.
    package var isWarning: Bool {
      switch self {
      case .logUnfinished, .logRepeated, .logIncomplete, .logUnscrubbed, .logStrayFile,
        .attachmentOrphan,
        .fileLeftover:
        true
      default: false
      }
    }

    /// Whether `fsck --repair` can mend it from what is left.
    package var isDerivable: Bool {
      switch self {
      case .logTorn, .documentStale, .documentMissing, .documentUnreadable, .fileLeftover: true
      default: false
      }
    }
  }

  package var code: Code
  /// Below the desk's folder.
  package var file: String
  package var line: Int?
  package var record: RecordKey?
  package var detail: String
  package var isRepaired = false

  init(
    _ code: Code, file: String, line: Int? = nil, record: RecordKey? = nil, _ detail: String
  ) {
    (self.code, self.file, self.line) = (code, file, line)
    (self.record, self.detail) = (record, detail)
  }

  package var json: JSONObject {
    var object = JSONObject([
      ("code", .string(code.rawValue)),
      ("severity", .string(code.isWarning ? "warning" : "error")), ("file", .string(file)),
    ])
    object["line"] = line.map { .integer(Int64($0)) }
    object["record"] = record.map { .string("\($0.kind.rawValue):\($0.name)") }
    object["detail"] = .string(detail)
    object["derivable"] = .bool(code.isDerivable)
    object["repaired"] = .bool(isRepaired)
    return object
  }
}
