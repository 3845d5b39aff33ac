import Platform
import SupportModel

/// What is folded comes to the disk.
extension Recovery {
  /// Sets torn ends of our own files aside, writes the folded documents and moves the mark. The lock
  /// is held. Returns the new mark.
  func heal(_ replica: Replica) throws -> FoldMark {
    try setAsideTornEnds(of: replica)
    let outcome = try fold()
    if let error = outcome.unread { throw error }
    // It names customers, and is made anew without those who were erased.
    if outcome.erased != nil { try IndexFolder(layout).removeAll() }
    if let erased = outcome.erased, try Scrub(layout: layout, erased).run(replica) {
      // Files of the log are others now: whatever was known of them is forgotten.
      let tail = try LogTail(past: nil, layout, boot: tail.boot)
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
    if !tail.isFromStart {
      try TouchedDocuments(layout: layout, mark: mark)
        .healPutBack(but: outcome.documents.keys)
    }
    if outcome.isWhole { try setAsideOrphans(keeping: Set(outcome.documents.keys)) }
    // Also those that were right already: whoever brought them need not have waited for the disk.
    // And what is gone: nothing would fold the document of an erased person again.
    let isAll =
      tail.isCutBack || tail.isFromStart && !outcome.documents.isEmpty || leavesHotFile(replica)
      || outcome.erased != nil
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
    moved.erasureCheck = try KnownErasures.write(outcome.erasures, layout)
    for (folder, _) in mark.folders.entries where tail.isCutBack && tail.folders[folder] == nil {
      (moved.folders[folder], moved.months[folder]) = (nil, nil)
    }
    for (month, positions) in tail.months {
      let folded = positions.merging(outcome.ends.filter { $0.key.month == month[...] }) { $1 }
      try moved.write(folded, of: month, layout)
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
    let settled = moved.hot == mark.hot ? mark.settled : LogPosition()
    moved.settle(at: isAllSettled ? moved.hotPosition : settled)
    try moved.write(layout)
    return moved
  }
}
