import Platform
import SupportModel

/// Makes the index of a desk, and brings it up to a snapshot.
struct IndexMaker: Sendable {
  let layout: DeskLayout
  let folder: IndexFolder
  let snapshot: Snapshot
  let judge: ClockJudge
  /// Told how many of how many tickets have been read, where that takes long.
  let watch: IndexWatch?
  private let settingsCheck: String
  private let lifecycle: Lifecycle
  private let now: Instant

  init(
    _ store: DeskStore, _ snapshot: Snapshot, at now: Instant, _ judge: ClockJudge,
    _ watch: IndexWatch?
  ) {
    (layout, folder) = (store.layout, IndexFolder(store.layout))
    lifecycle = store.settings.lifecycle
    // Where policies depend on the time, no judgement is kept.
    settingsCheck = judge.readsTime ? "none" : store.settingsCheck
    (self.snapshot, self.now, self.judge, self.watch) = (snapshot, now, judge, watch)
  }

  /// The index as a manifest has it, or a new one; nil where it cannot be had.
  func index(_ manifest: [UInt8]?) throws -> TicketIndex? {
    guard let mark = snapshot.mark, !snapshot.isWhole else { return nil }
    do {
      guard let manifest else { return try built(mark) }
      return try index(try IndexManifest(manifest), mark)
    } catch is IndexManifest.Unreadable {
      return try built(mark)
    } catch is IndexChanges.Lost {
      return try built(mark)
    } catch is IndexChanges.Racing {
      return nil
    }
  }

  private func index(_ manifest: IndexManifest, _ mark: FoldMark) throws -> TicketIndex? {
    let changes = try changes(since: manifest, mark)
    // It was judged later than now where a clock was set back, or somebody asks how things stood.
    let isJudged = judge.readsTime || manifest.judgedAt <= now
    return manifest.settings == settingsCheck && isJudged
      ? try updated(manifest, changes, mark) : try rejudged(manifest, changes, mark)
  }

  /// Throws `IndexChanges.Lost` where nobody can say what changed.
  private func changes(since manifest: IndexManifest, _ mark: FoldMark) throws -> IndexChanges {
    var changes = try IndexChanges(from: manifest, to: mark, layout)
    changes.add(snapshot.overlay.keys)
    changes.lenders.formUnion(snapshot.overlay.keys.compactMap(\.ticketID))
    changes.tickets.merge(try borrowers(of: changes, manifest).map(\.number))
    return changes
  }

  /// The tickets in whose threads messages of those that changed may stand, since a merge or a split.
  private func borrowers(
    of changes: IndexChanges, _ manifest: IndexManifest
  ) throws -> Set<TicketID> {
    var rest = changes.lenders
    let changed = changes.tickets.without(changes.begun)
    for entry in manifest.segments {
      let here = changed.drop { $0 < entry.first }.prefix { $0 <= entry.last }
      guard !here.isEmpty else { continue }
      let lenders = try ClosedSegment(entry, folder).open().lenders(among: here)
      rest.formUnion(lenders.map(TicketID.init(number:)))
    }
    var found: Set<TicketID> = []
    while let id = rest.popFirst() {
      guard let ticket = try snapshot.document(.ticket(id)).flatMap(Ticket.init) else { continue }
      for other in ticket.lendsTo where found.insert(other).inserted { rest.insert(other) }
    }
    return found
  }

  /// The tickets that a reference may mean, in order; nil where the index does not tell. Throws what
  /// hinders it from being read.
  func matches(_ reference: TicketReference, _ manifest: [UInt8]) throws -> [TicketID]? {
    guard let mark = snapshot.mark, !snapshot.isWhole else { return nil }
    let manifest = try IndexManifest(manifest)
    let changed = try changes(since: manifest, mark).tickets
    let numbers = reference.numbers
    var found = changed.filter(numbers.match)
    for entry in manifest.segments {
      let segment = ClosedSegment(entry, folder, hiding: changed).open()
      let live = try segment.live()
      try segment.columns().visit(.id, as: UInt64.self) { ticket, id in
        if numbers.match(id), live.contains(ticket) { found.append(id) }
      }
    }
    return found.sorted().map(TicketID.init(number:))
  }

