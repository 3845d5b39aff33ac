import Platform
import SupportModel
import SupportStore

/// The working copies in which a made desk was worked on; each writes log files of its own.
enum Copy: String, CaseIterable {
  case mail = "m4il"
  case office = "0ff1"
  case night = "n1gh"
}

/// Puts event lines into the files of their days.
struct LogWriter {
  private let layout: DeskLayout
  private var waiting: [LogFile: [(id: EventID, line: [UInt8])]] = [:]

  init(_ layout: DeskLayout) { self.layout = layout }

  mutating func add(_ event: Event, from copy: Copy) {
    let file = LogFile(event.id.time.date, replica: copy.rawValue)
    waiting[file, default: []].append((event.id, EventLine.encode(event)))
  }

  /// Writes the files of all days up to one; of all days there are for nil.
  mutating func write(through day: CivilDate?) throws {
    for (file, lines) in waiting where day.map({ file.date <= $0 }) ?? true {
      let ordered = lines.sorted { $0.id < $1.id }
      let bytes = ordered.reduce(into: [UInt8]()) { $0 += $1.line + [0x0A] }
      try FileSystem.replace(EventLog(layout).path(file), with: bytes)
      waiting[file] = nil
    }
  }
}
