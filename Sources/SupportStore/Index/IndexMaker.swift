import Platform
import SupportModel

/// Makes the index of a desk, and brings it up to a snapshot.
struct IndexMaker {
  private let layout: DeskLayout
  private let folder: IndexFolder
  private let settingsCheck: String
  private let lifecycle: Lifecycle
  private let snapshot: Snapshot
  private let now: Instant
  private let judge: ClockJudge

  init(_ store: DeskStore, _ snapshot: Snapshot, at now: Instant, _ judge: ClockJudge) {
    (layout, folder) = (store.layout, IndexFolder(store.layout))
    (settingsCheck, lifecycle) = (store.settingsCheck, store.settings.lifecycle)
    (self.snapshot, self.now, self.judge) = (snapshot, now, judge)
  }

  /// The index as a manifest has it, or a new one; nil where it cannot be had.
  func index(_ manifest: [UInt8]?) throws -> TicketIndex? {
    guard let mark = snapshot.mark, !snapshot.isWhole, !judge.readsTime else { return nil }
    guard let manifest = manifest.flatMap(IndexManifest.init) else {
      return try whileLocked { try built(mark) }
    }
    // A clock that was set back, or somebody who asks how things stood.
    guard manifest.judgedAt <= now else { return nil }
    do {
      var changes = try IndexChanges(from: manifest, to: mark, layout)
      for key in snapshot.overlay.keys { changes.add(key) }
      guard manifest.settings == settingsCheck else {
        return try whileLocked { try rejudged(manifest, changes, mark) }
      }
      return try updated(manifest, changes, mark)
    } catch IndexChanges.Failure.lost {
      return try whileLocked { try built(mark) }
    } catch IndexChanges.Failure.racing {
      return nil
    }
  }

  /// Nil where somebody else is at work on the index, or it cannot be written.
  private func whileLocked(_ body: () throws -> TicketIndex) throws -> TicketIndex? {
    do {
      try FileSystem.makeFolder(folder.path)
      guard let lock = try FileLock.take(folder.lock, patience: 0, holder: "index") else {
        return nil
      }
      let index = try body()
      _ = consume lock
      return index
    } catch let error as SystemError where error.path.hasPrefix(folder.path) {
      return nil
    } catch IndexChanges.Failure.racing {
      return nil
    }
  }

  private func standing(_ id: TicketID) throws -> SLAStanding? {
    try snapshot.ticket(id).map(standing)
  }

  private func standing(_ ticket: Ticket) -> SLAStanding {
    SLAStanding(ticket, judge.clocks(ticket), at: now, isDone: isDone(ticket.status))
  }

  private func isDone(_ status: String) -> Bool { lifecycle.phase(of: status) == .done }
}

// MARK: From nothing

extension IndexMaker {
  private func built(_ mark: FoldMark) throws -> TicketIndex {
    var leaves = IndexLeaves(folder)
    var agenda = Agenda()
    var waiting: [SLAStanding] = []
    var late: [TicketID: SLAStanding?] = [:]
    var last: TicketID?
    try snapshot.visitTickets { ticket in
      let standing = standing(ticket)
      if let entry = Agenda.Entry(standing) { agenda.entries.append(entry) }
      guard last.map({ $0 < ticket.id }) ?? true else {
        late[ticket.id] = standing
        return
      }
      last = ticket.id
      waiting.append(standing)
      if waiting.count == leaves.most {
        try leaves.append(waiting)
        waiting = []
      }
    }
    try leaves.append(waiting)
    if !late.isEmpty { try leaves.apply(late) }
    agenda.entries.sort { $0.id < $1.id }
    try write(leaves, agenda, mark, instead: nil)
    return index(leaves, agenda)
  }

  private func index(
    _ leaves: IndexLeaves, _ agenda: Agenda, newer: [TicketID: SLAStanding?] = [:]
  ) -> TicketIndex {
    TicketIndex(leaves: leaves, agenda: agenda, newer: newer, now: now, judge: standing)
  }

