import CommandKit
import SupportDesk

/// Lists the views.
extension Command where Context == Session {
  static var viewList: Command {
    Command(
      "list", "List the views", needs: .desk, examples: ["support view list"]
    ) { _, session in
      let views = try session.desk().allSavedViews()
      try session.output.list(views.values, ViewRow.listing)
      session.report(broken: views.broken)
    }
  }
}
