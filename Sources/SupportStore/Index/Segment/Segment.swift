import SupportModel
import TextSearch

/// A segment of the index, before anything of it is read.
struct ClosedSegment: Sendable {
  let entry: IndexManifest.Segment
  let folder: IndexFolder
  /// The tickets that have changed since, which do not count here.
  let hidden: [UInt64]

  init(_ entry: IndexManifest.Segment, _ folder: IndexFolder, hiding changed: [UInt64] = []) {
    (self.entry, self.folder) = (entry, folder)
    hidden = changed.filter { (entry.first...entry.last).contains($0) }
  }

  func open(_ access: SealedFile.Access = .few) -> Segment { Segment(self, access) }

  /// That of its first ticket.
  var id: TicketID { TicketID(number: entry.first) }
}

/// A segment of the index. Its files are opened as they are needed.
final class Segment {
  private let closed: ClosedSegment
  private let access: SealedFile.Access
  private var openColumns: TicketColumns?
  private var openClocks: ClockColumns?
  private var openTexts: [TextPart]?
  private var knownLive: DocumentSet?

  fileprivate init(_ closed: ClosedSegment, _ access: SealedFile.Access) {
    (self.closed, self.access) = (closed, access)
  }

  private var entry: IndexManifest.Segment { closed.entry }
  private var folder: IndexFolder { closed.folder }
  var count: Int { entry.count }

  func columns() throws -> TicketColumns {
    if let openColumns { return openColumns }
    let columns = try TicketColumns(try folder.open(entry.columns, access))
    guard columns.count == count else { throw IndexDamage() }
    openColumns = columns
    return columns
  }

  /// Nil where clocks cannot be judged in advance.
  func clocks() throws -> ClockColumns? {
    if let openClocks { return openClocks }
    guard let name = entry.clocks else { return nil }
    let clocks = try ClockColumns(try folder.open(name, access))
    guard clocks.count == count else { throw IndexDamage() }
    openClocks = clocks
    return clocks
  }

  /// The full text of some of its tickets in a row.
  struct TextPart {
    /// The number of the first of them, a multiple of 64.
    let start: Int
    let text: TextSegment<IndexText>
  }

  /// The full text of its tickets.
  func searchTexts() throws -> [TextPart] {
    if let openTexts { return openTexts }
    var start = 0
    let parts = try entry.texts.map { name in
      let text = try TextSegment(IndexText.file(try folder.open(name, .many)))
      guard start % 64 == 0 else { throw IndexDamage() }
      defer { start += text.count }
      return TextPart(start: start, text: text)
    }
    guard start == count else { throw IndexDamage() }
    openTexts = parts
    return parts
  }

  /// Whether all its tickets count here.
  var isWhole: Bool { entry.gone == nil && closed.hidden.isEmpty }

  /// The tickets that count here.
  func live() throws -> DocumentSet {
    if let knownLive { return knownLive }
    var live = try gone() ?? DocumentSet(capacity: count)
    live.invert()
    for id in closed.hidden {
      if let ticket = try columns().ticket(id) { live.remove(ticket) }
    }
    knownLive = live
    return live
  }

  /// Those of some tickets that were merged or split when the segment was written; by the numbers of
  /// their ids.
  func lenders(among ids: ArraySlice<UInt64>) throws -> [UInt64] {
    guard let links = try columns().table(.link) else { return [] }
    var lenders = DocumentSet(capacity: count)
    for kind in [LinkKind.mergedInto, .splitTo] {
      for place in try links.places(of: kind.rawValue) { try links.addTickets(place, to: &lenders) }
    }
    guard !lenders.isEmpty else { return [] }
    return try ids.filter { try columns().ticket($0).map(lenders.contains) ?? false }
  }

  func gone() throws -> DocumentSet? {
    guard let name = entry.gone else { return nil }
    return try folder.read(name).withUnsafeBytes { bytes in
      let stored = StoredDocumentSet(bytes)
      var gone = DocumentSet(capacity: count)
      guard bytes.count == 8 * gone.words.count else { throw IndexDamage() }
      gone.formUnion(stored)
      return gone
    }
  }

  /// Goes through how the clocks of the tickets stand that count here, in the order of their ids.
  func visitRows(_ body: (IndexRow, _ texts: [String?]) throws -> Void) throws {
    guard let clocks = try clocks() else { throw IndexDamage() }
    let live = try live()
    var number = 0
    try clocks.visitRows { row, texts in
      defer { number += 1 }
      if number < count, live.contains(number) { try body(row, texts) }
    }
  }
}

extension IndexManifest.Segment {
  /// How many of its tickets stand in no later segment.
  func liveCount(_ folder: IndexFolder) throws -> Int {
    count - (try ClosedSegment(self, folder).open().gone()?.count ?? 0)
  }

  /// The segment without some more of its tickets; nil where none is left.
  func without(_ ids: Set<UInt64>, _ folder: IndexFolder) throws -> IndexManifest.Segment? {
    guard ids.contains(where: { (first...last).contains($0) }) else { return self }
    let segment = ClosedSegment(self, folder).open()
    var gone = try segment.gone() ?? DocumentSet(capacity: count)
    let before = gone.count
    for id in ids where (first...last).contains(id) {
      if let ticket = try segment.columns().ticket(id) { gone.insert(ticket) }
    }
    let after = gone.count
    guard after < count else { return nil }
    if before == after { return self }
    var writer = ByteWriter()
    writer.put(gone.words)
    var result = self
    result.gone = try folder.write(writer.bytes, "gone-\(TicketID(number: first))")
    return result
  }
}
