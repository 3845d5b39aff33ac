import Platform
import SupportModel

/// Whether every line of the log is an event that its checksum vouches for.
extension Fsck {
  /// Where each event was seen first.
  private typealias Seen = [EventID: (file: LogFile, event: Event)]

  mutating func checkLog() {
    var seen: Seen = [:]
    for folder in tree.folders {
      guard case .log(let month) = folder.room else { continue }
      for name in folder.names {
        let path = folder.path + "/" + name
        if let file = LogFile(month: month, name: name), isFile(path) {
          check(file, &seen)
        } else if !isLeftover(name, inRoot: false) {
          findings.append(
            Finding(.logStrayFile, file: layout.relative(path), "not the name of a log file"))
        }
      }
    }
    histories.keep { _ in true }
    checkErasures()
  }

  /// Names the files whose replicas have not scrubbed them yet.
  private mutating func checkErasures() {
    guard !histories.unscrubbed.isEmpty else { return }
    let scrub = Scrub(layout: layout, histories)
    let log = EventLog(layout)
    for file in reading(layout.events, { try log.files() }) ?? [] {
      // That a file cannot be read was found above.
      guard let count = try? scrub.count(in: file), count > 0 else { continue }
      findings.append(
        Finding(
          .logUnscrubbed, file: Self.path(file),
          "\(counted(count, "line")) of erased records, not scrubbed yet"))
    }
  }

  /// Whether something with the name of a file is one; what cannot be asked is taken for one.
  private func isFile(_ path: String) -> Bool {
    do { return try FileSystem.statusIfPresent(path)?.kind == .file } catch { return true }
  }

  private mutating func check(_ file: LogFile, _ seen: inout Seen) {
    let log = EventLog(layout)
    let found = reading(log.path(file)) { try log.lines(of: file) }
    guard let (lines, end, unfinished) = found else { return }
    var traits = LogTraits(file, now: now)
    for line in lines {
      if line.isConflictMarker {
        findings.append(
          Finding(
            .logConflict, file: Self.path(file), line: line.number, "a marker of a merge conflict"))
        continue
      }
      do throws(EventError) {
        let event = try line.eventInPlace()
        traits.note(line, event)
        check(event, line, &seen)
      } catch {
        histories.addDamaged(line)
        traits.noteDamaged(line, error)
        if error != .earlyFile { findings.append(Self.finding(error, line)) }
      }
    }
    checkTransactions(lines, of: file)
    if !unfinished.isEmpty {
      let torn = TornEnd(file: file, offset: end, bytes: Array(unfinished))
      findings.append(unfinishedEnd(torn, line: lines.count + 1))
    } else if lines.isEmpty, replica?.owns(file) != true {
      findings.append(
        Finding(.logEmpty, file: Self.path(file), "no line is in it: it was cut, or never written"))
    }
    findings += traits.findings
  }

  private mutating func check(_ event: Event, _ line: LogLine, _ seen: inout Seen) {
    guard let first = seen[event.id] else {
      seen[event.id] = (line.file, event)
      return histories.add(event)
    }
    // The one may be scrubbed and the other not, or two clones may have imported the same document:
    // they fold to the same.
    let isSame =
      first.event == event || first.event.scrubbed != nil || event.scrubbed != nil
      || first.event.isSameImport(as: event)
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
  private mutating func unfinishedEnd(_ end: TornEnd, line: Int) -> Finding {
    let what =
      end.bytes.contains(0x0A)
      ? "the last transaction has no end" : "the last line has no end"
    guard let replica, replica.owns(end.file) else {
      return Finding(
        .logUnfinished, file: Self.path(end.file), line: line,
        "\(what): still arriving, or cut")
    }
    let month = String(end.file.month)
    let folded = (try? FoldMark.read(layout)?.positions(of: month, layout))?[end.file]
    if end.isDamage(folded: folded?.offset ?? 0) {
      for line in end.lines { histories.addDamaged(line) }
      return Finding(
        .logChecksum, file: Self.path(end.file), line: line, record: end.lines.first?.subject,
        "the end of an acknowledged line is gone")
    }
    torn.append(end)
    return Finding(.logTorn, file: Self.path(end.file), line: line, what)
  }

  private static func finding(_ error: EventError, _ line: LogLine) -> Finding {
    let (code, what): (Finding.Code, String) =
      switch error {
      case _ where line.bytes.contains(0):
        (.logNUL, "NUL bytes: what was written did not reach the disk")
      case .checksum(let expected, let found):
        (.logChecksum, "the checksum is \(found), the line's is \(expected)")
      case .noChecksum: (.logChecksum, "no checksum at its end")
      case .notJSON(let error): (.logUnreadable, error.message)
      case .member(let key): (.logUnreadable, "\"\(key)\" is missing or makes no sense")
      case .noSubject: (.logUnreadable, "it names no record")
      case .lateID: (.logUnreadable, "its id is of a year after 9998")
      case .earlyFile: (.logMisplaced, "its ticket is of a later day than the file")
      }
    let named = line.namedRecords
    return Finding(
      code, file: path(line.file), line: line.number,
      record: named.count == 1 ? named.first : line.subject, what)
  }

  static func path(_ file: LogFile) -> String { "events/\(file)" }
}
