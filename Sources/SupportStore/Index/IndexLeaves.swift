import SupportModel

/// The leaves of an index, in the order of their ids: a change writes those that it falls into.
struct IndexLeaves {
  private(set) var leaves: [IndexManifest.Leaf]
  private let folder: IndexFolder
  /// A leaf with more tickets than this is split.
  let most: Int

  init(_ folder: IndexFolder, _ leaves: [IndexManifest.Leaf] = [], most: Int = 4096) {
    (self.folder, self.leaves, self.most) = (folder, leaves, most)
  }

  // MARK: Building

  /// Adds tickets behind the last one.
  mutating func append(_ standings: [SLAStanding]) throws {
    for leaf in try write(standings) { leaves.append(leaf) }
  }

  /// Writes tickets in the order of their ids into as few leaves as they need.
  private func write(_ standings: [SLAStanding]) throws -> [IndexManifest.Leaf] {
    let count = (standings.count + most - 1) / most
    return try (0..<count).compactMap { number in
      let (start, end) = (
        standings.count * number / count, standings.count * (number + 1) / count
      )
      return try writeLeaf(standings[start..<end])
    }
  }

  /// Nil for no tickets.
  private func writeLeaf(_ standings: ArraySlice<SLAStanding>) throws -> IndexManifest.Leaf? {
    let created = standings.map(\.record.createdAt)
    guard let first = standings.first?.record.id, let last = standings.last?.record.id,
      let from = created.min(), let until = created.max()
    else { return nil }
    return IndexManifest.Leaf(
      name: try folder.write(IndexLeaf.encode(standings), "tickets-\(first)"),
      first: first.number, last: last.number, count: standings.count,
      unfrozen: standings.count { $0.isDone && !$0.isFrozen }, from: from, until: until)
  }

  // MARK: Changing

  /// Puts tickets in their places, or takes those out that are nil.
  mutating func apply(_ changes: [TicketID: SLAStanding?]) throws {
    let ordered = changes.sorted { $0.key < $1.key }
    if leaves.isEmpty { return try append(ordered.compactMap(\.value)) }
    var changed: [IndexManifest.Leaf] = []
    var rest = ordered[...]
    for (place, leaf) in leaves.enumerated() {
      let end =
        place + 1 < leaves.count
        ? rest.firstIndex { $0.key.number >= leaves[place + 1].first } ?? rest.endIndex
        : rest.endIndex
      let own = rest[..<end]
      rest = rest[end...]
      guard !own.isEmpty else {
        changed.append(leaf)
        continue
      }
      changed += try write(Self.merged(try standings(of: leaf), own))
    }
    leaves = changed
  }

  private func standings(of leaf: IndexManifest.Leaf) throws -> [SLAStanding] {
    var standings: [SLAStanding] = []
    standings.reserveCapacity(leaf.count)
    try IndexLeaf.visit(try folder.read(leaf.name)) { standings.append($0) }
    return standings
  }

  private static func merged(
    _ old: [SLAStanding], _ changes: ArraySlice<(key: TicketID, value: SLAStanding?)>
  ) -> [SLAStanding] {
    let changed = Set(changes.map(\.key))
    let kept = old.filter { !changed.contains($0.record.id) }
    return (kept + changes.compactMap(\.value)).sorted { $0.record.id < $1.record.id }
  }

  /// Judges tickets anew; `judge` returns nil for those that stay as they are.
  mutating func replace(_ judge: (SLAStanding) throws -> SLAStanding?) throws {
    for place in leaves.indices {
      var hasChanged = false
      let standings = try standings(of: leaves[place]).map { old in
        guard let new = try judge(old) else { return old }
        hasChanged = true
        return new
      }
      if hasChanged { leaves.replaceSubrange(place...place, with: try write(standings)) }
    }
  }

  // MARK: Reading

  /// Goes through the tickets that were created in a period, and some others, in the order of their
  /// ids.
  func visit(_ period: SLAPeriod, _ body: (SLAStanding) throws -> Void) throws {
    try visitLeaves(of: period) { try IndexLeaf.visit($0, body) }
  }

  /// Goes through the bytes of the leaves that may hold tickets of a period.
  func visitLeaves(of period: SLAPeriod, _ body: ([UInt8]) throws -> Void) throws {
    for leaf in leaves where leaf.mayHoldTickets(of: period) {
      try body(try folder.read(leaf.name))
    }
  }
}
