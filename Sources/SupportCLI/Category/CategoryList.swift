import CommandKit
import SupportDesk

/// Lists the categories.
extension Command where Context == Session {
  static var categoryList: Command {
    Command(
      "list", "List the categories", needs: .desk,
      details: "As in a menu: each before those below it, its like by their order.",
      examples: ["support category list"]
    ) { _, session in
      let categories = try session.desk().allCategories()
      try session.output.list(categories.values, CategoryRow.listing)
      session.report(broken: categories.broken)
    }
  }
}
