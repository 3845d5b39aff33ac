import CommandKit
import SupportDesk
import SupportModel

/// One ticket as text: a head of facts, then the thread.
struct TicketPage {
  let view: TicketView
  let session: Session
  let desk: Desk
  /// The name and organisation of the customer, as far as they are known and the reader's to see.
  var contact: (name: String?, organisation: String?)?
  /// Who had it, where that is asked for.
  var assignments: [AssignmentRecord] = []

  private var ticket: Ticket { view.ticket }
  private var isForStaff: Bool { desk.person.isStaff }
  private var isColoured: Bool { session.output.isColoured }

  var text: String {
    let thread = ticket.messages.enumerated().map { message($0.element, $0.offset + 1) }
    return head + thread.joined() + history
  }

  private var head: String {
    let title = Style.bold.wrap(line(ticket.subject), isColoured)
    var text = "\(title)\n"
    for (label, value) in facts where !value.isEmpty {
      let padding = String(repeating: " ", count: max(1, 12 - label.count))
      text += Style.dim.wrap(label, isColoured) + padding + value + "\n"
    }
    return text
  }

  private var facts: [(String, String)] {
    let listing = TicketListing(session: session, settings: desk.settings)
    let fields = ticket.fields.members.map { "\($0.key)=\(Self.text($0.value))" }
    let links = ticket.document["links"]?.array?.compactMap { link in
      link["ticket"]?.string.map { "\(link["kind"]?.string ?? "") \($0)" }
    }
    return [
      ("ticket", ticket.id.description),
      ("status", listing.statusStyle(ticket.status).wrap(line(ticket.status), isColoured)),
      ("priority", listing.priorityStyle(ticket.priority).wrap(line(ticket.priority), isColoured)),
      ("category", line(ticket.category ?? "")), ("channel", line(ticket.channel ?? "")),
      ("customer", line(customer)), ("cc", line(ticket.cc.joined(separator: ", "))),
      ("assignee", line(ticket.assignee ?? "")),
      ("team", line(ticket.team ?? "")), ("tags", line(ticket.tags.joined(separator: ", "))),
      ("watchers", line(ticket.watchers.joined(separator: ", "))),
    ] + references + [
      ("elsewhere", line(ticket.externalID ?? "")),
      ("fields", line(fields.joined(separator: ", "))),
      ("links", line((links ?? []).joined(separator: ", "))),
      ("opened", time(ticket.createdAt)), ("resolved", time(ticket.resolvedAt)),
      ("closed", time(ticket.closedAt)), ("due", due),
      ("until", time(ticket.pendingUntil)), ("escalated", escalation),
      ("spent", isForStaff ? ticket.secondsSpent.map(Self.spent) ?? "" : ""),
    ]
  }

  private var customer: String {
    let known = [contact?.name, contact?.organisation].compactMap(\.self).joined(separator: ", ")
    return (ticket.customer ?? "") + (known.isEmpty ? "" : " (\(known))")
  }

  private static func spent(_ seconds: Int) -> String { TimeSpan(seconds: seconds).exact }

  /// To whom it was taken, and why.
  private var escalation: String {
    func text(_ member: String) -> String? { ticket.text("escalation.\(member)") }
    guard let at = ticket.instant("escalation.at") else { return "" }
    let to = [text("team"), text("to")].compactMap(\.self).joined(separator: ", ")
    let whom = to.isEmpty ? "" : " to \(to)"
    return time(at) + line(whom + (text("reason").map { ": \($0)" } ?? ""))
  }

  /// What it is about outside of the desk, each with where it can be looked at.
  private var references: [(String, String)] {
    ticket.references.map { reference in
      let kind = desk.settings.references[reference.kind]
      let address = kind?.address(of: reference.ref).map { "  \(Style.dim.wrap($0, isColoured))" }
      return (line(kind?.label ?? reference.kind), line(reference.ref) + (address ?? ""))
    }
  }

  private var due: String {
    guard let clocks = view.clocks else { return "" }
    if clocks.isPaused, clocks.dueAt == nil { return "paused (\(clocks.policy))" }
    guard let due = clocks.dueAt else { return "" }
    let text = "\(time(due)) (\(clocks.policy))"
    return clocks.isOverdue ? Style.boldRed.wrap("\(text) overdue", isColoured) : text
  }

  /// Who had it, a line each.
  private var history: String {
    guard !assignments.isEmpty else { return "" }
    let lines = assignments.map { record in
      let team = record.to == nil && record.team == record.fromTeam ? nil : record.team
      let owner = [record.to, team].compactMap(\.self).joined(separator: ", ")
      let what = record.action + (owner.isEmpty ? "" : " to \(owner)")
      let reason = record.reason.map { ": \($0)" } ?? ""
      return "\(time(record.at))  \(line(record.by.description))  \(line(what + reason))\n"
    }
    return "\n" + Style.bold.wrap("--- assignments", isColoured) + "\n" + lines.joined()
  }

  /// Numbers are for those who can split a thread by them.
  private func message(_ message: Message, _ number: Int) -> String {
    let author = line(message.authorName ?? message.author?.description ?? "unknown")
    let place = isForStaff ? "\(number). " : ""
    let facts = [
      message.isInternal ? "internal note" : nil, message.origin.map { "from \($0)" },
      message.secondsSpent == 0 ? nil : "spent \(Self.spent(message.secondsSpent))",
    ].compactMap(\.self)
    let kind = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    let at = message.at.map(time) ?? ""
    let style: Style = message.isInternal ? .yellow : message.direction == .outbound ? .cyan : .bold
    var text = "\n" + style.wrap("--- \(place)\(author)\(kind), \(at)", isColoured) + "\n"
    text += body(message.body)
    for attachment in message.attachments {
      text += "[attached: \(line(attachment.filename)), \(attachment.size) bytes]\n"
    }
    return text
  }

  /// Long lines are wrapped to the terminal, the others keep their form; whole in a pipe.
  private func body(_ text: String) -> String {
    guard session.output.isTerminal else { return text + "\n" }
    let width = min(session.output.width, 100)
    return Visible.body(text).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let fits = displayWidth(String(line)) <= width
      return fits ? line + "\n" : wrap(String(line), width: width).joined(separator: "\n") + "\n"
    }.joined()
  }

  private func line(_ text: String) -> String { session.output.visible(text) }

  private static func text(_ value: JSON) -> String {
    if let elements = value.array { return elements.map(text).joined(separator: ",") }
    return value.string ?? value.compact
  }

  private func time(_ time: Instant?) -> String {
    guard let time else { return "" }
    guard session.output.isTerminal else { return time.description }
    return "\(TimeText.absolute(time)) (\(TimeText.relative(time, to: session.now)))"
  }
}
