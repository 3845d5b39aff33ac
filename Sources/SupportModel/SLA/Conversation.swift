/// What a thread says about answers: when the first one came, and how long the customer waited for
/// each later one.
struct Conversation {
  struct Wait: Hashable {
    var since: Instant
    /// When an agent answered, or the ticket was done without an answer; nil while waiting.
    var until: Instant?
    /// Who answered; nil where nobody did.
    var answeredBy: Actor?
  }

  /// Since when somebody waits for the first reply: the ticket's start, or before that where a
  /// merge brought an older question.
  private(set) var start: Instant
  /// The first public message of a human agent.
  private(set) var firstReply: Instant?
  /// Who wrote it; nil where only its time is recorded.
  private(set) var firstReplyBy: Actor?
  /// The waits after the first reply, in the order in which they ended; at most the last one is open.
  private(set) var waits: [Wait] = []

  /// Since when the customer waits, while the thread is read.
  private var waiting: Instant?
  private let history: StatusHistory

  /// Walks the thread in its order, in times that never run backwards (see `StatusHistory`).
  ///
  /// The thread and the recorded `first_response_at` may differ: two replicas answered and the later
  /// event won, or the thread was imported without its beginning. The earlier one counts.
  init(_ ticket: Ticket, _ history: StatusHistory) {
    self.history = history
    start = history.start
    let recorded = ticket.firstResponseAt.map { min(max($0, history.start), history.now) }
    firstReply = recorded
    var hasReply = false
    var at = history.start
    for turn in ticket.turns {
      let isAnswered = hasReply || recorded.map { $0 <= at } ?? false
      switch turn {
      case .joins(let question, _): keep(question, isFirst: !isAnswered)
      case .says(let message):
        at = min(max(message.at ?? at, at), history.now)
        if message.isAgentReply {
          end(at, message.author)
          if firstReply.map({ at <= $0 }) ?? true {
            (firstReply, firstReplyBy) = (at, message.author)
          }
          hasReply = true
        } else if message.direction == .inbound, hasReply || recorded.map({ at > $0 }) ?? false {
          ask(at)
        }
      }
    }
    finish()
  }

  private mutating func ask(_ at: Instant) {
    if let since = waiting {
      // Being done settles a question; a message after it asks a new one.
      guard let done = history.firstDone(from: since, to: at) else { return }
      waits.append(Wait(since: since, until: done))
    }
    waiting = at
  }

  private mutating func end(_ at: Instant, _ agent: Actor?) {
    if let since = waiting { waits.append(Wait(since: since, until: at, answeredBy: agent)) }
    waiting = nil
  }

  /// Takes over what nobody answered in a merged ticket. It may be older than what is asked here.
  private mutating func keep(_ question: Instant, isFirst: Bool) {
    let question = min(question, history.now)
    if isFirst {
      start = min(start, question)
    } else {
      waiting = min(waiting ?? question, question)
    }
  }

  /// Ends the last wait, which being done ends too. What a customer says to a ticket that is done
  /// and stays so asks for nothing.
  private mutating func finish() {
    guard let waiting else { return }
    guard let done = history.doneSince else { return waits.append(Wait(since: waiting)) }
    if waiting < done { waits.append(Wait(since: waiting, until: done)) }
  }
}
