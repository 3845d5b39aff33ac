import CommandKit
import SupportDesk

private let heir = Option.text(
  "replace-by", value: "PATH", "Give its tickets, agents and templates another category",
  completes: .live("category"))

/// Removes a category.
extension Command where Context == Session {
  static var categoryRemove: Command {
    Command(
      "remove", "Remove a category", needs: .desk, arguments: [CategoryParameter.path],
      options: [heir, Shared.yes, Shared.dryRun],
      details: """
        One with open tickets, with agents who look after it or with templates for it goes only \
        when it is said which category they get. To keep it for old tickets and have no new ones, \
        use `support category edit PATH --inactive`.
        """,
      examples: ["support category remove fax --replace-by contact --yes"]
    ) { call, session in
      let (desk, path) = (try session.desk(), call[CategoryParameter.path])
      _ = try desk.removeCategory(path, replacedBy: call[heir], ChangeOptions(isDryRun: true))
      let (options, progress) = session.options(call)
      if !options.isDryRun {
        try session.prompt.confirm(
          "Remove the category \(path)?", isGiven: call[Shared.yes], session)
      }
      let written = try desk.removeCategory(path, replacedBy: call[heir], options)
      progress.finish()
      try session.show(
        session.settled(written, options),
        said: options.isDryRun ? "would be removed" : "removed")
    }
  }
}
