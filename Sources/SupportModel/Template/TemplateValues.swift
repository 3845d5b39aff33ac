/// What the variables of a template stand for: of one ticket, its customer and whoever writes.
///
/// All of it is meant to be read by the customer: no tags, no notes, no tier, no address of an agent.
/// Custom fields and the id elsewhere are the desk's own, and are said where a template names them:
/// whoever wrote it decided that.
package struct TemplateValues: Sendable {
  /// Given with the command: `-D amount=12`. They come before all others.
  package var own: [String: String] = [:]
  package var ticket: Ticket?
  package var customer: Customer?
  package var agent: Agent?
  package var settings: DeskSettings
  package var now: Instant

  package init(_ settings: DeskSettings, at now: Instant) {
    (self.settings, self.now) = (settings, now)
  }

  /// The names that always mean something, for help and suggestions.
  package static let known = [
    "ticket.id", "ticket.subject", "ticket.status", "ticket.priority", "ticket.category",
    "ticket.channel", "ticket.order", "ticket.external_id", "ticket.created_on", "customer.name",
    "customer.first_name", "customer.email", "customer.organisation", "customer.language",
    "agent.name", "agent.first_name", "agent.handle", "desk.name", "today",
  ]

  /// A custom field of the ticket: `field.serial`.
  static let fieldPrefix = "field."

  /// Whether anything can have a value of that name: names without a dot are the writer's own.
  func isKnown(_ name: String) -> Bool {
    if own[name] != nil || !name.contains(".") || Self.known.contains(name) { return true }
    guard name.hasPrefix(Self.fieldPrefix) else { return false }
    let field = String(name.dropFirst(Self.fieldPrefix.count))
    return settings.fields.all.isEmpty || settings.fields[field] != nil
  }

  /// The names to suggest for one that nothing has.
  var names: [String] { Self.known + settings.fields.all.map { Self.fieldPrefix + $0.name } }

  /// The value of a name; nil where there is none.
  func value(_ name: String) -> String? {
    let value = own[name] ?? found(name)
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func found(_ name: String) -> String? {
    if name == "today" { return now.date.description }
    if name == "desk.name" { return settings.name }
    let member = String(name.drop { $0 != "." }.dropFirst())
    switch name.prefix(while: { $0 != "." }) {
    case "ticket": return ticket.flatMap { value(member, of: $0) }
    case "field": return ticket?.fields[member].flatMap(Self.words)
    case "customer": return value(ofCustomer: member)
    case "agent": return agent.flatMap { value(member, of: $0) }
    default: return nil
    }
  }

  private func value(_ member: String, of ticket: Ticket) -> String? {
    switch member {
    case "id": ticket.id.description
    case "subject": ticket.subject
    case "status": settings.lifecycle[ticket.status]?.name ?? ticket.status
    case "priority": settings.priorities[ticket.priority]?.name ?? ticket.priority
    case "category": ticket.category
    case "channel": ticket.channel
    case "order": ticket.order
    case "external_id": ticket.externalID
    case "created_on": ticket.createdAt.date.description
    default: nil
    }
  }

  private func value(ofCustomer member: String) -> String? {
    let name = customer?.name ?? ticket?.customerSignature
    switch member {
    case "name": return name
    case "first_name": return name.flatMap(Self.firstWord)
    case "email": return customer?.email ?? ticket?.customer
    case "organisation": return customer?.organisation
    case "language": return customer?.language
    default: return nil
    }
  }

  private func value(_ member: String, of agent: Agent) -> String? {
    switch member {
    case "name": agent.name
    case "first_name": Self.firstWord(agent.name)
    case "handle": agent.handle
    default: nil
    }
  }

  private static func firstWord(_ text: String) -> String? {
    text.split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  private static func words(_ json: JSON) -> String? {
    json.string ?? json.array.map { $0.compactMap(words).joined(separator: ", ") } ?? json.compact
  }
}

extension Ticket {
  /// How its customer signs what they write, for one whose record has no name. Others may have
  /// written in it too, and before a split it was somebody else's.
  fileprivate var customerSignature: String? {
    guard let customer else { return nil }
    return messages.lazy.filter { !$0.isInternal && $0.author == .customer(customer) }
      .compactMap(\.authorName).first
  }
}
