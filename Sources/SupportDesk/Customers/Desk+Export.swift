import SupportModel
import SupportStore

/// What a desk holds of a person, to be given to them.
package struct PersonExport: Sendable {
  /// The whole as one document.
  package var json: JSONObject
  /// The files that hang on their messages, each with the name that the document gives it.
  package var attachments: [(name: String, file: Attachment)]
  package var tickets: Int
  package var messages: Int
  package var events: Int
  /// Internal notes that were left out.
  package var notesLeftOut: Int
}

extension Desk {
  /// Gathers everything about a person: for staff who see all tickets, or for themselves. Internal
  /// notes are the desk's own, and come along only where staff asks for them.
  package func export(_ typed: String, withNotes: Bool = false) throws -> PersonExport {
    let address = try customerAddress(typed)
    try requireExport(of: address, withNotes: withNotes)
    let snapshot = try store.snapshot()
    let holding = try holding(of: address, in: snapshot)
    guard !holding.isEmpty else { throw try unknown(address, in: snapshot) }
    var gathering = Gathering(withNotes: withNotes)
    let tickets = holding.tickets.map { gathering.json(person.isStaff ? $0 : $0.forCustomer) }
    let events = holding.events.compactMap { exported($0, withNotes) }
    var json = JSONObject([
      ("format", .integer(Int64(Fold.format))), ("exported_at", .string(now.description)),
      ("desk", .string(settings.name)), ("email", .string(holding.addresses[0].text)),
    ])
    let record = withNotes ? holding.record : holding.record?.forCustomer
    json["customer"] = record.map { .object($0.document) }
    if !holding.aliases.isEmpty {
      json["aliases"] = .array(
        holding.aliases.map { .object(withNotes ? $0 : Customer($0)?.forCustomer.document ?? $0) })
    }
    json["tickets"] = .array(tickets)
    json["events"] = .array(events.map { .object($0.json) })
    json["internal_notes_left_out"] = .integer(Int64(gathering.notesLeftOut))
    return PersonExport(
      json: json, attachments: gathering.attachments, tickets: tickets.count,
      messages: gathering.messages, events: events.count, notesLeftOut: gathering.notesLeftOut)
  }

  /// An event of the person, or about their own record: what the desk notes there is its own.
  private func exported(_ event: Event, _ withNotes: Bool) -> Event? {
    if event.subject.kind == .ticket { return person.isStaff ? event : event.forCustomer }
    return withNotes ? event : Customer.forCustomer(event)
  }

  private func requireExport(of address: EmailAddress, withNotes: Bool) throws {
    let isOwn = person.addresses.contains(address.text)
    guard isOwn || (person.isStaff && permissions.mayReadAll) else {
      throw Refusal.notPermitted(person.actor, action: "export what is held of \(address.text)")
    }
    if withNotes, !person.isStaff {
      throw Refusal.notPermitted(person.actor, action: "see internal notes")
    }
  }
}

/// Puts tickets into an export.
private struct Gathering {
  let withNotes: Bool
  var attachments: [(name: String, file: Attachment)] = []
  var messages = 0
  var notesLeftOut = 0

  init(withNotes: Bool) { self.withNotes = withNotes }

  mutating func json(_ ticket: Ticket) -> JSON {
    var document = ticket.whole
    let shown = ticket.messages.filter { withNotes || !$0.isInternal }
    notesLeftOut += ticket.messages.count - shown.count
    messages += shown.count
    document["messages"] = shown.isEmpty ? nil : .array(shown.map { json($0) })
    return .object(document)
  }

  private mutating func json(_ message: Message) -> JSON {
    var document = message.document
    let files = message.attachments
    guard !files.isEmpty else { return .object(document) }
    document["attachments"] = .array(
      files.map { file in
        var json = file.json.object ?? JSONObject()
        json["path"] = .string("attachments/" + name(of: file))
        return .object(json)
      })
    return .object(document)
  }

  /// The name of a file in the export: the same bytes under the same name are there once.
  private mutating func name(of file: Attachment) -> String {
    let name = "\(file.sha256.prefix(8))-\(Desk.fileName(for: file))"
    if !attachments.contains(where: { $0.name == name }) { attachments.append((name, file)) }
    return name
  }
}

extension Desk {
  /// The name of the folder that an export goes to.
  package static func folderName(for address: String) -> String { PercentName.encode(address) }
}
