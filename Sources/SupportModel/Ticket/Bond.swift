/// A link that a merge or a split made, with what has to be known of it.
///
///     merged_into  of the ticket that was merged: where it went
///     merged_from  of the ticket that took it in
///     split_to     of the ticket that messages were taken from: which, and where they went
///     split_from   of the ticket that was opened with them
struct Bond: Hashable, Sendable {
  let kind: LinkKind
  let ticket: TicketID
  /// The link as it stands in the document.
  let json: JSON

  /// Nil for any other link.
  init?(_ json: JSON) {
    guard let kind = json["kind"]?.string.flatMap(LinkKind.init), kind.isBond,
      let ticket = json["ticket"]?.string.flatMap({ TicketID($0) })
    else { return nil }
    (self.kind, self.ticket, self.json) = (kind, ticket, json)
  }

  init(
    _ kind: LinkKind, _ ticket: TicketID, at: Instant, _ more: [(key: String, value: JSON?)] = []
  ) {
    var link = JSONObject([
      ("kind", .string(kind.rawValue)), ("ticket", .string(ticket.description)),
      ("at", .string(at.description)),
    ])
    for (key, value) in more where value?.array?.isEmpty != true { link[key] = value }
    (self.kind, self.ticket, json) = (kind, ticket, .object(link))
  }

  var at: Instant? { json["at"]?.string.flatMap { Instant($0) } }
  /// The status that the bond moved its ticket out of; nil where it moved it out of none.
  var status: String? { json["status"]?.string }
  /// Until when the ticket had been laid aside that it moved.
  var pendingUntil: String? { json["pending_until"]?.string }
  /// What a merge put on the ticket that took the other one in.
  var tags: [String] { json["tags"]?.strings ?? [] }
  var watchers: [String] { json["watchers"]?.strings ?? [] }
  /// The ids of the messages that a split took away.
  var messages: [String] { json["messages"]?.strings ?? [] }
  /// Whose the ticket is that they went to, where that is somebody else.
  var customer: String? { json["customer"]?.string }
}

extension LinkKind {
  /// Those that people make by hand.
  package static let chosen = allCases.filter { !$0.isBond }

  var isBond: Bool {
    switch self {
    case .mergedInto, .mergedFrom, .splitTo, .splitFrom: true
    case .relates, .duplicates, .duplicatedBy, .blocks, .blockedBy, .child, .parent: false
    }
  }
}

extension Ticket {
  /// The links that merges and splits made, in the order they were made in.
  var bonds: [Bond] { document["links"]?.array?.compactMap(Bond.init) ?? [] }

  func bonds(_ kind: LinkKind) -> [Bond] { bonds.filter { $0.kind == kind } }

  /// The ticket that it was merged into last; nil for one that was not merged, or is not any more.
  package var mergedInto: TicketID? { text("merged_into").flatMap { TicketID($0) } }

  /// The tickets that it took in, whatever became of those since.
  package var mergedFrom: [TicketID] { bonds(.mergedFrom).map(\.ticket) }

  /// The tickets in whose threads messages of its document may stand.
  package var lendsTo: [TicketID] {
    bonds.filter { $0.kind == .mergedInto || $0.kind == .splitTo }.map(\.ticket)
  }

  /// Where each message went that splits took away; the last split counts.
  private var moves: [String: TicketID] {
    var moves: [String: TicketID] = [:]
    for bond in bonds(.splitTo) { for message in bond.messages { moves[message] = bond.ticket } }
    return moves
  }

  /// The messages of its document that stand in its own thread; `exists` is whether a ticket is
  /// there to show what went to it.
  func keptMessages(_ exists: (TicketID) throws -> Bool) rethrows -> [Message] {
    let moves = moves
    guard !moves.isEmpty else { return writtenMessages }
    return try writtenMessages.filter { message in
      try moves[message.id].map { try !exists($0) } ?? true
    }
  }

  /// The messages of its document that stand in the thread of another ticket since a split.
  func messages(movedTo other: TicketID) -> [Message] {
    let moves = moves
    return writtenMessages.filter { moves[$0.id] == other }
  }
}
