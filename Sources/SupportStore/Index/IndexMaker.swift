import Platform
import SupportModel

/// Makes the index of a desk, and brings it up to a snapshot.
struct IndexMaker {
  let layout: DeskLayout
  let folder: IndexFolder
  let snapshot: Snapshot
  let judge: ClockJudge
  private let settingsCheck: String
  private let lifecycle: Lifecycle
  private let now: Instant

  init(_ store: DeskStore, _ snapshot: Snapshot, at now: Instant, _ judge: ClockJudge) {
    (layout, folder) = (store.layout, IndexFolder(store.layout))
    (settingsCheck, lifecycle) = (store.settingsCheck, store.settings.lifecycle)
    (self.snapshot, self.now, self.judge) = (snapshot, now, judge)
  }

  /// The index as a manifest has it, or a new one; nil where it cannot be had.
  func index(_ manifest: [UInt8]?) throws -> TicketIndex? {
    guard let mark = snapshot.mark, !snapshot.isWhole, !judge.readsTime else { return nil }
    do {
      guard let manifest = manifest.flatMap(IndexManifest.init) else { return try built(mark) }
      guard let changes = try changes(since: manifest, mark) else { return try built(mark) }
      // It was judged later than now where a clock was set back, or somebody asks how things stood.
      return manifest.settings == settingsCheck && manifest.judgedAt <= now
        ? try updated(manifest, changes, mark) : try rejudged(manifest, changes, mark)
    } catch is IndexChanges.Racing {
      return nil
    }
  }

  /// Nil where nobody can say what changed.
  private func changes(since manifest: IndexManifest, _ mark: FoldMark) throws -> IndexChanges? {
    do {
      var changes = try IndexChanges(from: manifest, to: mark, layout)
      for key in snapshot.overlay.keys { changes.add(key) }
      return changes
    } catch is IndexChanges.Lost {
      return nil
    }
  }

  func standing(_ id: TicketID) throws -> SLAStanding? {
    try snapshot.ticket(id).map(standing)
  }

  func standing(_ ticket: Ticket) -> SLAStanding {
    let isDone = isDone(ticket.status)
    // What is on record counts whatever the clocks show: most tickets need none.
    let clocks = isDone && ticket.slaOutcome != nil ? nil : judge.clocks(ticket)
    return SLAStanding(ticket, clocks, at: now, isDone: isDone)
  }

  func isDone(_ status: String) -> Bool { lifecycle.phase(of: status) == .done }

  func index(
    _ leaves: IndexLeaves, _ agenda: Agenda, newer: [TicketID: SLAStanding?] = [:]
  ) -> TicketIndex {
    TicketIndex(leaves: leaves, agenda: agenda, newer: newer, now: now, judge: standing)
  }
}

// MARK: Writing

extension IndexMaker {
  /// Writes what `make` makes in the place of an older index. Nil where somebody else is at work on
  /// it or on the mark, or it cannot be written.
  func written(
    _ mark: FoldMark, instead old: IndexManifest?,
    _ make: () throws -> (IndexLeaves, Agenda)
  ) throws -> TicketIndex? {
    do {
      try FileSystem.makeFolder(folder.path)
      guard let lock = try FileLock.take(folder.lock, patience: 0, holder: "index") else {
        return nil
      }
      // First, while they still are those of the mark: the rest may take a minute.
      guard let months = try months(mark, instead: old) else { return nil }
      let (leaves, agenda) = try make()
      let manifest = IndexManifest(
        settings: settingsCheck, judgedAt: now,
        agenda: try folder.write(agenda.bytes, "agenda"), months: months, leaves: leaves.leaves,
        mark: mark)
      // From here on the files count.
      try folder.writeManifest(manifest.bytes)
      try folder.sweep(keeping: manifest.names.union(old?.names ?? []))
      _ = consume lock
      return index(leaves, agenda)
    } catch let error as SystemError where error.path.hasPrefix(folder.path) {
      return nil
    }
  }

  /// Keeps how much of each log file the mark knows, as files of the index. Nil where files of the
  /// mark are newer than it is.
  private func months(
    _ mark: FoldMark, instead old: IndexManifest?
  ) throws -> [String: String]? {
    var names: [String: String] = [:]
    for (month, check) in mark.months {
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
