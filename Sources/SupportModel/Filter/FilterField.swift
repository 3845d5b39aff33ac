/// What a filter can ask of a ticket by name.
package enum FilterField: Hashable, Sendable {
  case id, subject, status, priority, category, channel, customer, assignee, team, tag, watcher
  /// Other customers who take part in it.
  case cc
  case order, externalID, rating, comment, erased, head
  case sourceEmail, sourcePhone
  /// What tickets are about outside of the desk: of any kind, or of one.
  case reference
  case referenceOfKind(String)
  /// Other tickets, or how they hang together: `link:k7q`, `link:blocks`.
  case link
  /// A status that it is or was in.
  case was
  case created, updated, lastMessage, resolved, closed, due, firstResponse
  case readByAgent, readByCustomer, pendingUntil
  /// The names of attached files.
  case attachment
  /// Of some message: `message.direction:inbound`.
  case messageDirection, messageAt, messageAuthor, messageBody
  /// What the document has in an object of its own: `ai.confidence`, `sla.policy`.
  case member(String)
  /// A custom field of the ticket: `field.NAME`.
  case custom(String)
  /// A field of the customer's own record: `customer.NAME`.
  case customerDetail(String)
}

extension FilterField {
  /// How the values of a field are written and compared.
  package enum Kind: Sendable {
    case id, words, status, priority, category, channel, customer, agent, name, number, time, free
    case link, message
  }

  package var kind: Kind {
    switch self {
    case .id: .id
    case .subject, .comment, .sourceEmail, .sourcePhone: .words
    case .status, .was: .status
    case .priority: .priority
    case .category: .category
    case .channel: .channel
    case .customer, .cc: .customer
    case .assignee, .watcher: .agent
    case .team, .tag, .order, .externalID, .erased, .head, .reference, .referenceOfKind: .name
    case .rating: .number
    case .created, .updated, .lastMessage, .resolved, .closed, .due, .firstResponse, .readByAgent,
      .readByCustomer, .pendingUntil:
      .time
    case .member(let path): path.hasSuffix("_at") || path.hasSuffix(".at") ? .time : .free
    case .custom, .customerDetail: .free
    case .link: .link
    case .attachment, .messageDirection, .messageAt, .messageAuthor, .messageBody: .message
    }
  }

  /// What a customer never sees of a ticket, and so cannot ask about.
  package var isStaffOnly: Bool {
    switch self {
    case .team, .tag, .watcher, .due, .custom, .customerDetail, .head, .sourceEmail, .sourcePhone,
      .link, .readByAgent, .externalID, .cc, .reference, .referenceOfKind,
      .pendingUntil:
      true
    case .member(let path): !path.hasPrefix("satisfaction.")
    default: false
    }
  }

  /// Whether it is about messages of the thread, of which some are notes.
  package var isOfMessages: Bool { kind == .message }

  /// Whether its values are points in time.
  package var isTime: Bool { kind == .time || self == .messageAt }

  /// Each field with its name and the other words for it: the keys of the ticket document.
  package static let named: [(field: FilterField, names: [String])] = [
    (.id, ["id"]), (.subject, ["subject"]), (.status, ["status"]), (.priority, ["priority"]),
    (.category, ["category"]), (.channel, ["channel"]), (.customer, ["customer"]),
    (.assignee, ["assignee", "assigned_to"]), (.team, ["team"]), (.tag, ["tag", "tags"]),
    (.watcher, ["watcher", "watchers"]), (.cc, ["cc"]), (.order, ["order"]),
    (.externalID, ["external_id"]), (.reference, ["ref"]),
    (.rating, ["rating", "satisfaction.rating"]),
    (.created, ["created", "created_at"]), (.updated, ["updated", "updated_at"]),
    (.lastMessage, ["last_message", "activity", "last_message_at"]),
    (.resolved, ["resolved", "resolved_at"]), (.closed, ["closed", "closed_at"]),
    (.due, ["due", "sla_due_at"]),
    (.firstResponse, ["first_response", "first_response_at"]),
    (.readByAgent, ["read_by_agent", "read_by_agent_at"]),
    (.readByCustomer, ["read_by_customer", "read_by_customer_at"]),
    (.pendingUntil, ["pending_until"]),
    (.was, ["was", "statuses"]), (.link, ["link", "links"]),
    (.sourceEmail, ["source_email"]), (.sourcePhone, ["source_phone"]),
    (.comment, ["comment", "satisfaction.comment"]), (.erased, ["erased"]), (.head, ["head"]),
    (.attachment, ["attachment", "attachments"]),
    (.messageDirection, ["message.direction"]), (.messageAt, ["message.at"]),
    (.messageAuthor, ["message.author"]), (.messageBody, ["message.body", "message"]),
  ]

  /// Walks the list: what is asked for most stands first, and a table to look names up in takes as long
  /// to make as fifty walks.
  private static func named(_ name: String) -> FilterField? {
    named.first { $0.names.contains { haveSameBytes($0, name) } }?.field
  }

  /// Finds a field by one of its names, in any case, with `-` for `_`.
  package init?(_ name: String) {
    let plain = plainName(name)
    if let field = Self.named(plain) {
      self = field
      return
    }
    if plain == "merged_into" {
      self = .member("merged_into")
      return
    }
    guard let dot = name.firstIndex(of: "."), name.index(after: dot) != name.endIndex else {
      return nil
    }
    let inner = String(name[name.index(after: dot)...])
    switch name[..<dot].lowercased() {
    case "field", "fields": self = .custom(inner)
    case "ref": self = .referenceOfKind(inner.lowercased())
    case "customer": self = .customerDetail(inner)
    case "sla", "ai", "satisfaction", "escalation", "care": self = .member(plain)
    default: return nil
    }
  }
}

extension FilterField: CustomStringConvertible {
  package var description: String {
    switch self {
    case .custom(let name): "field.\(name)"
    case .referenceOfKind(let kind): "ref.\(kind)"
    case .customerDetail(let name): "customer.\(name)"
    case .member(let path): path
    default: Self.named.first { $0.field == self }?.names[0] ?? ""
    }
  }
}

/// A name as it is looked up: in lower case, with `_` for `-`.
func plainName(_ name: some StringProtocol) -> String {
  let isPlain = name.utf8.allSatisfy { byte in
    byte < 0x80 && byte != UInt8(ascii: "-") && !(0x41...0x5A).contains(byte)
  }
  if isPlain { return String(name) }
  let bytes = name.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
  return String(decoding: bytes, as: UTF8.self)
}
