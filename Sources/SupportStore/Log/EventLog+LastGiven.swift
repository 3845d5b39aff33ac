import Platform
import SupportModel

extension EventLog {
  /// How far is looked back: so many bytes, and so many days that have files. Who was given nothing in
  /// that time counts as having waited longest.
  private static let lookBack = (bytes: 512 * 1024, days: 31)

  /// The events by which agents were given a ticket last, of those agents who are asked about. Only
  /// the end of the log is read, day by day, of the files of a day as much of each, until all are found.
  package func lastGiven(to handles: Set<String>) throws -> [String: EventID] {
    var found: [String: EventID] = [:]
    var (bytes, days) = Self.lookBack
    try visitDays { day in
      let unknown = handles.subtracting(found.keys)
      let sized = try day.map { (file: $0, size: try size($0)) }.sorted { $0.size < $1.size }
      for (place, (file, size)) in sized.enumerated() {
        // What the short ones leave is for the long ones: nothing older is read while they are cut.
        let share = bytes / (sized.count - place)
        let end = try self.bytes(of: file, from: max(0, size - share))
        bytes -= end.count
        found.merge(Self.lastGiven(to: unknown, in: end[...], of: file), uniquingKeysWith: max)
      }
      days -= 1
      return found.count < handles.count && bytes > 0 && days > 0
    }
    return found
  }

  private func size(_ file: LogFile) throws -> Int {
    try FileSystem.statusIfPresent(path(file))?.size ?? 0
  }

  /// Goes through the files of each day, the newest first, for as long as `body` wants more.
  private func visitDays(_ body: ([LogFile]) throws -> Bool) throws {
    for year in try years().sorted(by: >) {
      for month in try months(of: year).sorted(by: >) {
        let byDay = Dictionary(grouping: try files(of: month), by: \.date)
        for day in byDay.sorted(by: { $0.key > $1.key }) where try !body(day.value) { return }
      }
    }
  }

  /// The same of one file, whose events stand in the order of their ids. Lines are found by the word
  /// for it, so that the others need not be taken apart.
  private static func lastGiven(
    to handles: Set<String>, in bytes: ArraySlice<UInt8>, of file: LogFile
  ) -> [String: EventID] {
    let word = BackwardSearch("\"assigned_to\":\"")
    var (found, unknown): ([String: EventID], Set<String>) = ([:], handles)
    var end = bytes.endIndex
    while !unknown.isEmpty, let place = word.lastPlace(in: bytes, before: end) {
      end = place
      let name = bytes[(place + word.count)...].prefix { $0 != UInt8(ascii: "\"") }
      let handle = String(decoding: name, as: UTF8.self)
      guard unknown.contains(handle), let line = LogLine(around: place, of: bytes, in: file),
        line.members(around: place).elementsEqual(set, by: { $0.elementsEqual($1) }),
        let id = line.soundID, !line.isImported
      else { continue }
      found[handle] = max(found[handle] ?? id, id)
      // An erased event does not say any more whether it came from another desk, with an older id.
      if !line.isScrubbed { unknown.remove(handle) }
    }
    return found
  }

  /// Where an event says what becomes of a field, as opposed to what it was.
  private static let set = [Array("set".utf8)]
}

extension LogLine {
  /// The event's id, where the line is whole. One that is cut at its front, or hurt, is no event.
  fileprivate var soundID: EventID? {
    (try? EventLine.unseal(Array(plain))) == nil ? nil : eventID
  }

  /// Whether the event was taken over from another desk. Few lines hold the word for it.
  fileprivate var isImported: Bool {
    Self.imported.isFound(in: bytes) && (try? event().isImported) == true
  }

  /// Whether the event's content may have been erased.
  fileprivate var isScrubbed: Bool { Self.scrubbed.isFound(in: bytes) }

  private static let imported = BackwardSearch("\"imported\":true")
  private static let scrubbed = BackwardSearch("\"scrubbed\":")
}
