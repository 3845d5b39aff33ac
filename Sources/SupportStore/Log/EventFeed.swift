import Platform
import SupportModel

/// The events that arrive in a log while somebody watches it, from whatever replica and with
/// whatever id: a merged event may be older than all that are known.
///
/// It remembers how far each file was read. Asking again costs a few `stat` calls: the folders of
/// the log say by their time of change whether files came or were replaced, and only the files of
/// the newest month are appended to in place.
package struct EventFeed: Sendable {
  /// How far a file was read, and the newest event of it: a file that was replaced by another
  /// history is read from its beginning, and what came before that event is not told again.
  private struct Place {
    var position = LogPosition()
    var newest: EventID?
  }

  private let log: EventLog
  private var places: [LogFile: Place] = [:]
  private var folders = FolderTimes()

  /// Begins at the end of the log as it is now.
  package init(_ log: EventLog) throws {
    self.log = log
    for file in try filesToRead() { places[file] = try end(of: file) }
  }

  /// The events that arrived since the last time, in the order of their ids.
  package mutating func next() throws -> [Event] {
    var events: [Event] = []
    for file in try filesToRead() { events += try read(file) }
    return EventLog.ordered(events)
  }

  /// The files of folders that changed, and of the newest month.
  private mutating func filesToRead() throws -> [LogFile] {
    var moved = try MovedFolders(known: folders, log)
    let months = try moved.months()
    folders = moved.times
    let newest = places.keys.max()?.month
    let quiet = places.keys.filter { $0.month == newest && !months.contains(String($0.month)) }
    return try months.sorted().flatMap { try log.files(of: $0) } + quiet.sorted()
  }

  /// Where a file ends, without reading more than its last lines.
  private func end(of file: LogFile) throws -> Place {
    let size = try FileSystem.statusIfPresent(log.path(file))?.size ?? 0
    for length in [65_536, size] {
      let (lines, end, _) = try log.lines(of: file, from: max(0, size - length))
      guard let last = lines.last else { continue }
      return Place(
        position: LogPosition(behind: last.bytes + [0x0A], offset: end),
        newest: try? last.event().id)
    }
    return Place()
  }

  private mutating func read(_ file: LogFile) throws -> [Event] {
    var place = places[file] ?? Place()
    let path = log.path(file)
    guard let size = try FileSystem.statusIfPresent(path)?.size else {
      places[file] = nil
      return []
    }
    guard size != place.position.offset else { return [] }
    let isSame = try size > place.position.offset && place.position.holds(in: path)
    if !isSame { place.position = LogPosition() }
    let (lines, end, _) = try log.lines(of: file, from: place.position.offset)
    if let last = lines.last {
      place.position = LogPosition(behind: last.bytes + [0x0A], offset: end)
    }
    var events = lines.compactMap { try? $0.event() }
    if let newest = place.newest, !isSame { events.removeAll { $0.id <= newest } }
    place.newest = ([place.newest] + events.map(\.id)).compactMap { $0 }.max()
    places[file] = place
    return events
  }
}
