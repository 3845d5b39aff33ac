import CommandKit
import SupportDesk

private let newName = Argument.one("NEW", "The name of the other, such as refund.fr")

/// Makes another template of one.
extension Command where Context == Session {
  static var templateDuplicate: Command {
    Command(
      "duplicate", "Make another template of one", needs: .desk,
      arguments: [TemplateParameter.name, newName],
      options: [Shared.dryRun], examples: ["support template duplicate refund refund.fr"]
    ) { call, session in
      let template = try session.settled(
        session.desk().duplicateTemplate(
          call[TemplateParameter.name], as: call[newName], isDryRun: call[Shared.dryRun]))
      try session.show(template, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