  /// How the clocks of a ticket stand; nil where they cannot be judged in advance.
  func standing(_ ticket: Ticket) -> SLAStanding? {
    if judge.readsTime { return nil }
    let isDone = isDone(ticket.status)
    // What is on record counts whatever the clocks show: most tickets need none.
    let clocks = isDone && ticket.slaOutcome != nil ? nil : judge.clocks(ticket)
    return SLAStanding(ticket, clocks, at: now, isDone: isDone)
  }

  func isDone(_ status: String) -> Bool { lifecycle.phase(of: status) == .done }

  func index(
    _ segments: [IndexManifest.Segment], _ agenda: KeptAgenda, _ turns: KeptTurns,
    changed: [UInt64] = [], by changes: IndexChanges? = nil, _ lines: NewLines? = nil
  ) -> TicketIndex {
    // What the segments cannot know need not be looked for there.
    let hidden = changes.map { changed.without($0.begun) } ?? changed
    let newer = NewerTickets(changed, snapshot, changes?.own ?? OwnEvents())
    return TicketIndex(
      segments: segments.map { ClosedSegment($0, folder, hiding: hidden) },
      changed: changed, newerTickets: newer, lines: lines, now: now, snapshot: snapshot,
      judge: judge, standing: standing, agenda: agenda, turns: turns)
  }
}

/// Told how many of how many tickets have been read while the index is made.
package typealias IndexWatch = @Sendable (_ done: Int, _ all: Int) -> Void

// MARK: Writing

extension IndexMaker {
  /// What a new index is made of.
  struct Made {
    var segments: [IndexManifest.Segment]
    /// The bytes of its file; nil where clocks cannot be judged in advance.
    var agenda: [UInt8]?
    /// The newest event of the tickets that were read for it.
    var newest: EventID?
  }

  /// Writes what `make` makes in the place of an older index. Nil where somebody else is at work on
  /// it or on the mark, or it cannot be written.
  func written(
    _ mark: FoldMark, instead old: IndexManifest?, _ turns: KeptTurns, _ make: () throws -> Made
  ) throws -> TicketIndex? {
    do {
      try FileSystem.makeFolder(folder.path)
      guard let lock = try FileLock.take(folder.lock, patience: 0, holder: "index") else {
        return nil
      }
      // First, while they still are those of the mark: the rest may take a minute.
      guard let months = try months(mark, instead: old) else { return nil }
      let made = try make()
      let manifest = IndexManifest(
        settings: settingsCheck, judgedAt: now,
        agenda: try made.agenda.map { try folder.writeSealed($0, "agenda") },
        turns: try write(turns, mark),
        reach: [old?.reach, mark.newest, made.newest].compactMap(\.self).max(), months: months,
        segments: made.segments, mark: mark)
      // From here on the files count.
      try folder.writeManifest(manifest.bytes)
      try folder.sweep(keeping: manifest.names.union(old?.names ?? []))
      _ = consume lock
      return index(
        made.segments, KeptAgenda(folder, manifest.agenda),
        KeptTurns(folder, manifest.turns, since: []))
    } catch let error as SystemError where error.path.hasPrefix(folder.path) {
      return nil
    }
  }

  /// Keeps turns that may still count some day; returns the name that their file got.
  private func write(_ turns: KeptTurns, _ mark: FoldMark) throws -> String {
    let log = EventLog(layout)
    let turns = try log.recent(turns.lastGiven(log), newest: mark.newest)
    return try folder.write(KeptTurns.bytes(turns), "turns")
  }

  /// Keeps how much of each log file the mark knows, as files of the index. Nil where files of the
  /// mark are newer than it is.
  private func months(
    _ mark: FoldMark, instead old: IndexManifest?
  ) throws -> NameTable<String>? {
    var names = NameTable<String>()
    for (month, check) in mark.months.entries {
      if let name = old?.months[month], old?.mark.months[month] == check {
        names[month] = name
      } else if let bytes = try mark.bytes(of: month, layout) {
        names[month] = try folder.write(bytes, month.replacing("/", with: "-"))
      } else {
        return nil
      }
    }
    return names
  }
}
