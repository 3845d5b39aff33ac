/// What a thread says about answers: when the first one came, and how long the customer waited for
/// each later one.
struct Conversation {
  struct Wait: Hashable {
    var since: Instant
    /// When an agent answered, or the ticket was done without an answer; nil while waiting.
    var until: Instant?
  }

  /// The first public message of a human agent.
  private(set) var firstReply: Instant?
  /// The waits after the first reply, in order; at most the last one is open.
  private(set) var waits: [Wait] = []

  /// Walks the thread in its order, in times that never run backwards (see `StatusHistory`).
  ///
  /// The thread and the recorded `first_response_at` may differ: two replicas answered and the later
  /// event won, or the thread was imported without its beginning. The earlier one counts.
  init(_ ticket: Ticket, _ history: StatusHistory) {
    let recorded = ticket.firstResponseAt.map { min(max($0, history.start), history.now) }
    firstReply = recorded
    var waiting: Instant?
    var hasReply = false
    var at = history.start
    for message in ticket.messages where !message.isInternal {
      at = min(max(message.at ?? at, at), history.now)
      if message.isAgentReply {
        if let since = waiting { waits.append(Wait(since: since, until: at)) }
        waiting = nil
        firstReply = min(firstReply ?? at, at)
        hasReply = true
      } else if message.direction == .inbound, hasReply || recorded.map({ at > $0 }) ?? false {
        if let since = waiting {
          // Being done settles a question; a message after it asks a new one.
          guard let done = history.firstDone(from: since, to: at) else { continue }
          waits.append(Wait(since: since, until: done))
        }
        waiting = at
      }
    }
    if let waiting { close(waiting, history.doneSince) }
  }

  /// Ends the last wait, which being done ends too. What a customer says to a ticket that is done
  /// and stays so asks for nothing.
  private mutating func close(_ waiting: Instant, _ doneSince: Instant?) {
    guard let doneSince else { return waits.append(Wait(since: waiting)) }
    if waiting < doneSince { waits.append(Wait(since: waiting, until: doneSince)) }
  }
}
