import Platform
import SupportModel

/// What was folded once, and has to be looked at again.
extension Recovery {
  /// Ends of our own files that were acknowledged and make no sense any more. They count as folded:
  /// this copy writes to another file from now on, and documents keep what the lines said.
  func damagedEnds() throws -> [TornEnd] {
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
  func takenBack() throws -> Set<RecordKey> {
    guard let part = tail.unsettled else { return [] }
    var heads: [RecordKey: EventID] = [:]
    for line in try log.lines(of: part.file, from: part.from).lines {
      guard let event = try? line.event(), event.subject.kind.isFolded else { continue }
      heads[event.subject] = max(heads[event.subject] ?? event.id, event.id)
    }
    let documents = Documents(layout: layout)
    return Set(heads.filter { key, head in documents.head(key).map { $0 < head } ?? true }.keys)
  }
}
