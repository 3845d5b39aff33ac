import Platform
import SupportModel

/// Brings the documents up to the log: after a crash, a pull, a checkout, a reset.
struct Recovery {
  let layout: DeskLayout
  let mark: FoldMark
  let tail: LogTail

  /// What the tail changes: the documents of its records, and the position it ends at.
  struct Outcome {
    var documents: [RecordKey: JSONObject] = [:]
    /// Those of them that lie otherwise on the disk.
    var behind: Set<RecordKey> = []
    /// Whether the documents are those of all records, and any other on disk has lost its events.
    var isWhole = false
    var newest: EventID?
    /// Where the whole lines of each part end.
    var ends: [LogFile: LogPosition] = [:]
  }

  private var log: EventLog { EventLog(layout) }

  /// Folds the records that the tail touches, from their whole history.
  func fold() throws -> Outcome {
    let damaged = try damagedEnds()
    let isReset = !tail.cutBack.subtracting(damaged.map(\.file)).isEmpty
    var outcome = Outcome(isWhole: isReset)
    var histories = try readTail(&outcome)
    if tail.isCutBack {
      histories = try log.histories()
      for end in damaged {
        for line in end.lines { histories.add(line) }
        let size = end.offset + end.bytes.count
        outcome.ends[end.file] = LogPosition(behind: end.bytes, offset: size)
      }
      histories.keep(\.kind.isFolded)
      outcome.newest = histories.newest
    } else {
      outcome.newest = [mark.newest, histories.newest].compactMap { $0 }.max()
      histories.keep(\.kind.isFolded)
      let records = try Set(histories.records).union(takenBack())
      if !tail.isFromStart { histories = try self.histories(of: records) }
    }
    let documents = Documents(layout: layout)
    let records = Set(histories.records).union(tail.isCutBack ? histories.damaged : [])
    for key in records {
      guard let due = documents.due(key, histories, afterReset: isReset) else { continue }
      outcome.documents[key] = due.document
      if !due.isOnDisk { outcome.behind.insert(key) }
    }
    return outcome
  }

  private func readTail(_ outcome: inout Outcome) throws -> Histories {
    var histories = Histories()
    for part in tail.parts {
      let (lines, end, _) = try log.lines(of: part.file, from: part.from)
      if let last = lines.last {
        outcome.ends[part.file] = LogPosition(behind: last.bytes + [0x0A], offset: end)
      }
      for line in lines { histories.add(line) }
    }
    return histories
  }

  /// Ends of our own files that were acknowledged and make no sense any more. They count as folded:
  /// this copy writes to another file from now on, and documents keep what the lines said.
  private func damagedEnds() throws -> [TornEnd] {
    guard tail.isCutBack, let replica = try Replica.current(layout) else { return [] }
    return try tail.parts.compactMap { part in
      guard replica.owns(part.file), let end = try TornEnd(of: part, log),
        end.isDamage(folded: part.folded)
      else { return nil }
      return end
    }
  }

  /// The records whose documents may have been written without reaching the disk, and are not what
  /// was written: they lack the last event. Nothing else wrote them since, so that one that has it is
  /// whole.
  private func takenBack() throws -> Set<RecordKey> {
    guard let part = tail.unsettled else { return [] }
    var heads: [RecordKey: EventID] = [:]
    for line in try log.lines(of: part.file, from: part.from).lines {
      guard let event = try? line.event(), event.subject.kind.isFolded else { continue }
      heads[event.subject] = max(heads[event.subject] ?? event.id, event.id)
    }
    let documents = Documents(layout: layout)
    return Set(heads.filter { key, head in documents.head(key).map { $0 < head } ?? true }.keys)
  }

  /// All events of some records, also those that were folded before.
  private func histories(of records: Set<RecordKey>) throws -> Histories {
    guard !records.isEmpty else { return Histories() }
    let dates = records.map { $0.ticketID?.date }
    let since = dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
    return try log.histories(of: records, since: since)
  }

  /// Sets torn ends of our own files aside, writes the folded documents and moves the mark. The lock
  /// is held. Returns the new mark.
  func heal(_ replica: Replica) throws -> FoldMark {
    try setAsideTornEnds(of: replica)
    let outcome = try fold()
    let documents = Documents(layout: layout)
    for key in outcome.behind {
      if let document = outcome.documents[key] { try documents.write(document, key) }
    }
    if outcome.isWhole { try setAsideOrphans(keeping: Set(outcome.documents.keys)) }
    // Also those that were right already: whoever brought them need not have waited for the disk.
    let isAll =
      tail.isCutBack || tail.isFromStart && !outcome.documents.isEmpty || leavesHotFile(replica)
    try documents.settle(outcome.documents.keys, isAll: isAll)
    return try moveMark(outcome, replica, isAllSettled: isAll || tail.unsettled != nil)
  }

  /// Whether another of our own files was appended to than the one of which the mark says how much
  /// of it is settled.
  private func leavesHotFile(_ replica: Replica) -> Bool {
    tail.parts.contains { replica.owns($0.file) && $0.file != mark.hot }
  }

  /// What a killed writer left at the end of a file was never acknowledged. Other copies' files may
  /// still be arriving and are left alone.
  private func setAsideTornEnds(of replica: Replica) throws {
    for part in tail.parts where replica.owns(part.file) {
      guard let torn = try TornEnd(of: part, log), !torn.isDamage(folded: part.folded) else {
        continue
      }
      try torn.setAside(layout)
    }
  }

  /// After a reset, documents whose events are all gone go too; they are kept aside.
  private func setAsideOrphans(keeping known: Set<RecordKey>) throws {
    for key in try Documents(layout: layout).keys() where !known.contains(key) {
      let place = layout.torn + "/" + PercentName.encode(key.name) + ".json"
      try FileSystem.makeFolder(layout.torn)
      try FileSystem.rename(layout.document(key), to: place)
    }
  }

  private func moveMark(
    _ outcome: Outcome, _ replica: Replica, isAllSettled: Bool
  ) throws -> FoldMark {
    var moved = tail.settling(mark)
    moved.newest = outcome.newest
    for (folder, _) in mark.folders.entries where tail.isCutBack && tail.folders[folder] == nil {
      moved.folders[folder] = nil
    }
    for (month, positions) in tail.months {
      let folded = positions.merging(outcome.ends.filter { $0.key.month == month[...] }) { $1 }
      try FoldMark.write(folded, of: month, layout)
      if let hot = moved.hot, hot.month == month[...] {
        moved.hotPosition = folded[hot] ?? LogPosition()
      }
      let newestOwn = folded.keys.filter { $0.replica == replica.name[...] }.max()
      if let own = newestOwn, own > moved.hot ?? own || moved.hot == nil {
        (moved.hot, moved.hotPosition) = (own, folded[own] ?? LogPosition())
      }
    }
    if let hot = moved.hot {
      if tail.cutBack.contains(hot) { moved.hotPosition = LogPosition() }
      if let end = outcome.ends[hot] { moved.hotPosition = end }
    }
    if isAllSettled {
      moved.settled = moved.hotPosition
    } else if moved.hot != mark.hot {
      moved.settled = LogPosition()
    }
    try moved.write(layout)
    return moved
  }
}
