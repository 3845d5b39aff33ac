import CommandKit
import SupportDesk

private let category = Option.text(
  "category", short: "c", value: "CATEGORY", "Those for tickets of this category",
  completes: .live("category"))

/// Lists the templates.
extension Command where Context == Session {
  static var templateList: Command {
    Command(
      "list", "List the templates, the most used first", needs: .desk, options: [category],
      details: """
        How often each was used is counted from the log. This copy remembers up to where it has \
        counted, so that only what is new is read.
        """,
      examples: ["support template list", "support template list -c billing --json=name,uses"]
    ) { call, session in
      let found = try session.desk().allTemplates(for: call[category])
      try session.output.list(found.views, TemplateRow.listing)
      session.report(broken: found.broken)
    }
  }
}
