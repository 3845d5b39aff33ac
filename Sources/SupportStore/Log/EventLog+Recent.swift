import SupportModel

extension EventLog {
  /// What some people did since a time, by the wall clock. Only the files since that day are read, and
  /// only their lines parsed.
  package func events(by actors: [Actor], since time: Instant) throws -> [Event] {
    let fronts = actors.map { Array("\($0)\"".utf8) }
    var found: [Event] = []
    try visit(since: time.date) { line in
      guard fronts.contains(where: line.isBy), let event = try? line.event(), event.at > time
      else { return }
      found.append(event)
    }
    return found
  }
}

extension LogLine {
  /// `{"id":"`, 26 digits, `","at":"`, 24 characters, `","by":"`.
  private static let author = 7 + 26 + 8 + 24 + 8

  /// Whether an actor, with the quote behind it, wrote the line: events begin with an id, a time and an
  /// author, the first two of which are always as long.
  fileprivate func isBy(_ front: [UInt8]) -> Bool {
    plain.dropFirst(Self.author).starts(with: front)
  }
}
