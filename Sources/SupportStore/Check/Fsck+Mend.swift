import Platform
import SupportModel

/// Mends what can be derived from the rest.
extension Fsck {
  /// What cannot be mended after all says why, and keeps nothing else from being mended.
  mutating func mend() {
    for place in findings.indices where findings[place].code.isDerivable {
      guard !findings[place].isRepaired else { continue }
      do { try mend(place) } catch {
        findings[place].detail += " (not mended: \((error as? SystemError)?.reason ?? "\(error)"))"
      }
    }
  }

  private mutating func mend(_ place: Int) throws {
    let finding = findings[place]
    switch finding.code {
    case .documentStale, .documentCRLF, .documentMissing, .documentUnreadable:
      guard let key = finding.record, let folded = Fold.document(histories[key]) else { return }
      let documents = Documents(layout: layout)
      // What the disk does not give may be the last copy of what was lost.
      _ = try documents.read(key)
      try documents.write(folded, key)
      hasWrittenDocuments = true
    case .logTorn:
      guard let torn = torn.first(where: { Self.path($0.file) == finding.file }) else { return }
      try torn.setAside(layout)
    case .logConflict, .logCRLF, .logByteOrderMark: return try mendFrames(of: finding.file)
    case .fileLeftover: try FileSystem.removeIfPresent(layout.root + "/" + finding.file)
    default: return
    }
    findings[place].isRepaired = true
  }

  /// Writes a log file again without what other programs put between and around its lines. Only
  /// lines that are sound without it change; no line of an event is left out.
  private mutating func mendFrames(of file: String) throws {
    let path = layout.root + "/" + file
    guard
      let log = LogFile(
        month: String(file.dropFirst(7).prefix(7)), name: String(file.dropFirst(15)))
    else { return }
    let (lines, _, unfinished) = try EventLog(layout).lines(of: log)
    var bytes: [UInt8] = []
    for line in lines where !line.isConflictMarker {
      bytes += (try? EventLine.decode(line.plain)) == nil ? line.bytes : line.withoutFrame
      bytes.append(0x0A)
    }
    try FileSystem.replace(path, with: bytes + unfinished, durable: true)
    hasRewrittenLog = true
    let mended: Set<Finding.Code> = [.logConflict, .logCRLF, .logByteOrderMark]
    for place in findings.indices
    where findings[place].file == file && mended.contains(findings[place].code) {
      findings[place].isRepaired = true
    }
  }
}
