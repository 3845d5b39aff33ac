import Platform
import SupportModel

extension DeskStore {
  /// Checks the whole desk under the lock, once it is healed as by any command. Where the folder
  /// cannot be written, what healing would mend is passed over.
  ///
  /// `now` is what lines from the future are measured by; `settingsError` is what the desk's own
  /// settings were refused for.
  package func fsck(
    repair: Bool, at now: Instant? = nil, settingsError: SettingsError? = nil
  ) throws -> Fsck.Report {
    do {
      return try whileLocked(for: "fsck") { lock in
        var fsck = try fsck(pending: pendingAfterHealing(lock), at: now)
        let report = try fsck.run(repair: repair, settingsError: settingsError)
        if fsck.hasRewrittenLog { try foldAgain(lock) }
        if fsck.hasWrittenDocuments { try IndexFolder(layout).removeAll() }
        return report
      }
    } catch let error as SystemError where error.isReadOnly && !repair {
      var fsck = try fsck(pending: pending(), at: now)
      return try fsck.run(repair: false, settingsError: settingsError)
    }
  }

  /// Heals, and returns what the next one who may write will. What keeps documents from being
  /// written otherwise (a full disk, a folder in the way) is for the check to find.
  private func pendingAfterHealing(_ lock: borrowing FileLock) -> Recovery.Outcome? {
    do {
      try healThoroughly(lock)
      return nil
    } catch { return (error as? SystemError)?.isReadOnly == true ? pending() : nil }
  }

  /// What healing would do; nil where that cannot be told, because part of the log cannot be read.
  private func pending() -> Recovery.Outcome? {
    try? {
      let (mark, tail) = try tail()
      return try Recovery(layout: layout, mark: mark ?? FoldMark(), tail: tail).fold()
    }()
  }

  private func fsck(pending: Recovery.Outcome?, at now: Instant?) throws -> Fsck {
    Fsck(
      layout, settings, replica: try Replica.current(layout), pending: pending, at: now)
  }

  /// Positions in files that were written again mean nothing: all is folded from the beginning.
  private func foldAgain(_ lock: borrowing FileLock) throws {
    try FoldMark.forget(layout)
    try healAgain(lock)
  }

  /// What somebody changed by hand in a document; nil when it is as the log says.
  package func handEdit(_ id: TicketID) throws -> HandEdit? {
    let key = RecordKey.ticket(id)
    guard let folded = try snapshot().folded(key) else { throw StoreError.noHistory(key) }
    guard case .document(let found) = try Documents(layout: layout).read(key), found != folded
    else { return nil }
    return HandEdit(found: found, folded: folded)
  }

  /// The tickets that somebody changed by hand, of all or of the given ones.
  package func editedTickets(among ids: [TicketID]?) throws -> [TicketID] {
    _ = try snapshot()
    let histories = try histories(of: ids)
    let documents = Documents(layout: layout)
    return try (ids ?? documents.ticketIDs()).filter { id in
      switch documents.state(of: .ticket(id), histories) {
      case .edited(let edit): !edit.fields.isEmpty
      case .stale: true
      default: false
      }
    }
  }

  /// What a rebuild did.
  package struct Rebuilt: Sendable {
    /// How many documents are what the log says.
    package var folded = 0
    /// The records whose documents say what the log lost; they have been left as they are.
    package var kept: [RecordKey] = []
  }

  /// Folds documents again from the log, all or the given ones; what was edited by hand in them is
  /// gone. One that says what a damaged log does not is kept.
  package func rebuild(_ ids: [TicketID]?) throws -> Rebuilt {
    try whileLocked(for: "rebuild") { lock in
      var chance = Chance()
      var mark = try heal(lock, &chance)
      let histories = try histories(of: ids)
      let documents = Documents(layout: layout)
      var rebuilt = Rebuilt()
      var hasWritten = false
      for key in Set(histories.records).union(histories.damaged) {
        guard let due = documents.due(key, histories) else { continue }
        if due.isKept { rebuilt.kept.append(key) } else { rebuilt.folded += 1 }
        guard !due.isOnDisk else { continue }
        try documents.write(due.document, key)
        hasWritten = true
      }
      // It may have been made of documents as they were, and no event says that they changed.
      if hasWritten { try IndexFolder(layout).removeAll() }
      if ids == nil {
        mark.settle(at: mark.settled)
        try mark.write(layout)
      }
      return rebuilt
    }
  }

  private func histories(of ids: [TicketID]?) throws -> Histories {
    try log.histories(of: ids.map { Set($0.map(RecordKey.ticket)) }, since: ids?.map(\.date).min())
  }

  /// Holds the lock, with the desk as it lies there.
  func whileLocked<Result>(
    for purpose: String, _ body: (borrowing FileLock) throws -> Result
  ) throws -> Result {
    let lock = try takeLock(for: purpose)
    let result = try body(lock)
    _ = consume lock
    return result
  }
}
