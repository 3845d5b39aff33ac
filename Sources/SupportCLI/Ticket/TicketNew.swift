import CommandKit
import SupportDesk
import SupportModel

private let subject = Option.required(
  "subject", short: "s", value: "SUBJECT", "What it is about, in one line")
private let customer = Option.text(
  "customer", value: "EMAIL", "Open it for a customer: an address, or 'Name <address>'",
  completes: .live("customer"))
private let priority = Option.text(
  "priority", short: "p", value: "PRIORITY", "How pressing it is", completes: .live("priority"))
private let category = Option.text(
  "category", short: "c", value: "CATEGORY", "What kind it is", completes: .live("category"))
private let channel = Option.text(
  "channel", value: "CHANNEL", "How it came in", completes: .live("channel"))
private let tags = Option.texts(
  "tag", short: "t", value: "TAG", "Tag it", completes: .live("tag"))
private let assignee = Option.text(
  "assign", value: "AGENT", "Give it to an agent, or to me", completes: .live("agent"))
private let team = Option.text(
  "team", value: "TEAM", "Give it to a team", completes: .live("team"))
private let order = Option.text("order", value: "REF", "The order it is about")
private let references = Option.texts(
  "ref", value: "KIND=REF", "Something outside that it is about, such as consignment=C-17")
private let fields = Option.texts(
  "field", value: "KEY=VALUE", "Set a custom field")

/// Opens a ticket.
extension Command where Context == Session {
  static var ticketNew: Command {
    Command(
      "new", "Open a ticket", needs: .desk,
      options: [
        subject, Shared.message, Shared.file, customer, priority, category, channel, tags, assignee,
        team, order, references, Shared.attach, fields, Shared.dryRun,
      ],
      details: """
        Prints the new ticket's id and nothing else. The message is the first of the thread, and \
        the customer's even when an agent opens the ticket for them. Without --customer an agent's \
        ticket is internal; a customer's is always their own.
        """,
      examples: [
        "support ticket new -s 'Cannot sign in' -m 'It says wrong password.' --customer bob@example.com",
        "id=$(support ticket new -s 'Printer on fire' -F report.txt -p urgent --assign me)",
      ],
      isCommon: true
    ) { call, session in
      var opening = Opening(subject: call[subject], body: "")
      if let mailbox = call[customer] {
        guard let parsed = EmailAddress.parse(mailbox) else {
          throw Refusal.invalid(field: "customer", value: mailbox, expected: "an e-mail address")
        }
        (opening.customer, opening.customerName) = parsed
      }
      opening.priority = call[priority]
      opening.category = call[category]
      opening.channel = call[channel]
      opening.tags = call[tags]
      opening.team = call[team]
      opening.order = call[order]
      opening.references = try call[references].map(ReferenceWord.split)
      opening.fields = try call[fields].map(FieldWord.split)
      let options = ChangeOptions(isDryRun: call[Shared.dryRun])
      let changed = try session.withMessage(
        call, draft: DraftName.new(opening.subject),
        hint: "What is the matter? Subject: \(opening.subject)"
      ) { body in
        opening.body = body
        return try session.desk().open(
          opening, attaching: call[Shared.attach], assignTo: call[assignee], options)
      }
      if session.output.isText, let ticket = changed.tickets.first {
        // A dry run has no id to give: the real run draws another.
        if changed.isDryRun {
          session.output.note("the ticket would be opened")
          return session.warn(changed)
        }
        try session.output.say(ticket.id.description)
        session.warn(changed)
      } else {
        try session.report(changed) { _ in "opened" }
      }
    }
  }
}
