/// The time that a ticket spent in one status: from the one instant up to the other, or still.
package struct StatusStay: Hashable, Sendable {
  package var status: String
  package var from: Instant
  package var to: Instant?

  package init(_ status: String, from: Instant, to: Instant? = nil) {
    (self.status, self.from, self.to) = (status, from, to)
  }

  /// The part of the stay between two instants; nil when nothing is left of it.
  func clipped(from start: Instant, to stop: Instant?) -> StatusStay? {
    let from = max(from, start)
    let ends = [to, stop].compactMap(\.self)
    guard let to = ends.min() else { return StatusStay(status, from: from) }
    return from < to ? StatusStay(status, from: from, to: to) : nil
  }
}

/// A ticket's statuses one after the other, in times that never run backwards.
///
/// Replicas' clocks differ, and the timeline stands in the order of the event ids. An entry that
/// claims to be older than the one before it counts as of the same time, and one from the future
/// as of now.
struct StatusHistory {
  let start: Instant
  let now: Instant
  private(set) var stays: [StatusStay] = []
  private let lifecycle: Lifecycle

  init(_ ticket: Ticket, now: Instant, lifecycle: Lifecycle) {
    start = min(ticket.createdAt, now)
    self.now = now
    self.lifecycle = lifecycle
    for (status, at) in ticket.timeline { enter(status, at: at) }
    if stays.last?.status != ticket.status {
      // Whoever wrote the status forgot the timeline.
      enter(ticket.status, at: Self.lastTurn(of: ticket, lifecycle))
    }
  }

  private mutating func enter(_ status: String, at: Instant) {
    let from = min(max(at, stays.last?.from ?? start), now)
    if let last = stays.indices.last {
      guard stays[last].status != status else { return }
      stays[last].to = from
    }
    stays.append(StatusStay(status, from: from))
  }

  private static func lastTurn(of ticket: Ticket, _ lifecycle: Lifecycle) -> Instant {
    if let last = ticket.timeline.last,
      let entry = ticket.timeline.last(where: { $0.status == ticket.status }), entry.at >= last.at
    {
      // Of two equal entries, from one millisecond, the list that is a set keeps one.
      return entry.at
    }
    guard lifecycle.phase(of: ticket.status) == .done else {
      return ticket.timeline.isEmpty ? ticket.createdAt : ticket.updatedAt
    }
    return ticket.resolvedAt ?? ticket.closedAt ?? ticket.updatedAt
  }

  func isDone(_ status: String) -> Bool { lifecycle.phase(of: status) == .done }

  /// Since when the ticket is done; nil while it is not.
  var doneSince: Instant? { stays.reversed().prefix { isDone($0.status) }.last?.from }

  /// When it was done for the first time, where it was reopened since.
  var firstResolution: Instant? {
    guard let first = stays.firstIndex(where: { isDone($0.status) }),
      stays[first...].contains(where: { !isDone($0.status) })
    else { return nil }
    return stays[first].from
  }

  /// When the ticket first became done between two instants, both included.
  func firstDone(from start: Instant, to end: Instant) -> Instant? {
    stays.first { isDone($0.status) && start <= $0.from && $0.from <= end }?.from
  }
}
