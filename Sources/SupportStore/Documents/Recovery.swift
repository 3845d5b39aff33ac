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
    /// Why one of the documents on the disk could not be read, if one could not. It may be the last
    /// copy of what was lost: nothing is written over it.
    var unread: SystemError?
    /// Customers who have been erased, and whose documents are on disk.
    var gone: Set<RecordKey> = []
    var erasures = Erasures()
    /// The whole of the log, where it holds anything that was erased.
    var erased: Histories?
    /// Whether the documents are those of all records, and any other on disk has lost its events.
    var isWhole = false
    var newest: EventID?
    /// Where the whole lines of each part end.
    var ends: [LogFile: LogPosition] = [:]
  }

  var log: EventLog { EventLog(layout) }

  /// Folds the records that the tail touches, from their whole history.
  func fold() throws -> Outcome {
    let damaged = try damagedEnds()
    let isReset = !tail.cutBack.subtracting(damaged.map(\.file)).isEmpty
    var outcome = Outcome(isWhole: isReset)
    let known = try mark.knownErasures.all(layout)
    let read = try readTail(&outcome, Histories(erasures: known))
    for end in damaged { outcome.ends[end.file] = end.position }
    outcome.newest = [mark.newest, read.newest].compactMap { $0 }.max()
    var (histories, isAll) = try gather(read, known, damaged)
    if tail.isCutBack { outcome.newest = histories.newest }
    let documents = Documents(layout: layout)
    outcome.erasures = histories.erasures
    if isAll, !histories.erasures.isEmpty {
      outcome.gone = histories.gone(among: try documents.customerKeys())
      outcome.erased = histories
    }
    let records = Set(histories.records).union(tail.isCutBack ? histories.damaged : [])
    for key in records {
      guard let due = documents.due(key, histories, afterReset: isReset) else { continue }
      outcome.documents[key] = due.document
      if let error = due.unread {
        if !documents.isForbidden(key, error) { outcome.unread = outcome.unread ?? error }
      } else if !due.isOnDisk {
        outcome.behind.insert(key)
      }
    }
    return outcome
  }

  /// The histories that the tail bears on, and whether they are those of the whole log: so it is
  /// after a reset, and where the tail erases something or brings something that was erased.
  private func gather(
    _ tail: Histories, _ known: Erasures, _ damaged: [TornEnd]
  ) throws -> (Histories, isAll: Bool) {
    if self.tail.isCutBack {
      var all = try log.histories()
      for line in damaged.flatMap(\.lines) { all.add(line) }
      all.keep(\.kind.isFolded)
      return (all, true)
    }
    var kept = tail
    kept.keep(\.kind.isFolded)
    if self.tail.isFromStart { return (kept, true) }
    guard tail.erasures == known else { return (try log.histories(), true) }
    let touched = try histories(of: Set(kept.records).union(takenBack()), adding: tail)
    return touched.unscrubbed.isEmpty ? (touched, false) : (try log.histories(), true)
  }

  private func readTail(_ outcome: inout Outcome, _ known: Histories) throws -> Histories {
    var histories = known
    for part in tail.parts {
      let (lines, end, _) = try log.lines(of: part.file, from: part.from)
      if let last = lines.last {
        outcome.ends[part.file] = LogPosition(behind: last.bytes + [0x0A], offset: end)
      }
      for line in lines { histories.add(line) }
    }
    return histories
  }

  /// All events of some records: those of the tail, and those that were folded before.
  private func histories(of records: Set<RecordKey>, adding read: Histories) throws -> Histories {
    guard !records.isEmpty else { return Histories(erasures: read.erasures) }
    let dates = records.map { $0.ticketID?.date }
    let since = dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
    let starts = tail.parts.map { ($0.file, $0.from) }
    return try EventLog(layout, erasures: read.erasures).histories(
      of: records, since: since, read: read,
      from: Dictionary(starts, uniquingKeysWith: min))
  }
}
