import SupportModel

/// One line of a log file, before anybody has decided to believe it.
package struct LogLine: Sendable {
  package var file: LogFile
  /// Counted from 1, or from the place where reading began.
  package var number: Int
  /// Without the newline.
  package var bytes: ArraySlice<UInt8>

  /// Takes bytes apart at their newlines; `end` is the index behind the last one.
  static func split(_ bytes: ArraySlice<UInt8>, of file: LogFile) -> (lines: [LogLine], end: Int) {
    var lines: [LogLine] = []
    var start = bytes.startIndex
    for line in bytes.parts(at: 0x0A, keepingEmpty: true).dropLast() {
      lines.append(LogLine(file: file, number: lines.count + 1, bytes: line))
      start = line.endIndex + 1
    }
    return (lines, start)
  }

  /// Takes the last line from the end of bytes, and what follows the last newline; nil where there is
  /// no newline.
  static func popLast(from bytes: inout ArraySlice<UInt8>, of file: LogFile) -> LogLine? {
    guard let end = bytes.lastPlace(of: 0x0A, before: bytes.endIndex) else { return nil }
    let start = bytes.lastPlace(of: 0x0A, before: end).map { $0 + 1 } ?? bytes.startIndex
    defer { bytes = bytes[..<start] }
    return LogLine(file: file, number: 0, bytes: bytes[start..<end])
  }

  /// The event, whose checksum vouches for it.
  package func event() throws(EventError) -> Event { try EventLine.decode(plain) }

  /// The event to fold. A line of a ticket that was opened on a later day than its file was begun is
  /// in the wrong file: whoever reads that ticket alone does not look there, so nobody folds it.
  func eventInPlace() throws(EventError) -> Event {
    let event = try event()
    if let day = event.subject.ticketID?.date, day > file.date { throw .earlyFile }
    return event
  }

  /// The line without what other programs put around it: a byte order mark in front, the CR of a
  /// line end of two characters, NUL bytes where a disk never got what was written.
  var plain: ArraySlice<UInt8> { withoutFrame.drop { $0 == 0 } }

  /// The same with the NUL bytes in front.
  var withoutFrame: ArraySlice<UInt8> {
    let front = hasByteOrderMark ? bytes.dropFirst(Self.byteOrderMark.count) : bytes
    return hasCarriageReturn ? front.dropLast() : front
  }

  var hasByteOrderMark: Bool { bytes.starts(with: Self.byteOrderMark) }
  var hasCarriageReturn: Bool { bytes.last == 0x0D }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether it is one of the lines between which git puts the two sides of a conflict.
  var isConflictMarker: Bool { ConflictMarker(withoutFrame) != nil }

  /// The place in its transaction, read off its end without parsing it.
  var part: EventPart? { EventPart(endOf: plain) }

  /// The id of the event, read off its front likewise; nil when the line looks otherwise.
  var eventID: EventID? {
    let line = plain
    guard line.starts(with: Self.start) else { return nil }
    return EventID(digits: line.dropFirst(Self.start.count).prefix(26))
  }

  /// The same where the line is whole. One that is hurt is no event.
  var soundID: EventID? { EventLine.isSound(plain) ? eventID : nil }

  /// Whether the event was taken over from another desk. Few lines hold the word for it.
  var isImported: Bool {
    Self.imported.isFound(in: bytes) && (try? event().isImported) == true
  }

  private static let imported = BackwardSearch("\"imported\":true")

  private static let start = Array("{\"id\":\"".utf8)

  /// The record the line is about, read off its front without parsing it. Nil when the line looks
  /// otherwise.
  var subject: RecordKey? { front?.subject }

  /// The same, and whether the line says that a ticket begins.
  var front: (subject: RecordKey, opensTicket: Bool)? {
    guard let texts = frontTexts, let kind = RecordKind(rawValue: text(texts.kind)) else {
      return nil
    }
    let opens = kind == .ticket && bytes[texts.type].elementsEqual(Self.opening)
    return (RecordKey(kind, text(texts.name)), opens)
  }

  private static let opening = Array("\(EventType.ticketCreated)".utf8)

  /// Where the front says what happened to what: an event begins with `id`, `at`, `by`, `type` and its
  /// subject, none of which needs an escape.
  private var frontTexts: (type: Range<Int>, kind: Range<Int>, name: Range<Int>)? {
    // The quotes that count: around the key and the value of the type, and those of the subject.
    var (count, quotes) = (0, SIMD8<Int>())
    bytes.withUnsafeBufferPointer { bytes in
      for place in bytes.indices {
        let byte = bytes[place]
        if byte == UInt8(ascii: "\\") { return }
        guard byte == UInt8(ascii: "\"") else { continue }
        if count >= 12 { quotes[count - 12] = place }
        count += 1
        if count == 20 { return }
      }
    }
    quotes &+= bytes.startIndex
    guard count == 20, bytes[quotes[0] + 1..<quotes[1]].elementsEqual("type".utf8) else {
      return nil
    }
    return (
      quotes[2] + 1..<quotes[3], quotes[4] + 1..<quotes[5], quotes[6] + 1..<quotes[7]
    )
  }

  /// The keys of the members that a place of the line lies in, the outermost first, of a line that is
  /// JSON up to there: no more of it is looked at.
  func members(around place: Int) -> [ArraySlice<UInt8>] {
    var keys: [Range<Int>] = []
    let end = place - bytes.startIndex
    bytes.withUnsafeBufferPointer { bytes in
      var (at, text) = (0, 0..<0)
      while at < end {
        switch bytes[at] {
        case UInt8(ascii: "\""):
          let start = at + 1
          at = start
          while at < end, bytes[at] != UInt8(ascii: "\"") {
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
          }
          text = start..<min(at, end)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          keys.append(text)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          _ = keys.popLast()
        default: break
        }
        at += 1
      }
    }
    // The line itself is no member.
    return keys.dropFirst().map { key in
      bytes[bytes.startIndex + key.lowerBound..<bytes.startIndex + key.upperBound]
    }
  }

  /// The records that a damaged line names, as far as can be told: at its front, or else wherever a
  /// member stands that names one. Where an LF was damaged, two lines have become one.
  var namedRecords: Set<RecordKey> {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    var records = Set([subject].compactMap { $0 })
    for (place, part) in parts.enumerated() where place + 2 < parts.count && parts[place + 1] == ":"
    {
      guard let kind = RecordKind(rawValue: String(part)), kind.isFolded else { continue }
      records.insert(RecordKey(kind, String(parts[place + 2])))
    }
    return records
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension LogLine {
  /// The line around a place among bytes; nil where its end is missing.
  init?(around place: Int, of bytes: ArraySlice<UInt8>, in file: LogFile) {
    guard let newline = bytes[place...].firstIndex(of: 0x0A) else { return nil }
    let start = bytes.lastPlace(of: 0x0A, before: place).map { $0 + 1 } ?? bytes.startIndex
    self.init(file: file, number: 0, bytes: bytes[start..<newline])
  }
}
