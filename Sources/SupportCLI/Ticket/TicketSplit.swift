import CommandKit
import SupportDesk
import SupportModel

private let messages = Argument.many(
  "MESSAGE", "Its messages: their numbers in `ticket show`, or the beginnings of their ids")
private let subject = Option.text(
  "subject", short: "s", value: "SUBJECT", "The subject of the new ticket, if not the old one's")
private let customer = Option.text(
  "customer", value: "EMAIL", "Whose it is, if another's: an address, or 'Name <address>'",
  completes: .live("customer"))

/// Makes a ticket of messages of another one.
extension Command where Context == Session {
  static var ticketSplit: Command {
    Command(
      "split", "Open a ticket with messages of another one", needs: .desk,
      arguments: [Shared.ticket, messages],
      options: [subject, customer, Shared.reason, Shared.ifMatch, Shared.dryRun],
      details: """
        Prints the new ticket's id and nothing else. The messages leave the thread of the one and show in that of the other, with their times, \
        authors and files. Both keep a link. The new ticket has the priority, category, team and \
        assignee of the old one, and what the customer asked waits since it was asked. --if-match \
        is the head of the old one.
        """,
      examples: [
        "support ticket split k7q 3 -s 'The invoice is wrong'",
        "support ticket split k7q 2 4 --customer 'Eve <eve@example.com>'",
      ]
    ) { call, session in
      var splitting = Splitting()
      splitting.subject = call[subject]
      splitting.reason = call[Shared.reason]
      if let text = call[customer] {
        guard let mailbox = EmailAddress.parse(text) else {
          throw Refusal.invalid(field: "customer", value: text, expected: "an e-mail address")
        }
        (splitting.customer, splitting.customerName) = mailbox
      }
      let changed = try session.desk().split(
        call[Shared.ticket], call[messages], splitting, ChangeOptions(call))
      guard session.output.isText, let new = changed.tickets.first?.id else {
        return try session.report(changed) { _ in "split" }
      }
      // A dry run has no id to give: the real run draws another.
      if changed.isDryRun { return session.output.note("the ticket would be split") }
      try session.output.say(new.description)
      session.warn(changed.warning)
    }
  }
}
