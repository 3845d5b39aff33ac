import Platform
import SupportModel

/// Takes what was erased out of the files of this copy.
///
/// Files of the log are replaced whole and durably, one after the other: whoever is killed in
/// between leaves old ones and new ones, which fold to the same, and the next one goes on.
struct Scrub: Sendable {
  let layout: DeskLayout
  private var erasures: Erasures
  private let records: [RecordKey: ErasedRecord]
  private let histories: Histories

  /// `histories` are those of the whole log.
  init(layout: DeskLayout, _ histories: Histories) {
    (self.layout, self.histories) = (layout, histories)
    (erasures, records) = (histories.erasures, histories.erased)
  }

  /// The records of which nothing is left but facts.
  private var gone: [RecordKey] { records.filter(\.value.isWhole).map(\.key) }

  /// The SHA-256 of attachments that hung on what was erased, and hang on nothing else.
  private func attachments() throws -> Set<String> {
    let still = Set(histories.records.flatMap { histories[$0] }.flatMap(Self.attachments))
    let documents = Documents(layout: layout)
    let shown = try gone.flatMap { try Self.attachments(of: $0, documents) }
    return Set(histories.unscrubbed.flatMap(Self.attachments) + shown).subtracting(still)
  }

  private static func attachments(of event: Event) -> [String] {
    event.patch.message.map { Message($0).attachments.map(\.sha256) } ?? []
  }

  /// Those of a document from before the erasure.
  private static func attachments(of key: RecordKey, _ documents: Documents) throws -> [String] {
    guard case .document(let found) = try documents.read(key), found["erased"] != true
    else { return [] }
    return Ticket(found)?.messages.flatMap { $0.attachments.map(\.sha256) } ?? []
  }

  /// Scrubs the files that this copy writes or wrote, and what hung on what was erased. The lock is
  /// held. Returns whether any file of the log is another one now, so that no mark holds.
  func run(_ replica: Replica) throws -> Bool {
    // The lines go last, because they name the attachments. All of it is durable: once the mark has
    // moved past the erasure, nobody looks for what a power cut brings back.
    for digest in try attachments().sorted() {
      try FileSystem.removeDurablyIfPresent(layout.attachment(digest))
    }
    try purge(layout.torn)
    try purge(layout.drafts)
    return try rewrite(replica.names)
  }

  /// Scrubs the files of some replicas.
  func rewrite(_ replicas: Set<Substring>) throws -> Bool {
    let log = EventLog(layout)
    var isChanged = false
    for file in try log.files() where replicas.contains(file.replica) {
      guard let bytes = try scrubbed(file, log) else { continue }
      if !isChanged { try FoldMark.forget(layout) }
      try FileSystem.replace(log.path(file), with: bytes, durable: true)
      isChanged = true
    }
    return isChanged
  }

  /// How many lines of a file hold what was erased.
  func count(in file: LogFile) throws -> Int {
    var erasures = erasures
    return try EventLog(layout).lines(of: file).lines.count { line in
      guard let event = try? line.event() else { return false }
      return erasures.scrub(event, records[event.subject]) != event
    }
  }

  /// The bytes of a file without what was erased; nil where it holds nothing of it.
  private func scrubbed(_ file: LogFile, _ log: EventLog) throws -> [UInt8]? {
    var erasures = erasures
    let (lines, _, unfinished) = try log.lines(of: file)
    var bytes: [UInt8] = []
    var isChanged = false
    for line in lines {
      if let event = try? line.event(),
        case let bare = erasures.scrub(event, records[event.subject]), bare != event
      {
        bytes += EventLine.encode(bare)
        isChanged = true
      } else {
        bytes += line.bytes
      }
      bytes.append(0x0A)
    }
    return isChanged ? bytes + unfinished : nil
  }

  /// Removes the files of a folder that name an erased person or ticket, durably.
  private func purge(_ folder: String) throws {
    var erasures = erasures
    for name in try FileSystem.namesIfPresent(in: folder) {
      let path = folder + "/" + name
      guard try FileSystem.status(path).kind == .file else { continue }
      let text = name + "\n" + String(decoding: try FileSystem.read(path), as: UTF8.self)
      if erasures.isMentioned(in: text) || gone.contains(where: { text.contains($0.name) }) {
        try FileSystem.remove(path)
      }
    }
    try FileSystem.settleNames(in: folder)
  }
}
