import CommandKit
import SupportDesk

/// Writes an internal note.
extension Command where Context == Session {
  static var ticketNote: Command {
    Command(
      "note", "Write an internal note, which customers never see", needs: .desk,
      arguments: [Shared.ticket],
      options: [
        Shared.message, Shared.file, TemplateParameter.use, TemplateParameter.values,
        Shared.attach, Shared.spent, Shared.ifMatch, Shared.dryRun,
      ],
      examples: [
        "support ticket note k7q -m 'Same as the outage of last week.'",
        "support ticket note k7q -m 'Two hours in the cellar.' --spent 2h",
      ]
    ) { call, session in
      let id = call[Shared.ticket]
      let templates = try TemplateUse(call, session)
      let changed = try session.withMessage(
        call, draft: "note-\(id)", hint: "A note on ticket \(id) for your colleagues only.",
        isOptional: !templates.names.isEmpty
      ) { body in
        try session.desk().note(
          id, body, attaching: call[Shared.attach], spent: session.timeSpent(call),
          with: templates, ChangeOptions(call))
      }
      try session.report(changed) { _ in "noted" }
    }
  }
}
