import SupportModel

/// What is odd about a log file without making any of its lines unreadable: one finding for each
/// kind, however many lines it is true of.
struct LogTraits {
  private let file: LogFile
  private let now: Instant?
  private var carriageReturns = Lines()
  private var byteOrderMarks = Lines()
  private var nuls = Lines()
  private var future = Lines()
  private var misplaced = Lines()
  private var latest: EventID?
  private var earliest: EventID?
  private var isDamaged = false

  /// Clocks of people who work together are not further apart than this.
  private static let tolerance = TimeSpan(seconds: 600)

  private struct Lines {
    var first: Int?
    var count = 0

    mutating func add(_ line: LogLine) {
      first = first ?? line.number
      count += 1
    }
  }

  init(_ file: LogFile, now: Instant?) { (self.file, self.now) = (file, now) }

  mutating func note(_ line: LogLine, _ event: Event) {
    noteFrame(line)
    if line.withoutFrame.first == 0 { nuls.add(line) }
    if let now, event.id.time > now + Self.tolerance { future.add(line) }
    latest = max(latest ?? event.id, event.id)
    // An imported event has its id from elsewhere. So may a scrubbed one, which does not say so.
    if !event.isImported, event.scrubbed == nil { earliest = min(earliest ?? event.id, event.id) }
  }

  mutating func noteDamaged(_ line: LogLine, _ error: EventError) {
    if error == .earlyFile {
      noteFrame(line)
      misplaced.add(line)
    } else {
      isDamaged = true
    }
  }

  private mutating func noteFrame(_ line: LogLine) {
    if line.hasCarriageReturn { carriageReturns.add(line) }
    if line.hasByteOrderMark { byteOrderMarks.add(line) }
  }

  var findings: [Finding] {
    [
      finding(.logCRLF, carriageReturns) { "\(lines($0)) in CR LF, as another system ends them" },
      finding(.logByteOrderMark, byteOrderMarks) { _ in "a byte order mark stands before it" },
      finding(.logNUL, nuls) { _ in "NUL bytes stand before it: what they were is lost" },
      finding(.logFuture, future) { count in
        "\(count == 1 ? "its event is" : "\(count) events are") up to \(ahead) ahead of this clock"
      },
      wrongPlace,
    ].compactMap { $0 }
  }

  private func lines(_ count: Int) -> String {
    count == 1 ? "a line ends" : "\(count) lines end"
  }

  private func finding(
    _ code: Finding.Code, _ lines: Lines, _ what: (Int) -> String
  ) -> Finding? {
    lines.first.map { Finding(code, file: Fsck.path(file), line: $0, what(lines.count)) }
  }

  /// How far the newest event is ahead, in the largest unit that it fills.
  private var ahead: String {
    guard let now, let latest else { return "" }
    let minutes = (latest.time.milliseconds - now.milliseconds) / 60_000
    let units: [(Int64, String)] = [(525_600, "year"), (1440, "day"), (60, "hour"), (1, "minute")]
    let (size, name) = units.first { minutes >= $0.0 } ?? (1, "minute")
    return counted(minutes / size, name)
  }

  /// A file is named for the day of its first event. In a file that was renamed or moved, tickets of
  /// later days are not looked for.
  private var wrongPlace: Finding? {
    if let line = misplaced.first {
      let what = "\(misplaced.count == 1 ? "a line is" : "\(misplaced.count) lines are")"
      return Finding(
        .logMisplaced, file: Fsck.path(file), line: line,
        "\(what) of tickets of later days: was the file moved or renamed?")
    }
    guard !isDamaged, let day = earliest?.time.date, day != file.date else { return nil }
    let place = LogFile(day, replica: String(file.replica))
    return Finding(
      .logMisplaced, file: Fsck.path(file), "its first event belongs to \(Fsck.path(place))")
  }
}
