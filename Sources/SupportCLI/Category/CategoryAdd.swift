import CommandKit
import SupportDesk

private let newPath = Argument.one(
  "PATH", "Its names from the top down, such as account/password")

/// Adds a category.
extension Command where Context == Session {
  static var categoryAdd: Command {
    Command(
      "add", "Add a category", needs: .desk, arguments: [newPath],
      options: CategoryParameter.all + [Shared.dryRun], rules: [CategoryParameter.rule],
      details: """
        From the first category on, tickets can have no others. What a category does not say of \
        new tickets, those above it do. Two levels are easier to find one's way in than more.
        """,
      examples: [
        "support category add account --name Account --team tier-1",
        "support category add account/password --assignee ada --priority high --sla gold",
      ]
    ) { call, session in
      let category = try session.settled(
        session.desk().addCategory(
          call[newPath], CategoryEdit(call), isDryRun: call[Shared.dryRun]))
      try session.show(category, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
