/// What the clocks of a ticket say for as long as nothing happens to the ticket: not whether one has
/// run out by now, but when it will. An index keeps it, so that neither a check nor a report has to
/// read the documents.
package struct SLAStanding: Hashable, Sendable {
  /// A clock of the outcome that still runs is to be judged by its due time: see `record(at:)`.
  package var record: SLACase
  package var status: String
  package var isDone: Bool
  /// Whether the outcome is the recorded one, which no change of settings moves.
  package var isFrozen: Bool
  /// Whether the document has to be judged anew each time, because it speaks of times to come: a
  /// replica's clock was wrong.
  package var isVolatile: Bool
  /// Whether a policy applies.
  package var hasClocks: Bool
  /// Whether a clock rests that somebody still waits for.
  package var isPaused: Bool
  /// When a check of the clocks has to look at the ticket again; nil for never.
  package var looksAt: Instant?
  package static let atOnce = Instant(milliseconds: .min)
  /// The due time of the open clock that runs out first: the ticket is overdue once that is past.
  package var dueAt: Instant?

  package init(
    record: SLACase, status: String, isDone: Bool, isFrozen: Bool, isVolatile: Bool,
    hasClocks: Bool, isPaused: Bool, looksAt: Instant?, dueAt: Instant?
  ) {
    (self.record, self.status, self.isDone) = (record, status, isDone)
    (self.isFrozen, self.isVolatile, self.hasClocks) = (isFrozen, isVolatile, hasClocks)
    (self.isPaused, self.looksAt, self.dueAt) = (isPaused, looksAt, dueAt)
  }

  /// Of a ticket at which nobody has looked yet.
  package init(unjudged id: TicketID) {
    self.init(
      record: SLACase(id: id, createdAt: Instant(id.date), priority: ""), status: "",
      isDone: false, isFrozen: false, isVolatile: true, hasClocks: false, isPaused: false,
      looksAt: nil, dueAt: nil)
  }

  /// From when on one of its promises counts as broken; nil for never.
  package var breachesAt: Instant? { record.outcome?.breachesAt(isDone: isDone) }

  /// What the ticket counts as in a report that is made `now`.
  package func record(at now: Instant) -> SLACase {
    guard !isDone else { return record }
    var record = record
    record.outcome = record.outcome?.judged(at: now)
    return record
  }
}

extension SLAStanding {
  /// Judges a ticket; `clocks` show it `now`, and are nil where no policy applies.
  package init(_ ticket: Ticket, _ clocks: SLAClocks?, at now: Instant, isDone: Bool) {
    self.init(
      record: SLACase(ticket, clocks), status: ticket.status, isDone: isDone,
      isFrozen: isDone && ticket.slaOutcome != nil, isVolatile: ticket.speaks(ofLaterThan: now),
      hasClocks: clocks != nil, isPaused: clocks?.isPaused ?? false,
      looksAt: clocks.flatMap { Self.nextLook($0, at: ticket, now) },
      dueAt: clocks?.dueAt)
  }

  /// At once where something is to be logged; else when the next clock reaches its warning or has
  /// run out, which is when its due time is past.
  private static func nextLook(_ clocks: SLAClocks, at ticket: Ticket, _ now: Instant) -> Instant? {
    guard SLACheck.findings(ticket, clocks).isEmpty else { return atOnce }
    guard !clocks.isDone else { return nil }
    let instants = clocks.all.filter { $0.state == .running }.flatMap { clock in
      [clock.warnsAt, clock.dueAt.map { $0 + TimeSpan(milliseconds: 1) }]
    }
    return instants.compactMap { $0 }.filter { $0 > now }.min()
  }
}

extension SLAOutcome {
  /// From when on one of the promises counts as broken, as long as nothing happens to the ticket;
  /// nil for never. What was late already was so at the beginning of time.
  func breachesAt(isDone: Bool) -> Instant? {
    let promises = [firstResponse, resolution].compactMap(\.self) + nextResponses
    if promises.contains(where: { $0.isBreached && (isDone || $0.metAt != nil || $0.dueAt == nil) })
    {
      return SLAStanding.atOnce
    }
    // It is broken once its due time is past.
    return isDone ? nil : promises.filter { $0.metAt == nil }.compactMap(\.dueAt).min()
  }

  /// The outcome of a ticket to which nothing happened since, as its clocks show it `now`.
  func judged(at now: Instant) -> SLAOutcome {
    var outcome = self
    outcome.firstResponse?.judge(at: now)
    outcome.resolution?.judge(at: now)
    outcome.firstResolution?.judge(at: now)
    for place in outcome.nextResponses.indices { outcome.nextResponses[place].judge(at: now) }
    return outcome
  }
}

extension SLAMeasurement {
  /// A clock that has not stopped is late once its due time is past.
  package mutating func judge(at now: Instant) {
    if metAt == nil, let dueAt { isBreached = dueAt < now }
  }
}

extension Ticket {
  /// Whether anything in it that clocks read is dated later than `now`.
  func speaks(ofLaterThan now: Instant) -> Bool {
    createdAt > now || timeline.contains { $0.at > now }
      || firstResponseAt.map { $0 > now } ?? false
      || messages.contains { $0.at.map { $0 > now } ?? false }
  }
}
