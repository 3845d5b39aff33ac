import CommandKit
import SupportDesk
import SupportModel

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
        Shared.attach, Shared.spent, Shared.ifMatch, Shared.dryRun,
      ],
      details: """
        An agent's answer goes to the customer; the first one stops the first-response clock. A \
        customer's answer opens a pending or resolved ticket again. What templates say comes before \
        the message, which may be left out then: see `support help templates`.
        """,
      examples: [
        "support ticket reply k7q -m 'Please try again now.' --status pending",
        "support ticket reply k7q -F answer.txt --attach form.pdf --spent 15m",
        "support ticket reply k7q --template refund -D amount='12 EUR' --status pending",
      ],
      isCommon: true
    ) { call, session in
      let id = call[Shared.ticket]
      let templates = try TemplateUse(call, session)
      var options = ChangeOptions(call)
      if session.opensEditor(call, isOptional: !templates.names.isEmpty) {
        options.seen = Set(try session.desk().ticket(id).messages.map(\.id))
      }
      let changed = try session.withMessage(
        call, draft: "reply-\(id)", hint: "Your answer to ticket \(id); the customer will see it.",
        isOptional: !templates.names.isEmpty
      ) { body in
        try session.askingAboutNews(id, options) { options in
          try session.desk().reply(
            id, body, attaching: call[Shared.attach], status: call[status],
            spent: session.timeSpent(call), with: templates, options)
        }
      }
      try session.report(changed) { "answered, \($0.status)" }
    }
  }
}

extension Session {
  /// Answers a ticket. Where messages came while somebody wrote, they are shown, and whoever wrote is
  /// asked whether it is to be sent all the same.
  fileprivate func askingAboutNews(
    _ reference: String, _ options: ChangeOptions, _ answer: (ChangeOptions) throws -> Changed
  ) throws -> Changed {
    var options = options
    while true {
      do { return try answer(options) } catch Refusal.newMessages(let id, let news) {
        let ticket = try desk().ticket(reference)
        output.note("\(counted(news.count, "new message")) since you opened ticket \(id):")
        for message in ticket.messages where news.contains(message.id) {
          output.note(line(message))
        }
        try prompt.confirm("Send your answer all the same?", isGiven: false, self)
        options.seen?.formUnion(news)
      }
    }
  }

  private func line(_ message: Message) -> String {
    let author = message.authorName ?? message.author?.description ?? "unknown"
    let first = message.body.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let kind = message.isInternal ? " (internal note)" : ""
    return Visible.line("  \(author)\(kind): \(cut(first, to: 100))")
  }
}
