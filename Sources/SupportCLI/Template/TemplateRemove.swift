import CommandKit
import SupportDesk
import SupportModel

/// Removes a template.
extension Command where Context == Session {
  static var templateRemove: Command {
    Command(
      "remove", "Remove a template", needs: .desk, arguments: [TemplateParameter.name],
      options: [Shared.yes, Shared.dryRun],
      details: """
        What was written with it stays. One that others include is not removed; `support template \
        edit --active false` keeps one from being used.
        """,
      examples: ["support template remove refund --yes"]
    ) { call, session in
      let (desk, name) = (try session.desk(), call[TemplateParameter.name])
      _ = try desk.removeTemplate(name, isDryRun: true)
      if !call[Shared.dryRun] {
        try session.prompt.confirm(
          "Remove the template \(name)?", isGiven: call[Shared.yes], session)
      }
      let removed = try session.settled(desk.removeTemplate(name, isDryRun: call[Shared.dryRun]))
      let said = call[Shared.dryRun] ? "would be removed" : "removed"
      try session.tell(JSONObject([("name", .string(removed))]), ["\(removed) \(said)"])
    }
  }
}
