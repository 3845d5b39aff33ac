import Platform
import SupportModel
import Synchronization

/// Tickets are read and put into segments, several of these at once.
extension IndexMaker {
  /// A segment is begun for so many tickets, if there are that many.
  private static let usual = TicketColumnsWriter.most
  /// Fewer tickets than this are not worth a thread.
  private static let few = 2048
  /// Tickets whose documents are in memory at once.
  private static let slice = 128

  /// Reads tickets, given by the numbers of their ids in rising order, into new segments.
  func segments(of ids: [UInt64]) throws -> Read {
    let least = (ids.count + Self.usual - 1) / Self.usual
    let threads = min(Workers.count, max(1, ids.count / Self.few))
    // Each thread is to have the same number of them.
    let parts = (least + threads - 1) / threads * threads
    HeapMemory.returnLargeBlocks()
    let done = Mutex(0)
    let made = try Workers.map(
      parts, watch: watch.map { watch in { watch(done.withLock { $0 }, ids.count) } }
    ) { part in
      let range = ids.count * part / parts..<ids.count * (part + 1) / parts
      return try segment(of: ids[range]) { count in done.withLock { $0 += count } }
    }
    watch?(ids.count, ids.count)
    return Read(
      segments: made.compactMap(\.segment), open: made.flatMap(\.open),
      newest: made.compactMap(\.newest).max())
  }

  /// What came of tickets that were read.
  struct Read {
    var segments: [IndexManifest.Segment]
    /// Those that are open, where clocks can be judged in advance.
    var open: [Agenda.Entry]
    /// The newest event of them all.
    var newest: EventID?
  }

  private struct Part: Sendable {
    var segment: IndexManifest.Segment?
    var open: [Agenda.Entry] = []
    var newest: EventID?
  }

  private func segment(of ids: ArraySlice<UInt64>, _ tell: (Int) -> Void) throws -> Part {
    var part = Part()
    var writer = SegmentWriter(folder)
    var rest = ids
    while !rest.isEmpty {
      // A snapshot gives documents last that somebody else touched, whatever their ids.
      let slice = rest.prefix(Self.slice).map(TicketID.init(number:))
      for ticket in try snapshot.tickets(slice) {
        let standing = standing(ticket)
        if let entry = standing.flatMap(Agenda.Entry.init) { part.open.append(entry) }
        try writer.add(ticket, standing)
        if let head = ticket.head { part.newest = max(part.newest ?? head, head) }
      }
      tell(min(Self.slice, rest.count))
      rest = rest.dropFirst(Self.slice)
    }
    part.segment = try writer.write()
    return part
  }

  /// Which segments are so small, compared with what is to be written, that they are written again
  /// with it, and which are mostly gone. So segments grow in steps, a ticket is written again as often
  /// as there are steps, and what is gone does not pile up.
  func absorbed(
    by count: Int, _ segments: [IndexManifest.Segment]
  ) throws -> (gone: [IndexManifest.Segment], kept: [IndexManifest.Segment]) {
    var size = count
    var (gone, kept): ([IndexManifest.Segment], [IndexManifest.Segment]) = ([], [])
    let sized = try segments.map { (segment: $0, live: try $0.liveCount(folder)) }
    for (segment, live) in sized.sorted(by: { $0.live < $1.live }) {
      if live <= 4 * size || live * 2 < segment.count, size + live <= Self.usual {
        size += live
        gone.append(segment)
      } else {
        kept.append(segment)
      }
    }
    return (gone, kept)
  }
}
