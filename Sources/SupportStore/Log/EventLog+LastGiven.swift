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
      let lines = try day.flatMap { try ends(of: $0) }
      for line in lines.sorted(by: { $0.id > $1.id }) where found.count < handles.count {
        guard let event = try? line.line.event(), !event.isImported,
          let handle = event.patch.set["assigned_to"]?.string, handles.contains(handle),
          found[handle] == nil
        else { continue }
        found[handle] = event.id
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

  /// The last lines of a file that speak of somebody who gets a ticket.
  private func ends(of file: LogFile) throws -> [(id: EventID, line: LogLine)] {
    let size = try FileSystem.statusIfPresent(path(file))?.size ?? 0
    let start = max(0, size - Self.lookBack.bytes)
    return try lines(of: file, from: start).lines.compactMap { line in
      guard line.bytes.mentions("\"assigned_to\":\"") else { return nil }
      // A line that is cut at its front, or hurt, is no event.
      return line.eventID.map { ($0, line) }
    }
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

extension ArraySlice<UInt8> {
  /// Whether some ASCII text stands in the bytes.
  fileprivate func mentions(_ text: StaticString) -> Bool {
    withUnsafeBytes { bytes in
      text.withUTF8Buffer { word in
        let last = word.count - 1
        var place = last
        while place < bytes.count {
          if bytes[place] == word[last],
            (0..<last).allSatisfy({ bytes[place - last + $0] == word[$0] })
          {
            return true
          }
          place += 1
        }
        return false
      }
    }
  }
}
