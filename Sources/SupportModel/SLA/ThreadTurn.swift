/// Something that bears on who waits for an answer, in the thread of a ticket with what was merged
/// into it.
enum ThreadTurn {
  /// A public message.
  case says(Message)
  /// A ticket joins it in which the customer waits: since when, and when it joins.
  case joins(question: Instant, at: Instant)

  fileprivate var at: Instant? {
    switch self {
    case .says(let message): message.at
    case .joins(_, let at): at
    }
  }
}

extension Ticket {
  /// What was said in this ticket, and the questions that others brought when they were merged into
  /// it: what was said there before answers nothing here, and the other way round.
  var turns: [ThreadTurn] {
    let said = (thread?.own ?? writtenMessages).filter { !$0.isInternal }
    let own = said.filter { $0.origin == nil }.map(ThreadTurn.says)
    // What a split brought was asked when it was asked, and answered if it was.
    let moved = said.filter { $0.origin != nil }.map(ThreadTurn.says)
    let question = ThreadTurn.openQuestion(moved)
    let split = question.map { [ThreadTurn.joins(question: $0, at: createdAt)] } ?? []
    let brought = split + joined.filter { $0.ticket.customer != nil }.flatMap(\.turns)
    guard !brought.isEmpty else { return own }
    return brought.reduce(into: own) { turns, turn in
      // Each in its place; the turns of this ticket keep the order of its thread.
      let place = turns.firstIndex { other in
        turn.at.map { at in other.at.map { at <= $0 } ?? false } ?? false
      }
      turns.insert(turn, at: place ?? turns.endIndex)
    }
  }
}

extension TicketThread.Joined {
  /// The question that was open when the ticket was merged, and what came to it afterwards, from a
  /// clone that did not know.
  fileprivate var turns: [ThreadTurn] {
    let turns = ticket.turns
    let before = turns.prefix { $0.at.map { $0 < at } ?? true }
    let question = wasOpen ? ThreadTurn.openQuestion(before) : nil
    return (question.map { [.joins(question: $0, at: at)] } ?? []) + turns.dropFirst(before.count)
  }
}

extension ThreadTurn {
  /// When the last of what the customer waits with came, by itself or with a merge; nil where an
  /// agent spoke last.
  static func newestQuestion(_ turns: some Sequence<ThreadTurn>) -> Instant? {
    turns.reduce(nil) { newest, turn in
      switch turn {
      case .joins(_, let at): at
      case .says(let message) where message.isAgentReply: nil
      case .says(let message) where message.direction == .inbound: message.at ?? newest
      case .says: newest
      }
    }
  }

  /// Since when the customer waits at the end of some turns; nil where an agent spoke last.
  static func openQuestion(_ turns: some Sequence<ThreadTurn>) -> Instant? {
    turns.reduce(nil) { waiting, turn in
      switch turn {
      case .joins(let question, _): min(waiting ?? question, question)
      case .says(let message) where message.isAgentReply: nil
      case .says(let message) where message.direction == .inbound: waiting ?? message.at
      case .says: waiting
      }
    }
  }
}
