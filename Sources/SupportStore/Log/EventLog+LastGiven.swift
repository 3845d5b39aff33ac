import Platform
import SupportModel

extension EventLog {
  /// How far is looked back: so much of the end of each file, in bytes, and so many days that have
  /// files. Who was given nothing in that time counts as having waited longest.
  private static let lookBack = (bytes: 256 * 1024, days: 2)

  /// The events by which agents were given a ticket last, of those agents who are asked about. Only
  /// the end of the log is read, from the newest line back, until all are found.
  package func lastGiven(to handles: Set<String>) throws -> [String: EventID] {
    var found: [String: EventID] = [:]
    for day in try newestDays() where found.count < handles.count {
      let unknown = handles.subtracting(found.keys)
      let gifts = try day.flatMap { try self.gifts(to: unknown, atEndOf: $0) }
      for gift in gifts.sorted(by: { $0.id > $1.id }) where found[gift.handle] == nil {
        guard let event = try? gift.line.event(), !event.isImported,
          event.patch.set["assigned_to"]?.string == gift.handle
        else { continue }
        found[gift.handle] = event.id
      }
    }
    return found
  }

  /// The files of the newest days, the newest day first.
  private func newestDays() throws -> [[LogFile]] {
    var days: [[LogFile]] = []
    for year in try years().sorted(by: >) {
      for month in try months(of: year).sorted(by: >) {
        let byDay = Dictionary(grouping: try files(of: month), by: \.date)
        days += byDay.sorted { $0.key > $1.key }.map(\.value)
        if days.count >= Self.lookBack.days { return Array(days.prefix(Self.lookBack.days)) }
      }
    }
    return days
  }

  /// A line that may say that somebody gets a ticket.
  private struct Gift {
    let handle: String
    let id: EventID
    let line: LogLine
  }

  /// What the last lines of a file may say of some agents. Lines are found by the word for it, so that
  /// the others need not be taken apart.
  private func gifts(to handles: Set<String>, atEndOf file: LogFile) throws -> [Gift] {
    let size = try FileSystem.statusIfPresent(path(file))?.size ?? 0
    let bytes = try FileSystem.read(path(file), from: max(0, size - Self.lookBack.bytes))[...]
    let word = Array("\"assigned_to\":\"".utf8)
    var gifts: [Gift] = []
    var end = bytes.endIndex
    while let place = bytes.lastPlace(of: word, before: end) {
      end = place
      let name = bytes[(place + word.count)...].prefix { $0 != UInt8(ascii: "\"") }
      let handle = String(decoding: name, as: UTF8.self)
      guard handles.contains(handle), let newline = bytes[place...].firstIndex(of: 0x0A) else {
        continue
      }
      let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
      let line = LogLine(file: file, number: 0, bytes: bytes[start..<newline])
      // A line that is cut at its front, or hurt, is no event.
      if let id = line.eventID { gifts.append(Gift(handle: handle, id: id, line: line)) }
    }
    return gifts
  }
}

extension LogLine {
  /// The id at the front of the line, without parsing it; nil where the line looks otherwise.
  fileprivate var eventID: EventID? {
    let (front, line) = (Array("{\"id\":\"".utf8), plain)
    guard line.starts(with: front) else { return nil }
    return EventID(String(decoding: line.dropFirst(front.count).prefix(26), as: UTF8.self))
  }
}
