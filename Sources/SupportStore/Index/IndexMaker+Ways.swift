import SupportModel
import TextSearch

/// The ways to an index that stands for a snapshot.
extension IndexMaker {
  /// From nothing: every document is read.
  func built(_ mark: FoldMark) throws -> TicketIndex? {
    let turns = KeptTurns(folder, nil, since: try foldedSpansOfTurns(mark))
    return try written(mark, instead: nil, turns) {
      let read = try segments(of: try snapshot.ticketIDs().map(\.number))
      return Made(
        segments: read.segments, agenda: judge.readsTime ? nil : Agenda(entries: read.open).bytes,
        newest: read.newest)
    }
  }

  /// So many tickets are looked up by each reader, before one of them writes a segment of them.
  private static let few = 32

  /// From an older one: what changed is read by each reader, until it is so much that one of them
  /// puts it into a segment.
  func updated(
    _ manifest: IndexManifest, _ changes: IndexChanges, _ mark: FoldMark
  ) throws -> TicketIndex? {
    var tickets = changes.tickets
    if judge.readsCustomers, !judge.readsTime, !changes.customers.isEmpty {
      guard manifest.segments.allSatisfy({ $0.unfrozen == 0 }) else {
        return try rejudged(manifest, changes, mark)
      }
      let agenda = try KeptAgenda(folder, manifest.agenda).agenda()
      tickets.merge(agenda.tickets(ofCustomers: changes.customers))
    }
    let agenda = KeptAgenda(folder, manifest.agenda, lacking: changes.begun)
    let turns = turns(manifest, changes)
    if tickets.isEmpty { return index(manifest.segments, agenda, turns) }
    if tickets.count > Self.few, let index = try moved(tickets, manifest, turns, mark) {
      return index
    }
    // Of a ticket in memory, the log says more than these lines.
    let begun = changes.begun.filter { snapshot.overlay[.ticket(TicketID(number: $0))] == nil }
    let lines = changes.lines.map { NewLines(begun: begun, lines: $0) }
    return index(manifest.segments, agenda, turns, changed: tickets, by: changes, lines)
  }

  private func turns(_ manifest: IndexManifest, _ changes: IndexChanges) -> KeptTurns {
    KeptTurns(folder, manifest.turns, since: changes.spans)
  }

  /// What of the log is folded and may hold turns that count.
  private func foldedSpansOfTurns(_ mark: FoldMark) throws -> [LogSpan] {
    var months: [String: [LogFile: LogPosition]] = [:]
    return try EventLog(layout).spansOfTurns().compactMap { span in
      let month = String(span.file.month)
      let positions = try months[month] ?? mark.positions(of: month, layout)
      months[month] = positions
      return positions[span.file].map { LogSpan(file: span.file, end: $0.offset) }
    }
  }

  private func moved(
    _ changed: [UInt64], _ manifest: IndexManifest, _ turns: KeptTurns, _ mark: FoldMark
  ) throws -> TicketIndex? {
    try written(mark, instead: manifest, turns) {
      try moving(changed, manifest)
    }
  }

  /// Tickets that changed stand in a new segment, together with those of small segments.
  private func moving(
    _ changed: [UInt64], _ manifest: IndexManifest
  ) throws -> Made {
    let (small, large) = try absorbed(by: changed.count, manifest.segments)
    var ids = changed
    for entry in small {
      let segment = ClosedSegment(entry, folder).open()
      let columns = try segment.columns()
      ids.merge(try segment.live().map { try columns.number(.id, $0) })
    }
    let read = try segments(of: ids)
    let gone = Set(changed)
    let segments = try read.segments + large.compactMap { try $0.without(gone, folder) }
    let agenda = KeptAgenda(folder, manifest.agenda)
    return Made(
      segments: segments.sorted { $0.first < $1.first },
      agenda: judge.readsTime ? nil : try agenda.replacing(ids, with: read.open),
      newest: read.newest)
  }

  /// From one for other settings, other customers or a later time: whatever is not on record is
  /// judged anew.
  func rejudged(
    _ manifest: IndexManifest, _ changes: IndexChanges, _ mark: FoldMark
  ) throws -> TicketIndex? {
    try written(mark, instead: manifest, turns(manifest, changes)) {
      var made = Made(segments: manifest.segments, agenda: nil)
      if !changes.tickets.isEmpty {
        made = try moving(changes.tickets, manifest)
      }
      var agenda = Agenda()
      for place in made.segments.indices {
        made.segments[place] = try rejudged(made.segments[place], &agenda)
      }
      made.agenda = judge.readsTime ? nil : agenda.sorted.bytes
      return made
    }
  }

  private func rejudged(
    _ entry: IndexManifest.Segment, _ agenda: inout Agenda
  ) throws -> IndexManifest.Segment {
    var entry = entry
    if judge.readsTime {
      (entry.clocks, entry.bounds.due) = (nil, .all)
      return entry
    }
    let segment = ClosedSegment(entry, folder).open()
    let live = try segment.live()
    var hasChanged = false
    var writer = ClockColumnsWriter()
    for (number, old) in try oldStandings(segment).enumerated() {
      var new = old
      if live.contains(number) {
        let stays = old.isFrozen && isDone(old.status)
        if !stays, let ticket = try snapshot.ticket(old.record.id), let fresh = standing(ticket) {
          (new, hasChanged) = (fresh, true)
        }
        if let open = Agenda.Entry(new) { agenda.entries.append(open) }
      } else {
        // It would keep the others from being put in order.
        new.isVolatile = false
      }
      writer.add(new)
    }
    guard hasChanged || entry.clocks == nil else { return entry }
    entry.clocks = try folder.writeSealed(
      writer.bytes, "clocks-\(TicketID(number: entry.first))")
    (entry.unfrozen, entry.bounds.due) = (writer.unfrozen, writer.bounds)
    return entry
  }

  /// How the clocks of a segment stood; where nobody judged them, as of tickets not yet judged.
  private func oldStandings(_ segment: Segment) throws -> [SLAStanding] {
    if let clocks = try segment.clocks() { return try clocks.standings() }
    let columns = try segment.columns()
    return try (0..<columns.count).map { number in
      SLAStanding(unjudged: try columns.id(number))
    }
  }
}
