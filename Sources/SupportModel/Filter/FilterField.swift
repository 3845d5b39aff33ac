/// What a filter can ask of a ticket by name.
package enum FilterField: Hashable, Sendable {
  case id, subject, status, priority, category, channel, customer, assignee, team, tag, watcher
  case order, externalID, rating
  case created, updated, lastMessage, resolved, closed, due, firstResponse
  /// A custom field of the ticket: `field.NAME`.
  case custom(String)
  /// A field of the customer's own record: `customer.NAME`.
  case customerDetail(String)
}

extension FilterField {
  /// How the values of a field are written and compared.
  package enum Kind: Sendable {
    case id, words, status, priority, category, channel, customer, agent, name, number, time, free
  }

  package var kind: Kind {
    switch self {
    case .id: .id
    case .subject: .words
    case .status: .status
    case .priority: .priority
    case .category: .category
    case .channel: .channel
    case .customer: .customer
    case .assignee, .watcher: .agent
    case .team, .tag, .order, .externalID: .name
    case .rating: .number
    case .created, .updated, .lastMessage, .resolved, .closed, .due, .firstResponse: .time
    case .custom, .customerDetail: .free
    }
  }

  /// What a customer never sees of a ticket, and so cannot ask about.
  package var isStaffOnly: Bool {
    switch self {
    case .team, .tag, .watcher, .externalID, .due, .custom, .customerDetail: true
    default: false
    }
  }

  /// Each field with its name and the other words for it: the keys of the ticket document.
  package static let named: [(field: FilterField, names: [String])] = [
    (.id, ["id"]), (.subject, ["subject"]), (.status, ["status"]), (.priority, ["priority"]),
    (.category, ["category"]), (.channel, ["channel"]), (.customer, ["customer"]),
    (.assignee, ["assignee", "assigned_to"]), (.team, ["team"]), (.tag, ["tag", "tags"]),
    (.watcher, ["watcher", "watchers"]), (.order, ["order"]), (.externalID, ["external_id"]),
    (.rating, ["rating"]),
    (.created, ["created", "created_at"]), (.updated, ["updated", "updated_at"]),
    (.lastMessage, ["last_message", "activity", "last_message_at"]),
    (.resolved, ["resolved", "resolved_at"]), (.closed, ["closed", "closed_at"]),
    (.due, ["due", "sla_due_at"]),
    (.firstResponse, ["first_response", "first_response_at"]),
  ]

  private static let byName: [String: FilterField] = {
    var fields: [String: FilterField] = [:]
    for (field, names) in named { for name in names { fields[name] = field } }
    return fields
  }()

  /// Finds a field by one of its names, in any case, with `-` for `_`.
  package init?(_ name: String) {
    if let field = Self.byName[plainName(name)] {
      self = field
      return
    }
    guard let dot = name.firstIndex(of: "."), name.index(after: dot) != name.endIndex else {
      return nil
    }
    let inner = String(name[name.index(after: dot)...])
    switch name[..<dot].lowercased() {
    case "field", "fields": self = .custom(inner)
    case "customer": self = .customerDetail(inner)
    default: return nil
    }
  }
}

extension FilterField: CustomStringConvertible {
  package var description: String {
    switch self {
    case .custom(let name): "field.\(name)"
    case .customerDetail(let name): "customer.\(name)"
    default: Self.named.first { $0.field == self }?.names[0] ?? ""
    }
  }
}

/// A name as it is looked up: in lower case, with `_` for `-`.
func plainName(_ name: some StringProtocol) -> String {
  String(name.lowercased().map { $0 == "-" ? "_" : $0 })
}
