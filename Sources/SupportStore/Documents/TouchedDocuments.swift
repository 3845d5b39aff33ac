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
/// events: one that they have gone past is folded again. One that has the last of them and differs
/// was edited, which is left alone.
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
    let doubtful = try withoutOwn(documents)
    guard !doubtful.isEmpty else { return [:] }
    let stale = try stale(among: doubtful, erasures)
    if !stale.isEmpty { try? heal(Set(stale.keys), erasures) }
    return stale
  }

  /// Those that have not just been written by this copy.
  private func withoutOwn(_ documents: [RecordKey: JSONObject]) throws -> Set<RecordKey> {
    var doubtful = Set(documents.keys)
    guard let hot = mark.hot else { return doubtful }
    var own: [RecordKey: EventID] = [:]
    for line in try EventLog(layout).lines(of: hot, from: mark.settled.offset).lines {
      guard let key = line.subject, doubtful.contains(key), let event = try? line.event() else {
        continue
      }
      own[key] = max(own[key] ?? event.id, event.id)
    }
    for (key, last) in own {
      let head = documents[key]?["head"]?.string.flatMap { EventID($0) }
      if let head, head >= last { doubtful.remove(key) }
    }
    return doubtful
  }

  private func stale(
    among keys: Set<RecordKey>, _ erasures: KnownErasures
  ) throws -> [RecordKey: JSONObject] {
    let dates = keys.map { $0.ticketID?.date }
    let since = dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
    let log = EventLog(layout, erasures: try erasures.all(layout))
    let histories = try log.histories(of: keys, since: since)
    let documents = Documents(layout: layout)
    var stale: [RecordKey: JSONObject] = [:]
    for key in keys {
      guard case .stale = documents.state(of: key, histories) else { continue }
      stale[key] = Fold.document(histories[key])
    }
    return stale
  }

  /// Writes those that are still behind now that nobody else can change them.
  private func heal(_ keys: Set<RecordKey>, _ erasures: KnownErasures) throws {
    guard GitFolder(above: layout.root)?.isBusy != true,
      let lock = try FileLock.take(layout.lock, patience: 0, holder: "heal")
    else { return }
    let documents = Documents(layout: layout)
    for (key, document) in try stale(among: keys, erasures) { try documents.write(document, key) }
    _ = consume lock
  }
}
