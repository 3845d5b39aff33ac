import Platform
import SupportModel

/// Who was given a ticket when. So far is looked back: who was given nothing on the newest days that
/// have files counts as having waited longest, wherever that is looked up.
extension EventLog {
  private static let days = 31

  /// The events by which agents were given a ticket last, of those agents who are asked about.
  package func lastGiven(to handles: Set<String>) throws -> [String: EventID] {
    try recent(lastGiven(to: handles, in: spansOfTurns()), newest: nil)
  }

  /// What of the log may hold turns that count. A file goes on for a while after the end of its day.
  func spansOfTurns() throws -> [LogSpan] {
    try newestDays(Self.days + 1).joined().map { LogSpan(file: $0) }
  }

  /// Without turns of days before those that count. `newest` is the newest event there is, where that
  /// is known: mostly it shows that they all do, and no folder is looked at.
  func recent(_ given: [String: EventID], newest: EventID?) throws -> [String: EventID] {
    func day(_ id: EventID) -> Int { id.time.date.dayNumber }
    guard let oldest = given.values.min() else { return given }
    if let newest, day(newest) - day(oldest) < Self.days { return given }
    let days = try newestDays(Self.days)
    guard days.count == Self.days, let first = days.last?.first?.date.dayNumber else {
      return given
    }
    return given.filter { day($0.value) >= first }
  }

  /// The files of the newest days that have any, the newest day first.
  private func newestDays(_ count: Int) throws -> [[LogFile]] {
    var days: [[LogFile]] = []
    for year in try years().sorted(by: >) {
      for month in try months(of: year).sorted(by: >) {
        for file in try files(of: month).sorted(by: >) {
          if days.last?.first?.date == file.date {
            days[days.count - 1].append(file)
          } else if days.count == count {
            return days
          } else {
            days.append([file])
          }
        }
      }
    }
    return days
  }
}

// MARK: In parts of the log

extension EventLog {
  /// The same of parts of the log; of all agents where nobody is named. They are read from their ends
  /// backwards, those of the newest day first, until all who are asked about are found.
  func lastGiven(
    to handles: Set<String>? = nil, in spans: [LogSpan]
  ) throws -> [String: EventID] {
    var search = TurnSearch(handles)
    var rest = spans.sorted { $0.file > $1.file }[...]
    while let day = rest.first?.file.date, !search.isOver {
      // Which event of a day is the last one, only all of its files tell.
      let before = search
      while let span = rest.first, span.file.date == day {
        var here = before
        try visitBackwards(span) { piece in
          here.look(in: piece, of: span.file)
          return !here.isOver
        }
        search.merge(here)
        rest.removeFirst()
      }
    }
    return search.found
  }
}

/// A search for the last turns of agents, from the end of the log backwards.
private struct TurnSearch {
  private(set) var found: [String: EventID] = [:]
  /// Those of whom nothing older is wanted.
  private var settled: Set<String> = []
  private let handles: Set<String>?

  private static let word = BackwardSearch("\"assigned_to\":\"")
  /// Where an event says what becomes of a field, as opposed to what it was.
  private static let set = [Array("set".utf8)]

  /// Nil looks for everybody.
  init(_ handles: Set<String>?) { self.handles = handles }

  /// Whether all who are asked about are found.
  var isOver: Bool { handles.map { settled.count == $0.count } ?? false }

  mutating func merge(_ other: TurnSearch) {
    if found.isEmpty {
      self = other
      return
    }
    found.merge(other.found, uniquingKeysWith: max)
    settled.formUnion(other.settled)
  }

  /// Looks through lines of one file, whose events stand in the order of their ids. Lines are found by
  /// the word for it, so that the others need not be taken apart.
  mutating func look(in bytes: ArraySlice<UInt8>, of file: LogFile) {
    var end = bytes.endIndex
    while !isOver, let place = Self.word.lastPlace(in: bytes, before: end) {
      end = place
      let name = bytes[(place + Self.word.count)...].prefix { $0 != UInt8(ascii: "\"") }
      let handle = String(decoding: name, as: UTF8.self)
      guard !settled.contains(handle), handles?.contains(handle) ?? true,
        let line = LogLine(around: place, of: bytes, in: file),
        line.members(around: place).elementsEqual(Self.set, by: { $0.elementsEqual($1) }),
        let id = line.soundID, !line.isImported
      else { continue }
      found[handle] = max(found[handle] ?? id, id)
      // An erased event does not say any more whether it came from another desk, with an older id.
      if !line.isScrubbed { settled.insert(handle) }
    }
  }
}

extension LogLine {
  /// Whether the event was taken over from another desk. Few lines hold the word for it.
  fileprivate var isImported: Bool {
    Self.imported.isFound(in: bytes) && (try? event().isImported) == true
  }

  /// Whether the event's content may have been erased.
  fileprivate var isScrubbed: Bool { Self.scrubbed.isFound(in: bytes) }

  private static let imported = BackwardSearch("\"imported\":true")
  private static let scrubbed = BackwardSearch("\"scrubbed\":")
}
