import SupportModel

/// A ticket with what is computed for its reader: clocks, unread marks, a snippet.
package struct TicketView: Sendable {
  package let ticket: Ticket
  /// Nil where no policy applies, and for customers.
  package let clocks: SLAClocks?

  package var id: TicketID { ticket.id }

  /// The members that `json` may have.
  package static let fields = TicketColumn.members + ["assignments"]

  /// The document and what is computed, as `ticket show --json` promises it.
  package var json: JSONObject {
    var json = ticket.whole
    for member in clocks.map({ ticket.slaMembers($0) })?.members ?? [] {
      json.set(member.value.isNull ? nil : member.value, at: member.key)
    }
    if ticket.isWhole { json["unread_by_agent"] = .bool(ticket.isUnreadByAgent) }
    json["unread_by_customer"] = .bool(ticket.isUnreadByCustomer)
    json["last_message_snippet"] = ticket.lastMessageSnippet.map(JSON.string)
    json["time_spent_seconds"] = ticket.secondsSpent.map { .integer(Int64($0)) }
    return json
  }
}

extension Desk {
  /// The customer's document is read only where a policy speaks of it.
  package func view(_ ticket: Ticket) -> TicketView {
    view(ticket) { [store] email in try? store.snapshot().customer(email) }
  }

  func view(_ ticket: Ticket, _ customers: @escaping CustomerRecords) -> TicketView {
    TicketView(
      ticket: ticket,
      clocks: person.isStaff ? rules.clocks(of: ticket, customers: customers) : nil)
  }
}
