import Platform
import SupportModel

/// The event log: every change there ever was, in one file a day and replica.
package struct EventLog: Sendable {
  let layout: DeskLayout
  /// Those that are known. Without them, what was erased is taken out of the whole log only.
  private let known: Erasures

  package init(_ layout: DeskLayout, erasures: Erasures = Erasures()) {
    (self.layout, known) = (layout, erasures)
  }

  package func path(_ file: LogFile) -> String { layout.events + "/" + file.description }

  /// All the files, in the order of their names.
  package func files(since date: CivilDate? = nil) throws -> [LogFile] {
    let files = try folders().flatMap { try self.files(of: $0) }
    guard let date else { return files }
    return files.filter { $0.date >= date }
  }

  /// The files of a month: `2026/11`.
  func files(of month: String) throws -> [LogFile] {
    try FileSystem.namesIfPresent(in: layout.events + "/" + month).compactMap { name in
      LogFile(month: month, name: name)
    }
  }

  /// The folders of the months: `2026/11`.
  func folders() throws -> [String] {
    try years().flatMap { year in try months(of: year) }
  }

  func years() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.events).filter { $0.isNumber(digits: 4) }
  }

  func months(of year: String) throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.events + "/" + year)
      .filter { $0.isNumber(digits: 2) }.map { year + "/" + $0 }
  }

  /// The lines of a file from a byte offset on, up to the end of its last whole transaction: `end`
  /// is the offset there. Unfinished are a last line without its newline, and before it the lines of
  /// a transaction of which the rest is missing: a writer may be at work, or was killed.
  package func lines(
    of file: LogFile, from offset: Int = 0, count: Int? = nil
  ) throws -> (lines: [LogLine], end: Int, unfinished: ArraySlice<UInt8>) {
    let bytes = try bytes(of: file, from: offset, count: count)
    var (lines, start) = LogLine.split(bytes[...], of: file)
    if let open = lines.openTransaction {
      start = lines[open].bytes.startIndex
      lines.removeSubrange(open...)
    }
    return (lines, offset + start, bytes[start...])
  }

  /// What is no file, or a link to nowhere, has no lines.
  func bytes(of file: LogFile, from offset: Int, count: Int? = nil) throws -> [UInt8] {
    do {
      return try FileSystem.read(path(file), from: offset, count: count)
    } catch let error as SystemError where error.isMissing || error.isNoFile {
      return []
    }
  }

  /// The events of some records, in order and without repeats. Lines that cannot be believed are
  /// passed over: they are fsck's business. Files before `date` are not read.
  package func events(
    of records: Set<RecordKey>, since date: CivilDate? = nil
  ) throws -> [RecordKey: [Event]] {
    let histories = try histories(of: records, since: date)
    return Dictionary(uniqueKeysWithValues: histories.records.map { ($0, histories[$0]) })
  }

  /// The histories of some records, or of all that have documents, in one pass. What was `read`
  /// already of the log is the end of the files in `starts`, from these offsets on.
  func histories(
    of records: Set<RecordKey>? = nil, since date: CivilDate? = nil, read: Histories? = nil,
    from starts: [LogFile: Int] = [:]
  ) throws -> Histories {
    var histories = read ?? Histories(erasures: known)
    try visit(since: date, upTo: starts) { line in
      if let records, let subject = line.subject, !records.contains(subject),
        !isRenamed(subject)
      {
        return
      }
      histories.add(line)
    }
    histories.keep { records?.contains($0) ?? $0.kind.isFolded }
    return histories
  }

  /// Whether the record may go on under another name.
  private func isRenamed(_ key: RecordKey) -> Bool { key.kind == .customer && !known.isEmpty }

  /// All the events there are, as they are logged, for use cases that need the whole history.
  package func allEvents(since date: CivilDate? = nil) throws -> [Event] {
    var events: [Event] = []
    try visit(since: date) { line in
      if let event = try? line.event() { events.append(event) }
    }
    return Self.ordered(events)
  }

  /// All that was ever erased, from reading the whole log.
  func erasures() throws -> Erasures {
    var erasures = Erasures()
    try visit { line in
      if let event = try? line.event() { erasures.learn(event) }
    }
    return erasures
  }

  /// Goes through all lines: of files with an end, those before it.
  func visit(
    since date: CivilDate? = nil, upTo ends: [LogFile: Int] = [:],
    _ body: (LogLine) throws -> Void
  ) throws {
    for file in try files(since: date) where ends[file] != 0 {
      for line in try lines(of: file, count: ends[file]).lines { try body(line) }
    }
  }

  static func ordered(_ events: [Event]) -> [Event] {
    var ordered: [Event] = []
    for event in events.sorted(by: { $0.id < $1.id }) where event.id != ordered.last?.id {
      ordered.append(event)
    }
    return ordered
  }
}

extension String {
  /// Whether the name of a folder is that of a year, a month or a day.
  func isNumber(digits: Int) -> Bool {
    utf8.count == digits && utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
