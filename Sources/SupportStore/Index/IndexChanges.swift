import Platform
import SupportModel

/// The records that the log speaks of past the place that an index stands for.
struct IndexChanges {
  /// By the numbers of their ids, in order, like `begun`.
  var tickets: [UInt64] = []
  /// Those of them that the index cannot know: they began with an event that is newer than all of its
  /// tickets' were when they were read.
  private(set) var begun: [UInt64] = []
  /// Those of them that were merged or split meanwhile.
  var lenders: Set<TicketID> = []
  var customers: Set<String> = []
  /// Where in the log they stand.
  private(set) var spans: [LogSpan] = []
  /// What the log says there of tickets, by the numbers of their ids; nil where that is much, and where
  /// nobody knows whose some of it is.
  private(set) var lines: [(ticket: UInt64, line: LogLine)]? = []
  /// The last events of tickets that this copy wrote there, of those that vouch for documents (see
  /// `TouchedDocuments`).
  private(set) var own = OwnEvents()
  /// So much of the log may still be kept, in bytes.
  private var room = 256 * 1024
  /// The newest event that a ticket of the index has.
  private let reach: EventID?

  /// Events were taken back, or people erased: which tickets that bears on, nobody says.
  struct Lost: Error {}
  /// A command is writing the mark at this moment.
  struct Racing: Error {}

  /// Reads the log between two marks. Throws `Lost` or `Racing` where it does not tell.
  init(from old: IndexManifest, to new: FoldMark, _ layout: DeskLayout) throws {
    reach = old.reach
    guard old.mark.erasureCheck == new.erasureCheck else { throw Lost() }
    for month in Self.months(old.mark, new) {
      let folded = try Self.positions(old, month, layout)
      let found = try Self.positions(new, month, layout)
      guard folded.keys.allSatisfy({ found[$0] != nil }) else { throw Lost() }
      for (file, end) in found where folded[file] != end {
        try read(file, from: folded[file] ?? LogPosition(), to: end, new, layout)
      }
    }
    // The file that grows is seldom the only one of its month, and often the only one that grew.
    if let hot = new.hot, hot == old.mark.hot, old.mark.hotPosition != new.hotPosition,
      !Self.months(old.mark, new).contains(String(hot.month))
    {
      try read(hot, from: old.mark.hotPosition, to: new.hotPosition, new, layout)
    }
  }

  mutating func add(_ keys: some Sequence<RecordKey>) {
    tickets.merge(keys.compactMap { $0.ticketID?.number })
    for key in keys where key.kind == .customer { customers.insert(key.name) }
  }

  /// The months of which the two marks may know different files.
  private static func months(_ old: FoldMark, _ new: FoldMark) -> Set<String> {
    var months: Set<String> = []
    if !old.months.entries.elementsEqual(new.months.entries, by: ==) {
      let names = (old.months.entries + new.months.entries).map(\.name)
      months.formUnion(names.filter { old.months[$0] != new.months[$0] })
    }
    if old.hot != new.hot {
      months.formUnion([old.hot, new.hot].compactMap { $0.map { String($0.month) } })
    }
    return months
  }

  private static func positions(
    _ old: IndexManifest, _ month: String, _ layout: DeskLayout
  ) throws -> [LogFile: LogPosition] {
    let bytes = try old.months[month].map { try IndexFolder(layout).read($0) }
    return old.mark.positions(of: month, in: bytes ?? [])
  }

  private static func positions(
    _ new: FoldMark, _ month: String, _ layout: DeskLayout
  ) throws -> [LogFile: LogPosition] {
    let bytes = try new.bytes(of: month, layout)
    guard bytes != nil || new.months[month] == nil else { throw Racing() }
    return new.positions(of: month, in: bytes ?? [])
  }

  private mutating func read(
    _ file: LogFile, from: LogPosition, to end: LogPosition, _ mark: FoldMark,
    _ layout: DeskLayout
  ) throws {
    let log = EventLog(layout)
    guard from.offset <= end.offset, try from.holds(in: log.path(file)) else {
      throw Lost()
    }
    spans.append(LogSpan(file: file, from: from.offset, end: end.offset))
    let count = end.offset - from.offset
    room -= count
    if room < 0 { lines = nil }
    var (keys, opened): ([RecordKey], [UInt64]) = ([], [])
    var ticket: UInt64?
    let isOwn = file == mark.hot && from.offset >= mark.settled.offset
    let found = try log.lines(of: file, from: from.offset, count: count)
    if found.end != end.offset { lines = nil }
    for line in found.lines {
      let front = line.front
      guard let key = front?.subject ?? (try? line.event().subject) else {
        lines = nil
        continue
      }
      // The lines of one command mostly speak of one record.
      if key != keys.last {
        keys.append(key)
        ticket = key.ticketID?.number
        if ticket == nil, key.kind == .ticket { lines = nil }
      }
      guard let ticket else { continue }
      lines?.append((ticket, line))
      if isOwn, let event = line.eventID { own.add(event, of: ticket) }
      if line.mayLend { lenders.insert(TicketID(number: ticket)) }
      // A ticket that two clones took over begins twice.
      guard front?.opensTicket == true, let reach, let event = line.soundID, event > reach,
        !line.isImported
      else { continue }
      opened.append(ticket)
    }
    add(keys)
    begun.merge(opened)
  }
}

extension LogLine {
  /// Whether the line may have its ticket lend messages to others, or no longer: such links are named
  /// in it.
  fileprivate var mayLend: Bool {
    [Self.mergedInto, Self.splitTo].contains { $0.isFound(in: bytes) }
  }

  private static let mergedInto = BackwardSearch("\"merged_into\"")
  private static let splitTo = BackwardSearch("\"split_to\"")
}
