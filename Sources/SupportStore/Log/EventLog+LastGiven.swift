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

  /// What of the log may hold turns that count. A file goes on for a while after the end of its day; and
  /// a transaction whose end has not come yet counts where nobody has folded the log.
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
  /// The same of parts of the log; of all agents where nobody is named.
  func lastGiven(
    to handles: Set<String>? = nil, in spans: [LogSpan]
  ) throws -> [String: EventID] {
    var search = TurnSearch(handles)
    for span in spans {
      try visitBackwards(span) { piece in
        search.look(in: piece, of: span.file)
        return true
      }
    }
    return search.found
  }
}

/// A search for the last turns of agents. Where a line stands says nothing: a merge may have put one there
/// a second time.
private struct TurnSearch {
  private(set) var found: [String: EventID] = [:]
  private let handles: Set<String>?

  private static let word = BackwardSearch("\"assigned_to\":\"")
  /// Where an event says what becomes of a field, as opposed to what it was.
  private static let set = [Array("set".utf8)]

  /// Nil looks for everybody.
  init(_ handles: Set<String>?) { self.handles = handles }

  /// Looks through lines of a file. They are found by the word for it, so that the others need not be
  /// taken apart; nor are those that are older than what is found already.
  mutating func look(in bytes: ArraySlice<UInt8>, of file: LogFile) {
    var end = bytes.endIndex
    while let place = Self.word.lastPlace(in: bytes, before: end) {
      end = place
      let name = bytes[(place + Self.word.count)...].prefix { $0 != UInt8(ascii: "\"") }
      let handle = String(decoding: name, as: UTF8.self)
      guard handles?.contains(handle) ?? true,
        let line = LogLine(around: place, of: bytes, in: file), let id = line.eventID,
        found[handle].map({ $0 < id }) ?? true,
        line.members(around: place).elementsEqual(Self.set, by: { $0.elementsEqual($1) }),
        line.soundID != nil, !line.isImported
      else { continue }
      found[handle] = id
    }
  }
}
