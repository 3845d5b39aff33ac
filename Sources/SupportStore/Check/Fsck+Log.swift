import Platform
import SupportModel

/// Whether every line of the log is an event that its checksum vouches for.
extension Fsck {
  /// Where each event was seen first.
  private typealias Seen = [EventID: (file: LogFile, event: Event)]

  mutating func checkLog() throws {
    let log = EventLog(layout)
    var seen: Seen = [:]
    for month in try log.folders() {
      for name in try FileSystem.names(in: layout.events + "/" + month) {
        if let file = LogFile(month: month, name: name) {
          try check(file, &seen)
        } else {
          findings.append(
            Finding(.logStrayFile, file: "events/\(month)/\(name)", "not the name of a log file"))
        }
      }
    }
    histories.keep { _ in true }
    try checkErasures()
  }

  /// Names the files whose replicas have not scrubbed them yet.
  private mutating func checkErasures() throws {
    guard !histories.unscrubbed.isEmpty else { return }
    let scrub = Scrub(layout: layout, histories)
    for file in try EventLog(layout).files() {
      let count = try scrub.count(in: file)
      guard count > 0 else { continue }
      let lines = count == 1 ? "1 line" : "\(count) lines"
      findings.append(
        Finding(
          .logUnscrubbed, file: Self.path(file), "\(lines) of erased records, not scrubbed yet"))
    }
  }

  private mutating func check(_ file: LogFile, _ seen: inout Seen) throws {
    let (lines, end, unfinished) = try EventLog(layout).lines(of: file)
    for line in lines {
      do throws(EventError) {
        check(try line.event(), line, &seen)
      } catch {
        histories.addDamaged(line)
        findings.append(Self.finding(error, line))
      }
    }
    checkTransactions(lines, of: file)
    if !unfinished.isEmpty {
      let torn = TornEnd(file: file, offset: end, bytes: Array(unfinished))
      findings.append(try unfinishedEnd(torn, line: lines.count + 1))
    }
  }

  private mutating func check(_ event: Event, _ line: LogLine, _ seen: inout Seen) {
    guard let first = seen[event.id] else {
      seen[event.id] = (line.file, event)
      return histories.add(event)
    }
    // The one may be scrubbed and the other not: they fold to the same.
    let isSame = first.event == event || first.event.scrubbed != nil || event.scrubbed != nil
    findings.append(
      Finding(
        isSame ? .logRepeated : .logForked, file: Self.path(line.file), line: line.number,
        record: event.subject,
        isSame
          ? "the event \(event.id) stands in \(first.file) too"
          : "the event \(event.id) says something else in \(first.file)"))
  }

  /// An end that is unfinished: in our own file a command was killed, in another replica's it may
  /// still be arriving.
  private mutating func unfinishedEnd(_ end: TornEnd, line: Int) throws -> Finding {
    let what =
      end.bytes.contains(0x0A)
      ? "the last transaction has no end" : "the last line has no end"
    guard let replica, replica.owns(end.file) else {
      return Finding(
        .logUnfinished, file: Self.path(end.file), line: line,
        "\(what): still arriving, or cut")
    }
    let month = String(end.file.month)
    let folded = try FoldMark.read(layout)?.positions(of: month, layout)[end.file]
    if end.isDamage(folded: folded?.offset ?? 0) {
      for line in end.lines { histories.addDamaged(line) }
      return Finding(
        .logChecksum, file: Self.path(end.file), line: line, record: end.lines.first?.namedRecord,
        "the end of an acknowledged line is gone")
    }
    torn.append(end)
    return Finding(.logTorn, file: Self.path(end.file), line: line, what)
  }

  private static func finding(_ error: EventError, _ line: LogLine) -> Finding {
    let (code, what): (Finding.Code, String) =
      switch error {
      case .checksum(let expected, let found):
        (.logChecksum, "the checksum is \(found), the line's is \(expected)")
      case .noChecksum: (.logChecksum, "no checksum at its end")
      case .notJSON(let error): (.logUnreadable, error.message)
      case .member(let key): (.logUnreadable, "\"\(key)\" is missing or makes no sense")
      case .noSubject: (.logUnreadable, "it names no record")
      }
    return Finding(
      code, file: path(line.file), line: line.number, record: line.namedRecord, what)
  }

  private static func path(_ file: LogFile) -> String { "events/\(file)" }
}
