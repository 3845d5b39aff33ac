import CommandKit
import SupportDesk

private let status = Option.text(
  "status", value: "STATUS", "Set the status with it", completes: .live("status"))

/// Answers a ticket.
extension Command where Context == Session {
  static var ticketReply: Command {
    Command(
      "reply", "Answer a ticket", needs: .desk,
      arguments: [Shared.ticket],
      options: [
        Shared.message, Shared.file, TemplateParameter.use, TemplateParameter.values, status,
        Shared.attach, Shared.ifMatch, Shared.dryRun,
      ],
      details: """
        An agent's answer goes to the customer; the first one stops the first-response clock. A \
        customer's answer opens a pending or resolved ticket again. What templates say comes before \
        the message, which may be left out then: see `support help templates`.
        """,
      examples: [
        "support ticket reply k7q -m 'Please try again now.' --status pending",
        "support ticket reply k7q -F answer.txt --attach form.pdf",
        "support ticket reply k7q --template refund -D amount='12 EUR' --status pending",
      ],
      isCommon: true
    ) { call, session in
      let id = call[Shared.ticket]
      let templates = try TemplateUse(call)
      let changed = try session.withMessage(
        call, draft: "reply-\(id)", hint: "Your answer to ticket \(id); the customer will see it.",
        isOptional: !templates.names.isEmpty
      ) { body in
        try session.desk().reply(
          id, body, attaching: call[Shared.attach], status: call[status], with: templates,
          ChangeOptions(call))
      }
      try session.report(changed) { "answered, \($0.status)" }
    }
  }
}
