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

  private var log: EventLog { EventLog(layout) }

  /// Folds the records that the tail touches, from their whole history.
  func fold() throws -> Outcome {
    var outcome = Outcome(isWhole: tail.isCutBack)
    let known = try mark.knownErasures.all(layout)
    let read = try readTail(&outcome, Histories(erasures: known))
    outcome.newest = [mark.newest, read.newest].compactMap { $0 }.max()
    var (histories, isAll) = try gather(read, known)
    if tail.isCutBack { outcome.newest = histories.newest }
    let documents = Documents(layout: layout)
    outcome.erasures = histories.erasures
    if isAll, !histories.erasures.isEmpty {
      outcome.gone = histories.gone(among: try documents.customerKeys())
      outcome.erased = histories
    }
    let records = Set(histories.records).union(tail.isCutBack ? histories.damaged : [])
    for key in records {
      guard let due = documents.due(key, histories, afterReset: tail.isCutBack) else { continue }
      outcome.documents[key] = due.document
      if !due.isOnDisk { outcome.behind.insert(key) }
    }
    return outcome
  }

  /// The histories that the tail bears on, and whether they are those of the whole log: so it is
  /// after a reset, and where the tail erases something or brings something that was erased.
  private func gather(_ tail: Histories, _ known: Erasures) throws -> (Histories, isAll: Bool) {
    if self.tail.isCutBack { return (try log.histories(), true) }
    var tail = tail
    if self.tail.isFromStart {
      tail.keep(\.kind.isFolded)
      return (tail, true)
    }
    guard tail.erasures == known else { return (try log.histories(), true) }
    tail.keep(\.kind.isFolded)
    let touched = try histories(of: Set(tail.records), known)
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

  /// All events of some records, also those that were folded before.
  private func histories(of records: Set<RecordKey>, _ erasures: Erasures) throws -> Histories {
    guard !records.isEmpty else { return Histories(erasures: erasures) }
    let dates = records.map { $0.ticketID?.date }
    let since = dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
    return try EventLog(layout, erasures: erasures).histories(of: records, since: since)
  }

  /// Sets torn lines of our own aside, writes the folded documents and moves the mark. The lock is
  /// held. Returns the new mark.
  func heal(_ replica: Replica) throws -> FoldMark {
    try setAsideTornLines(of: replica)
    let outcome = try fold()
    if let erased = outcome.erased, try Scrub(layout: layout, erased).run(replica) {
      // Files of the log are others now: whatever was known of them is forgotten.
      let tail = try LogTail(past: nil, layout)
      return try Recovery(layout: layout, mark: FoldMark(), tail: tail).heal(replica)
    }
    let documents = Documents(layout: layout)
    for key in outcome.gone { try FileSystem.removeIfPresent(layout.document(key)) }
    for key in outcome.behind {
      guard let document = outcome.documents[key] else { continue }
      // What stands in a document's place stops no change of another ticket: its readers fold it
      // from the log, and fsck names it.
      do { try documents.write(document, key) } catch let error as SystemError
        where error.isInTheWay
      {}
    }
    if outcome.isWhole { try setAsideOrphans(keeping: Set(outcome.documents.keys)) }
    return try moveMark(outcome, replica)
  }

  /// A line without its newline was never acknowledged: its writer was killed. Other copies' files
  /// may still be arriving and are left alone.
  private func setAsideTornLines(of replica: Replica) throws {
    for part in tail.parts where replica.owns(part.file) {
      let (_, end, unfinished) = try log.lines(of: part.file, from: part.from)
      guard !unfinished.isEmpty else { continue }
      try TornLines.setAside(unfinished, of: part.file, at: end, layout)
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

  private func moveMark(_ outcome: Outcome, _ replica: Replica) throws -> FoldMark {
    var moved = tail.settling(mark)
    moved.newest = outcome.newest
    if try outcome.erasures != mark.knownErasures.all(layout) {
      moved.erasureCheck = try KnownErasures.write(outcome.erasures, layout)
    }
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
    try moved.write(layout)
    return moved
  }
}

/// Ends of log files that a killed writer left behind: kept for whoever wants to look, out of the
/// way of the next line.
enum TornLines {
  static func setAside(
    _ bytes: some Collection<UInt8>, of file: LogFile, at offset: Int, _ layout: DeskLayout
  ) throws {
    let name = file.description.split(separator: "/").joined(separator: "-")
    try FileSystem.replace("\(layout.torn)/\(name).\(offset)", with: Array(bytes), durable: true)
    try FileSystem.truncate(layout.events + "/" + file.description, to: offset)
  }
}
