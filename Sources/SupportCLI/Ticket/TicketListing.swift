import SupportDesk
import SupportModel

/// How tickets look in a list. The columns of a pipe are a contract: id, status, priority,
/// assignee, customer, last message, due, subject.
struct TicketListing {
  let session: Session
  let settings: DeskSettings

  var listing: Listing<TicketView> {
    Listing(
      columns: [
        Column("ID") {
          $0.id.description
        } shown: { view in
          Cell(view.id.description, isUnread(view) ? .bold : .plain)
        },
        Column("STATUS") {
          $0.ticket.status
        } shown: {
          Cell($0.ticket.status, statusStyle($0))
        },
        Column("PRIORITY") {
          $0.ticket.priority
        } shown: { view in
          Cell(view.ticket.priority, priorityStyle(view))
        },
        Column("ASSIGNEE") { $0.ticket.assignee ?? "" },
        Column("CUSTOMER", isElastic: true, isOptional: true) { $0.ticket.customer ?? "" },
        Column("UPDATED", isOptional: true) { time($0.ticket.lastMessageAt) },
        Column("DUE") {
          time($0.clocks?.dueAt)
        } shown: { view in
          Cell(time(view.clocks?.dueAt), view.clocks?.isOverdue == true ? .boldRed : .plain)
        },
        Column("SUBJECT", isElastic: true) {
          $0.ticket.subject
        } shown: { view in
          Cell(view.ticket.subject, isUnread(view) ? .bold : .plain)
        },
      ],
      fields: TicketView.fields, json: \.json)
  }

  private func time(_ time: Instant?) -> String { TimeText.short(time, session) }

  private func isUnread(_ view: TicketView) -> Bool {
    session.output.isTerminal && view.ticket.isUnreadByAgent
  }

  func statusStyle(_ view: TicketView) -> Style {
    switch settings.lifecycle.phase(of: view.ticket.status) {
    case .active: view.ticket.status == "new" ? .green : .plain
    case .waiting: .yellow
    case .done: .dim
    }
  }

  func priorityStyle(_ view: TicketView) -> Style {
    switch settings.priorities[view.ticket.priority]?.colour {
    case "red": .red
    case "yellow": .yellow
    case "blue": .dim
    case "green": .green
    default: .plain
    }
  }
}