  /// The manifest comes last: from then on the files count.
  private func write(
    _ leaves: IndexLeaves, _ agenda: Agenda, _ mark: FoldMark, instead old: IndexManifest?
  ) throws {
    var manifest = IndexManifest(
      settings: settingsCheck, judgedAt: max(now, old?.judgedAt ?? now),
      agenda: try folder.write(agenda.bytes, "agenda"), leaves: leaves.leaves, mark: mark)
    for (month, check) in mark.months {
      if let name = old?.months[month], old?.mark.months[month] == check {
        manifest.months[month] = name
      } else if let bytes = try mark.bytes(of: month, layout) {
        let title = month.replacing("/", with: "-")
        manifest.months[month] = try folder.write(bytes, title)
      } else {
        throw IndexChanges.Failure.racing
      }
    }
    try folder.writeManifest(manifest.bytes)
    try folder.sweep(keeping: manifest.names.union(old?.names ?? []))
  }
}

// MARK: From an older one

extension IndexMaker {
  /// So many changed tickets are judged by each reader before somebody puts them into the files.
  private static func patience(_ manifest: IndexManifest) -> Int {
    max(64, manifest.ticketCount / 2000)
  }

  private func updated(
    _ manifest: IndexManifest, _ changes: IndexChanges, _ mark: FoldMark
  ) throws -> TicketIndex? {
    let agenda = try Agenda(try folder.read(manifest.agenda))
    let leaves = IndexLeaves(folder, manifest.leaves)
    var tickets = changes.tickets
    if judge.readsCustomers, !changes.customers.isEmpty {
      guard !manifest.leaves.contains(where: { $0.unfrozen > 0 }) else {
        return try whileLocked { try rejudged(manifest, changes, mark) }
      }
      let checks = Set(changes.customers.map { Agenda.check(ofCustomer: $0) })
      for entry in agenda.entries where checks.contains(entry.customer) {
        tickets.insert(TicketID(number: entry.id))
      }
    }
    guard !tickets.isEmpty else { return index(leaves, agenda) }
    var newer: [TicketID: SLAStanding?] = [:]
    for id in tickets { newer[id] = .some(try standing(id)) }
    if tickets.count > Self.patience(manifest),
      let index = try whileLocked({ try moved(manifest, leaves, agenda, newer, mark) })
    {
      return index
    }
    return index(leaves, agenda, newer: newer)
  }

  /// Puts what changed into the files.
  private func moved(
    _ manifest: IndexManifest, _ leaves: IndexLeaves, _ agenda: Agenda,
    _ newer: [TicketID: SLAStanding?], _ mark: FoldMark
  ) throws -> TicketIndex {
    var (leaves, agenda) = (leaves, agenda)
    try leaves.apply(newer)
    let replaced = Set(newer.keys.map(\.number))
    agenda.entries.removeAll { replaced.contains($0.id) }
    agenda.entries += newer.values.compactMap { $0.flatMap(Agenda.Entry.init) }
    agenda.entries.sort { $0.id < $1.id }
    try write(leaves, agenda, mark, instead: manifest)
    return index(leaves, agenda)
  }

  /// Other settings, or other customers: whatever is not on record is judged anew.
  private func rejudged(
    _ manifest: IndexManifest, _ changes: IndexChanges, _ mark: FoldMark
  ) throws -> TicketIndex {
    var leaves = IndexLeaves(folder, manifest.leaves)
    try leaves.apply(
      Dictionary(uniqueKeysWithValues: try changes.tickets.map { ($0, try standing($0)) }))
    var agenda = Agenda()
    try leaves.replace { old in
      let stays = old.isFrozen && isDone(old.status)
      let new = stays ? nil : try standing(old.record.id)
      if let entry = Agenda.Entry(new ?? old) { agenda.entries.append(entry) }
      return new
    }
    try write(leaves, agenda, mark, instead: manifest)
    return index(leaves, agenda)
  }
}
