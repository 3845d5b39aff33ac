extension Finding {
  /// The stable names that scripts look for.
  package enum Code: String, Sendable, CaseIterable {
    case settingsInvalid = "settings.invalid"
    case settingsConflict = "settings.conflict"
    case settingsPolicy = "settings.policy"
    case settingsName = "settings.name"
    case settingsRule = "settings.rule"
    case logTorn = "log.torn"
    case logUnfinished = "log.unfinished"
    case logChecksum = "log.checksum"
    case logUnreadable = "log.unreadable"
    case logNUL = "log.nul"
    case logConflict = "log.conflict"
    case logCRLF = "log.crlf"
    case logByteOrderMark = "log.byte_order_mark"
    case logRepeated = "log.repeated"
    case logForked = "log.forked"
    case logIncomplete = "log.incomplete"
    case logUnscrubbed = "log.unscrubbed"
    case logFuture = "log.future"
    case logMisplaced = "log.misplaced"
    case logEmpty = "log.empty"
    case logStrayFile = "log.stray_file"
    case documentStale = "document.stale"
    case documentAhead = "document.ahead"
    case documentEdited = "document.edited"
    case documentCRLF = "document.crlf"
    case documentMissing = "document.missing"
    case documentUnreadable = "document.unreadable"
    case documentOrphan = "document.orphan"
    case ownerUnknown = "owner.unknown"
    case linkDangling = "link.dangling"
    case linkCircle = "link.circle"
    case attachmentMissing = "attachment.missing"
    case attachmentDamaged = "attachment.damaged"
    case attachmentOrphan = "attachment.orphan"
    case fileUnreadable = "file.unreadable"
    case fileStray = "file.stray"
    case fileCollision = "file.collision"
    case fileLeftover = "file.leftover"
    case fileSetAside = "file.set_aside"

    package var severity: Severity {
      switch self {
      case .settingsConflict, .settingsPolicy, .settingsName, .settingsRule, .logUnfinished,
        .logCRLF, .logByteOrderMark, .logRepeated, .logIncomplete, .logUnscrubbed, .logFuture,
        .logEmpty,
        .logStrayFile, .documentCRLF, .ownerUnknown, .linkDangling, .linkCircle, .attachmentOrphan,
        .fileStray, .fileCollision, .fileLeftover:
        .warning
      case .fileSetAside: .note
      default: .error
      }
    }

    /// Whether the desk is fine all the same.
    package var isWarning: Bool { severity != .error }

    /// Whether `fsck --repair` can mend it from what is left.
    package var isDerivable: Bool {
      switch self {
      case .logTorn, .logConflict, .logCRLF, .logByteOrderMark, .documentStale, .documentCRLF,
        .documentMissing, .documentUnreadable, .fileLeftover:
        true
      default: false
      }
    }
  }
}
