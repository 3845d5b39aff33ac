import CommandKit
import SupportDesk

/// Shows what a view asks for.
extension Command where Context == Session {
  static var viewShow: Command {
    Command(
      "show", "Show what a view asks for", needs: .desk, arguments: [ViewParameter.name],
      examples: ["support view show urgent"]
    ) { call, session in
      let view = try session.desk().savedView(call[ViewParameter.name])
      try session.output.showMembers(ViewRow.json(view), fields: ViewRow.fields)
    }
  }
}
