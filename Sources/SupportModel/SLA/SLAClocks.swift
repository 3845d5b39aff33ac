/// The clocks of one ticket at one instant: a pure function of the ticket, the policy that applies
/// to it, when the desk works, and now.
///
/// - *First response* runs from creation to the first public message of a human agent. Pauses do not
///   stop it unless the policy says so.
/// - *Next response* runs from the earliest unanswered customer message after the first response to
///   the next public message of a human agent. Pauses stop it.
/// - *Resolution* runs from creation until the ticket is done. Pauses stop it.
/// - A ticket that is done without the answer stops the response clocks too: nothing is owed any
///   more, and what was not late by then counts as met. Reopening goes on with what was left; the
///   time in between never counts.
/// - A ticket without a customer owes nobody an answer and has the resolution clock only.
///
/// Targets are those of the priority that the ticket has now, from the ticket's start.
package struct SLAClocks: Hashable, Sendable {
  /// The name of the policy.
  package let policy: String
  /// The instant that the clocks show.
  package let now: Instant
  package let isDone: Bool
  package let firstResponse: SLAClock?
  /// Every wait of the customer after the first response, in order.
  package let nextResponses: [SLAClock]
  package let resolution: SLAClock?

  package init(
    _ ticket: Ticket, _ policy: SLAPolicy, workingTime: any WorkingTime, now: Instant,
    lifecycle: Lifecycle
  ) {
    let history = StatusHistory(ticket, now: now, lifecycle: lifecycle)
    let targets = policy.targets(of: ticket)
    let done = history.stays.filter { history.isDone($0.status) }
    let resting = history.stays.filter {
      history.isDone($0.status) || policy.pauses(in: $0.status, lifecycle)
    }
    func clock(
      _ kind: SLAClock.Kind, _ target: TimeSpan?, from start: Instant, to stop: Instant?,
      resting: [StatusStay]
    ) -> SLAClock? {
      target.map { target in
        SLAClock(
          kind, target: target, warnAt: policy.warnAt, from: start, to: stop, now: now,
          resting: resting, workingTime: workingTime)
      }
    }
    self.policy = policy.name
    self.now = now
    isDone = history.doneSince != nil
    resolution = clock(
      .resolution, targets.resolution, from: history.start, to: history.doneSince,
      resting: resting)
    guard ticket.customer != nil else {
      (firstResponse, nextResponses) = (nil, [])
      return
    }
    let conversation = Conversation(ticket, history)
    firstResponse = clock(
      .firstResponse, targets.firstResponse, from: history.start,
      to: conversation.firstReply ?? history.doneSince,
      resting: policy.pausesFirstResponse ? resting : done)
    nextResponses = conversation.waits.compactMap { wait in
      clock(
        .nextResponse, targets.nextResponse, from: wait.since, to: wait.until, resting: resting)
    }
  }
}

extension SLAClocks {
  /// The wait that nobody has ended yet; nil when the agent spoke last.
  package var nextResponse: SLAClock? { nextResponses.last.flatMap { $0.isOpen ? $0 : nil } }

  package var all: [SLAClock] {
    [firstResponse].compactMap(\.self) + nextResponses + [resolution].compactMap(\.self)
  }

  /// When the earliest open clock runs out, or ran out.
  package var dueAt: Instant? { all.filter(\.isOpen).compactMap(\.dueAt).min() }

  /// Whether something that is still owed is late.
  package var isOverdue: Bool { all.contains { $0.isOpen && $0.isBreached } }

  package var isPaused: Bool { all.contains { $0.isOpen && $0.isPaused } }
}
