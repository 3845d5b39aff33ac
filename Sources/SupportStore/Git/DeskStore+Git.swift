import Platform
import SupportModel

extension DeskStore {
  /// Holds the desk, healed, while git or we ourselves rewrite its files.
  func whileHeld<Result>(
    for purpose: String, _ body: (borrowing FileLock) throws -> Result
  ) throws -> Result {
    try whileLocked(for: purpose) { lock in
      try healThoroughly(lock)
      return try body(lock)
    }
  }

  /// Brings the documents up to the log once more; whoever calls holds the lock.
  func healAgain(_ lock: borrowing FileLock) throws {
    var chance = Chance()
    try heal(lock, &chance).write(layout)
  }

  /// Folds documents that changed against the last commit and that the new events do not explain:
  /// a merge of their text, a checkout of one file. An edit by hand is left alone, unless git
  /// left the file in conflict.
  func refold(_ changes: [GitChange], explainedBy events: [Event], _ repository: Repository) throws
  {
    var heads: [RecordKey: EventID] = [:]
    for event in events { heads[event.subject] = event.id }
    let documents = Documents(layout: layout)
    var doubtful: [RecordKey: Bool] = [:]
    for change in changes where repository.place(of: change.path) == .document {
      guard let key = documents.key(of: repository.absolute(change.path)) else { continue }
      let isPlain = heads[key] != nil && documents.head(key) == heads[key]
      if change.isUnmerged || !isPlain { doubtful[key] = change.isUnmerged }
    }
    guard !doubtful.isEmpty else { return }
    let days = doubtful.keys.map { $0.ticketID?.date }
    let histories = try log.histories(
      of: Set(doubtful.keys), since: days.contains(nil) ? nil : days.compactMap { $0 }.min())
    for (key, isUnmerged) in doubtful {
      if !isUnmerged, case .edited = documents.state(of: key, histories) { continue }
      guard let due = documents.due(key, histories), !due.isOnDisk else { continue }
      try documents.write(due.document, key)
    }
  }

  /// Holds the lock of this copy's commits, or of its syncs, waiting for it as long as `patience`
  /// says, in milliseconds.
  package func whileAlone<Result>(
    _ path: String, _ what: String, patience: Int, _ body: () throws -> Result
  ) throws -> Result {
    try FileSystem.makeFolder(layout.local)
    let started = Instant(milliseconds: WallClock.milliseconds())
    let holder = "process \(ProcessID.current) since \(started)"
    guard let lock = try FileLock.take(path, patience: patience, holder: holder) else {
      let bytes = try FileSystem.readIfPresent(path) ?? []
      throw GitError.busy(what: what, holder: String(decoding: bytes, as: UTF8.self))
    }
    let result = try body()
    _ = consume lock
    return result
  }
}

extension Documents {
  /// The record whose document lies at a path; nil where none does.
  func key(of path: String) -> RecordKey? {
    guard path.hasSuffix(".json"), let slash = path.lastIndex(of: "/") else { return nil }
    let name = path[path.index(after: slash)...].dropLast(5)
    if let id = TicketID(name), layout.document(.ticket(id)) == path { return .ticket(id) }
    guard path.hasPrefix(layout.customers + "/") else { return nil }
    return PercentName.decode(name).map { RecordKey(.customer, $0) }
  }
}
