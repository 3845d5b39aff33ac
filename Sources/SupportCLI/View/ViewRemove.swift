import CommandKit
import SupportDesk
import SupportModel

/// Removes a view.
extension Command where Context == Session {
  static var viewRemove: Command {
    Command(
      "remove", "Remove a view", needs: .desk, arguments: [ViewParameter.name],
      options: [Shared.dryRun],
      details: "No ticket changes by it. `support view add` makes it again.",
      examples: ["support view remove urgent"]
    ) { call, session in
      let name = try session.settled(
        session.desk().removeView(call[ViewParameter.name], isDryRun: call[Shared.dryRun]))
      let said = call[Shared.dryRun] ? "would be removed" : "removed"
      try session.tell(JSONObject([("name", .string(name))]), ["\(name) \(said)"])
    }
  }
}
