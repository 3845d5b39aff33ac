import CommandKit
import SupportModel

/// Shows the tree of the categories.
extension Command where Context == Session {
  static var kbCategories: Command {
    Command(
      "categories", "Show the tree of categories, with how many articles are in each",
      needs: .desk, options: KBChoice.options,
      details: """
        An article's category is a path such as account/sign-in, and its upper categories hold it \
        too. In a pipe each line is path, articles of the category itself, and articles with those \
        of all categories below it. Articles without a category are in none.
        """,
      examples: ["support kb categories", "support kb categories --status published -l de"]
    ) { call, session in
      let articles = try session.desk().articles(KBChoice.choice(call))
      try session.output.list(ArticleCategory.tree(of: articles.values), listing)
      session.report(broken: articles.broken)
    }
  }

  private static var listing: Listing<ArticleCategory> {
    Listing(
      columns: [
        Column("CATEGORY", isElastic: true, plain: \.path) { category in
          Cell(String(repeating: "  ", count: category.depth) + category.name)
        },
        Column("OWN", isNumber: true) { String($0.own) },
        Column("ALL", isNumber: true) { String($0.total) },
      ],
      fields: ["category", "name", "level", "articles", "total"], json: \.json)
  }
}
