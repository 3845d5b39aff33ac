import CommandKit
import SupportDesk

private let newPath = Argument.one(
  "NEW", "Its new names from the top down, also below another category")

/// Gives a category another path.
extension Command where Context == Session {
  static var categoryMove: Command {
    Command(
      "move", "Give a category another path", needs: .desk,
      arguments: [CategoryParameter.path, newPath], options: [Shared.dryRun],
      details: """
        Those below it, all their tickets, and what agents' files, templates and support.json say of \
        them go along. Filters in views, policies and rules stay as they are written, and are named.
        """,
      examples: [
        "support category move billing money", "support category move fax contact/fax --dry-run",
      ]
    ) { call, session in
      let (options, progress) = session.options(call)
      let written = try session.desk().moveCategory(
        call[CategoryParameter.path], to: call[newPath], options)
      progress.finish()
      let category = session.settled(written, options)
      let moved = options.isDryRun ? "would be moved" : "moved"
      try session.output.show(CategoryRow.json(category), fields: CategoryRow.fields) {
        "\(call[CategoryParameter.path]) \(moved) to \(category.category.path)\n"
      }
    }
  }
}
