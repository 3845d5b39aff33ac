import SupportModel
import TextSearch

/// Puts tickets into a segment of the index, in the order of their ids.
struct SegmentWriter {
  /// The parts of a ticket that are searched, and how much a word in each tells.
  static let textFields: [TextField] = [
    .init(name: "subject", weight: 3), .init(name: "customer", weight: 2),
    .init(name: "message"), .init(name: "note"),
  ]

  private let folder: IndexFolder
  private var columns = TicketColumnsWriter()
  /// The names of the files of full text that are written.
  private var texts: [String] = []
  private var text = TextSegmentWriter(fields: Self.textFields)
  /// None where clocks cannot be judged in advance.
  private var clocks = ClockColumnsWriter()

  /// As many tickets have their full text in one file: more of it is not to be in memory at once.
  private let textCount: Int

  /// `textCount` is a multiple of 64.
  init(_ folder: IndexFolder, textCount: Int = 32_768) {
    (self.folder, self.textCount) = (folder, textCount)
  }

  var count: Int { columns.count }

  mutating func add(_ ticket: Ticket, _ standing: SLAStanding?) throws {
    if text.count == textCount { try endText() }
    columns.add(ticket)
    text.add(pieces: Self.texts(of: ticket))
    if let standing { clocks.add(standing) }
  }

  /// What is searched of a ticket, in the order of `textFields`. Each message may be in a language
  /// of its own.
  static func texts(of ticket: Ticket) -> [[String]] {
    var (messages, notes): ([String], [String]) = ([], [])
    for message in ticket.messages {
      if message.isInternal { notes.append(message.body) } else { messages.append(message.body) }
    }
    return [[ticket.subject], ticket.customer.map { [$0] } ?? [], messages, notes]
  }

  /// Writes the full text of the tickets that came last.
  private mutating func endText() throws {
    let first = TicketID(number: columns.ids[columns.count - text.count])
    let ended = text
    text = TextSegmentWriter(fields: Self.textFields)
    texts.append(try folder.writeSealed(ended.bytes(), "text-\(first)"))
  }

  /// Writes the files, and returns what the manifest says of them; nil where there is no ticket.
  consuming func write() throws -> IndexManifest.Segment? {
    guard let first = columns.ids.first, let last = columns.ids.last else { return nil }
    let id = TicketID(number: first)
    let count = columns.count
    var bounds = columns.bounds
    bounds.due = clocks.bounds
    // Each is gone before the next takes its room, the largest first.
    try endText()
    let clocksName = clocks.isEmpty ? nil : try folder.writeSealed(clocks.bytes, "clocks-\(id)")
    let unfrozen = clocks.unfrozen
    clocks = ClockColumnsWriter()
    return IndexManifest.Segment(
      columns: try folder.writeSealed(columns.bytes(), "columns-\(id)"), texts: texts,
      clocks: clocksName, first: first, last: last, count: count, unfrozen: unfrozen, bounds: bounds
    )
  }
}

extension TicketColumnsWriter {
  /// The earliest and the latest of the times that lists go by, without those of the clocks.
  var bounds: IndexManifest.Bounds {
    IndexManifest.Bounds(
      created: bounds(of: .created), updated: bounds(of: .updated),
      lastMessage: bounds(of: .lastMessage))
  }
}
