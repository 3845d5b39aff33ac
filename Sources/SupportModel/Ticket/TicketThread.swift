/// What the thread of a ticket is made of, where a merge or a split had a hand in it.
///
/// Messages stay in the documents of the tickets that they were sent to: one ticket lends them to
/// another. So what comes late, from another clone, finds its place; an unmerge takes away exactly
/// what came; and what is erased with its ticket is erased wherever it shows.
package struct TicketThread: Hashable, Sendable {
  /// A ticket that was merged into this one.
  struct Joined: Hashable, Sendable {
    var ticket: Ticket
    /// When it was merged.
    var at: Instant
    /// Whether there was something to do for it at that time.
    var wasOpen: Bool
  }

  /// What is said in this ticket: what its document holds but for what went elsewhere, and what
  /// splits brought.
  var own: [Message] = []
  var joined: [Joined] = []
  /// The ticket that all of this one's messages are lent to; nil where it has a thread itself.
  var leadsTo: TicketID?
  /// Whether it was merged into a ticket that was merged into it, and is the one that shows both.
  var endsCircle = false
}

extension Ticket {
  /// Finds another ticket as its document says.
  package typealias Finder = (TicketID) throws -> Ticket?

  /// The ticket with the thread that merges and splits left it.
  package func threaded(_ find: Finder) rethrows -> Ticket {
    guard mergedInto != nil || document["links"] != nil, !bonds.isEmpty else { return self }
    let (root, isCircle) = try root(find)
    guard root == id else {
      var lent = self
      lent.thread = TicketThread(leadsTo: root)
      return lent
    }
    var seen: Set<TicketID> = [id]
    var whole = try gathered(find, &seen)
    whole.thread?.endsCircle = isCircle
    return whole
  }

  /// The ticket without what others lent it, and with what it lends.
  package var alone: Ticket { Ticket(document) ?? self }

  /// The ticket alone, but with what splits brought from tickets other than some.
  package func holding(whatIsNotIn others: Set<TicketID>) -> Ticket {
    var ticket = alone
    let brought = (thread?.own ?? []).filter { $0.origin.map { !others.contains($0) } ?? false }
    guard !brought.isEmpty else { return ticket }
    ticket.thread = TicketThread(own: Message.interleaved([writtenMessages, brought]))
    return ticket
  }

  /// Where a chain of merges ends. Clones can merge tickets into each other: of those that lead round
  /// in a circle, the oldest counts as the end.
  private func root(_ find: Finder) rethrows -> (id: TicketID, isCircle: Bool) {
    var path = [self]
    while let next = path[path.count - 1].mergedInto {
      if let start = path.firstIndex(where: { $0.id == next }) {
        return (path[start...].map(\.id).min() ?? id, true)
      }
      guard let ticket = try find(next) else { break }
      path.append(ticket)
    }
    return (path[path.count - 1].id, false)
  }

  private func gathered(_ find: Finder, _ seen: inout Set<TicketID>) rethrows -> Ticket {
    var thread = TicketThread()
    let kept = try keptMessages { try find($0) != nil }
    let owners = Set(bonds(.splitFrom).map(\.ticket)).sorted()
    let moved = try owners.compactMap(find).map { owner in
      owner.messages(movedTo: id).map { $0.from(owner.id) }
    }
    thread.own = Message.interleaved([kept] + moved)
    for bond in bonds(.mergedFrom).reversed() where seen.insert(bond.ticket).inserted {
      guard let other = try find(bond.ticket), other.mergedInto == id else { continue }
      let wasOpen = other.bonds(.mergedInto).contains { $0.ticket == id && $0.status != nil }
      thread.joined.insert(
        TicketThread.Joined(
          ticket: try other.gathered(find, &seen), at: bond.at ?? other.updatedAt,
          wasOpen: wasOpen), at: 0)
    }
    var ticket = self
    ticket.thread = thread
    return ticket
  }
}

extension Ticket {
  /// The ticket that this one's messages are lent to, since it was merged.
  package var leadsTo: TicketID? { thread?.leadsTo }

  /// The ticket that has its place since a merge. The end of a circle has its own place.
  package var goneInto: TicketID? { thread?.endsCircle == true ? nil : mergedInto }

  /// The tickets whose messages stand in its thread, and since when.
  var joined: [TicketThread.Joined] { thread?.joined ?? [] }

  /// The messages of the thread, the oldest first. Those that other tickets lent name these.
  package var messages: [Message] {
    guard let thread else { return writtenMessages }
    let lent = thread.joined.map { joined in
      let isPrivate = joined.ticket.customer == nil && customer != nil
      return joined.ticket.messages.map { message in
        let message = message.from(joined.ticket.id)
        // What was said among agents stays among them.
        return isPrivate ? message.asNote : message
      }
    }
    return Message.interleaved([thread.own] + lent)
  }

  /// The document with the thread as readers see it.
  package var whole: JSONObject {
    guard thread != nil else { return document }
    var whole = document
    let messages = messages.map { JSON.object($0.document) }
    whole["messages"] = messages.isEmpty ? nil : .array(messages)
    whole["last_message_at"] = lastMessageAt.map { .string($0.description) }
    return Fold.arranged(whole)
  }

  /// The ticket as a change would leave it, for whoever only wants to know.
  package func after(_ draft: EventDraft, at now: Instant, by actor: Actor) -> Ticket {
    adding(Event(draft, id: EventID(bits: .max), at: now, by: actor))
  }

  /// The ticket after one more event.
  func adding(_ event: Event) -> Ticket {
    var after = Ticket(Fold.document(document, adding: event)) ?? self
    guard var thread else { return after }
    let added = after.writtenMessages.dropFirst(writtenMessages.count)
    thread.own += added
    after.thread = thread
    return after
  }
}

extension Message {
  /// The ticket whose document holds it; nil where that is the one that shows it.
  package var origin: TicketID? { document["ticket"]?.string.flatMap { TicketID($0) } }

  fileprivate func from(_ ticket: TicketID) -> Message {
    guard document["ticket"] == nil else { return self }
    var document = document
    document["ticket"] = .string(ticket.description)
    return Message(document)
  }

  fileprivate var asNote: Message {
    var document = document
    document["is_internal"] = true
    return Message(document)
  }

  /// The messages of several threads by their times, those of each in their own order.
  fileprivate static func interleaved(_ threads: [[Message]]) -> [Message] {
    let threads = threads.filter { !$0.isEmpty }
    guard threads.count > 1 else { return threads.first ?? [] }
    var rest = threads.map { $0[...] }
    var all: [Message] = []
    while let next = rest.indices.filter({ !rest[$0].isEmpty }).min(by: { one, other in
      rest[one][rest[one].startIndex].precedes(rest[other][rest[other].startIndex])
    }) {
      all.append(rest[next].removeFirst())
    }
    return all
  }

  private func precedes(_ other: Message) -> Bool {
    (document["at"]?.string ?? "", id) < (other.document["at"]?.string ?? "", other.id)
  }
}
