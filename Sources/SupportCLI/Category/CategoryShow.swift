import CommandKit
import SupportDesk

/// Shows a category.
extension Command where Context == Session {
  static var categoryShow: Command {
    Command(
      "show", "Show a category", needs: .desk, arguments: [CategoryParameter.path],
      examples: ["support category show account/password"]
    ) { call, session in
      let category = try session.desk().category(call[CategoryParameter.path])
      try session.output.showMembers(CategoryRow.json(category), fields: CategoryRow.fields)
    }
  }
}
