import CommandKit
import SupportDesk

/// Changes a category.
extension Command where Context == Session {
  static var categoryEdit: Command {
    Command(
      "edit", "Change a category", needs: .desk, arguments: [CategoryParameter.path],
      options: CategoryParameter.all + [Shared.dryRun], rules: [CategoryParameter.rule],
      details: "Tickets that there are keep what they have; `category move` gives another path.",
      examples: [
        "support category edit account --team tier-2 --auto-assign yes",
        "support category edit account/fax --inactive",
      ]
    ) { call, session in
      let edit = CategoryEdit(call)
      try session.require(edit != CategoryEdit(), of: CategoryParameter.all)
      let desk = try session.desk()
      let before = try desk.category(call[CategoryParameter.path])
      let category = try session.settled(
        desk.editCategory(before.category.path, edit, isDryRun: call[Shared.dryRun]))
      let changed = call[Shared.dryRun] ? "would be changed" : "changed"
      try session.show(category, said: category == before ? "unchanged" : changed)
    }
  }
}
