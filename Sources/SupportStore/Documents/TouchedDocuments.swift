import Platform
import SupportModel

/// Documents that changed since the mark last knew all of them: by a command, or by somebody else's
/// hand (`git checkout` of one file, a merge of two texts, an editor, a backup put back).
///
///     since ──── a command writes document and line ──── a checkout ──── now
///                its last event is past `settled`         its last event is older
///
/// The time of change of a file cannot be set back. So a document that is older than `since` is as a
/// command left it. One that is newer is a command's if it has the last event which the end of this
/// copy's own file, some 256 KB at the most, holds of it. Any other is compared with all of its
/// events: one that they have gone past, or that a merge left with its markers, is folded again. One
/// that has the last of them and differs was edited, which is left alone.
struct TouchedDocuments: Sendable {
  let layout: DeskLayout
  let mark: FoldMark

  /// Whether a document that changed at this time, in nanoseconds, may not be what a command wrote.
  func mayHold(_ changed: Int64) -> Bool { changed > mark.since }

  /// Finds those among some documents that are behind the log, and returns what they have to be.
  /// Where the lock is free they are written: the next move of the mark forgets that they were
  /// touched.
  func healed(
    _ documents: [RecordKey: JSONObject], _ erasures: KnownErasures
  ) throws -> [RecordKey: JSONObject] {
    let doubtful = try withoutOwn(documents.mapValues(Self.head))
    if doubtful.count > Self.many, let stale = try whileHeld(healAll) ?? nil {
      return stale.filter { documents[$0.key] != nil }
    }
    let stale = try stale(among: doubtful, erasures)
    if !stale.isEmpty {
      _ = try whileHeld { try write(self.stale(among: doubtful, erasures)) }
    }
    return stale
  }

  /// Somebody who touched more documents than this (a backup put back, `chmod -R`) touched them all:
  /// they are compared once, not by each reader.
  private static let many = 256

  fileprivate static func head(_ document: JSONObject) -> EventID? {
    document["head"]?.string.flatMap { EventID($0) }
  }

  /// Those that have not just been written by this copy; given are their last events.
  private func withoutOwn(_ heads: [RecordKey: EventID?]) throws -> Set<RecordKey> {
    var doubtful = Set(heads.keys)
    guard let hot = mark.hot, !doubtful.isEmpty else { return doubtful }
    for (key, last) in ownEvents(hot, of: doubtful) {
      if let head = heads[key] ?? nil, head >= last { doubtful.remove(key) }
    }
    return doubtful
  }

  /// So many records are looked for one by one.
  private static let few = 8

  /// The last events of some records at the end of our own file, where they stand in the order of their
  /// ids. That a line is hurt does not matter here: what the command wrote is right all the same.
  private func ownEvents(_ hot: LogFile, of keys: Set<RecordKey>) -> [RecordKey: EventID] {
    var own: [RecordKey: EventID] = [:]
    let span = LogSpan(file: hot, from: mark.settled.offset)
    // What cannot be read tells nothing of anybody's documents.
    try? EventLog(layout).visitBackwards(span) { piece in
      if keys.count <= Self.few {
        for key in keys where own[key] == nil { own[key] = Self.lastEvent(of: key, in: piece, hot) }
      } else {
        var rest = piece
        while own.count < keys.count, let line = LogLine.popLast(from: &rest, of: hot) {
          guard let key = line.subject, keys.contains(key), own[key] == nil else { continue }
          own[key] = line.eventID
        }
      }
      return own.count < keys.count
    }
    return own
  }

  private static func lastEvent(
    of key: RecordKey, in bytes: ArraySlice<UInt8>, _ file: LogFile
  ) -> EventID? {
    let name = BackwardSearch("\"\(key.name)\"")
    var end = bytes.endIndex
    while let place = name.lastPlace(in: bytes, before: end) {
      if let line = LogLine(around: place, of: bytes, in: file), line.subject == key,
        let id = line.eventID
      {
        return id
      }
      end = place
    }
    return nil
  }

  private func stale(
    among keys: Set<RecordKey>, _ erasures: KnownErasures
  ) throws -> [RecordKey: JSONObject] {
    guard !keys.isEmpty else { return [:] }
    let dates = keys.map { $0.ticketID?.date }
    let since = dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
    let log = EventLog(layout, erasures: try erasures.all(layout))
    let histories = try log.histories(of: keys, since: since)
    let documents = Documents(layout: layout)
    var stale: [RecordKey: JSONObject] = [:]
    for key in keys {
      switch documents.state(of: key, histories) {
      case .stale, .conflicted: stale[key] = Fold.document(histories[key])
      default: continue
      }
    }
    return stale
  }
}

/// The last events of tickets at the end of this copy's own file, where somebody has read them already.
struct OwnEvents {
  private var last: [UInt64: EventID] = [:]

  /// Events come in the order of their ids.
  mutating func add(_ event: EventID, of ticket: UInt64) { last[ticket] = event }

  /// Whether a ticket's document is as a command left it; false where that has to be looked up.
  func vouch(for document: JSONObject, of ticket: TicketID) -> Bool {
    guard let known = last[ticket.number], let head = TouchedDocuments.head(document) else {
      return false
    }
    return head >= known
  }
}

/// What is behind the log is written, under the lock.
extension TouchedDocuments {
  /// Nil where somebody else is at work, or on a read-only or full disk: reading goes on.
  private func whileHeld<Result>(_ body: () throws -> Result) throws -> Result? {
    do {
      guard GitFolder(above: layout.root)?.isBusy != true,
        let lock = try FileLock.take(layout.lock, patience: 0, holder: "heal")
      else { return nil }
      let result = try body()
      _ = consume lock
      return result
    } catch is SystemError {
      return nil
    }
  }

  /// Looks at all documents, and has the mark know it. Returns those that were behind.
  private func healAll() throws -> [RecordKey: JSONObject]? {
    guard var current = try FoldMark.read(layout), current.since == mark.since else { return nil }
    current.since = WallClock.nanoseconds()
    let keys = try Documents(layout: layout).keys()
    let stale = try stale(amongTouched: keys, current.knownErasures)
    try write(stale)
    try current.write(layout)
    return stale
  }

  /// Where git was at work since the mark was last settled (a stash, the checkout of a file), finds
  /// what it put back without anybody's reading it: before the mark moves on and forgets, and before
  /// documents are committed. `known` are right.
  func healPutBack(but known: some Sequence<RecordKey> = []) throws {
    guard mark.since > 0, let git = GitFolder(above: layout.root), git.indexChanged > mark.since
    else { return }
    let stirred = try Documents(layout: layout).keys(stirredAfter: mark.since)
    try write(stale(amongTouched: Set(stirred).subtracting(known), mark.knownErasures))
  }

  private func stale(
    amongTouched keys: some Sequence<RecordKey>, _ erasures: KnownErasures
  ) throws -> [RecordKey: JSONObject] {
    var heads: [RecordKey: EventID?] = [:]
    for key in keys {
      guard let status = try FileSystem.statusIfPresent(layout.document(key)),
        mayHold(status.changed)
      else { continue }
      switch try Documents(layout: layout).read(key) {
      case .document(let document): heads[key] = Self.head(document)
      case .conflicted: heads[key] = .some(nil)
      case .nothing, .unreadable: continue
      }
    }
    return try stale(among: withoutOwn(heads), erasures)
  }

  private func write(_ stale: [RecordKey: JSONObject]) throws {
    for (key, document) in stale { try Documents(layout: layout).write(document, key) }
  }
}
