import CommandKit
import SupportDesk
import SupportModel

/// Writes a template.
extension Command where Context == Session {
  static var templateAdd: Command {
    Command(
      "add", "Write a template", needs: .desk, arguments: [TemplateParameter.newName],
      options: [Shared.message, Shared.file] + TemplateParameter.all + [Shared.dryRun],
      details: """
        The text is Markdown. {{customer.name}} stands for a value, {{customer.name|there}} for \
        one with a fallback, {{> goodbye}} for another template, \\{{ for two braces. See \
        `support help templates`. Braces that make no sense are refused.
        """,
      examples: [
        "support template add refund -t 'Money back' -m 'Hello {{customer.name|there}}, {{amount}} is on its way.'",
        "support template add refund.fr -F remboursement.md -l fr -c billing",
      ]
    ) { call, session in
      var edit = TemplateEdit(call)
      let name = call[TemplateParameter.newName]
      let template = try session.withMessage(
        call, draft: "template-\(name)", hint: "The template, in Markdown."
      ) { body in
        edit.body = body
        return try session.settled(
          session.desk().addTemplate(name, edit, isDryRun: call[Shared.dryRun]))
      }
      try session.show(template, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
