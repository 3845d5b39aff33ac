import SupportModel
import TextSearch

/// The full text of some tickets: in a file of the index, or in memory for tickets that changed since
/// it was written.
enum IndexText: TextSource {
  case file(SealedFile)
  case memory(TextInMemory)

  var count: Int {
    switch self {
    case .file(let file): file.count
    case .memory(let text): text.count
    }
  }

  func bytes(_ range: Range<Int>) throws -> UnsafeRawBufferPointer {
    switch self {
    case .file(let file): try file.bytes(range)
    case .memory(let text): text.bytes(range)
    }
  }
}

extension TextSegment where Source == IndexText {
  /// The full text of tickets, in their order.
  init(of tickets: some Sequence<Ticket>) throws {
    var writer = TextSegmentWriter(fields: SegmentWriter.textFields)
    for ticket in tickets { writer.add(pieces: SegmentWriter.texts(of: ticket)) }
    try self.init(.memory(TextInMemory(writer.bytes())))
  }
}
