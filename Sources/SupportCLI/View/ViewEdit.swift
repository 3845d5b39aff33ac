import CommandKit
import SupportDesk

/// Changes a view.
extension Command where Context == Session {
  static var viewEdit: Command {
    Command(
      "edit", "Change a view", needs: .desk, arguments: [ViewParameter.name, Shared.filter],
      options: [ViewParameter.columns, ViewParameter.sort, Shared.dryRun],
      details: "Filter words take the place of the whole filter.",
      examples: [
        "support view edit urgent 'priority:>=high' -tag:spam",
        "support view edit urgent --columns id,due,subject --sort due",
      ]
    ) { call, session in
      let edit = ViewEdit(call)
      guard edit != ViewEdit() else {
        throw UsageError.missingOption(
          ["FILTER", "--columns", "--sort"], path: session.output.commandPath)
      }
      let desk = try session.desk()
      let before = try desk.savedView(call[ViewParameter.name])
      let view = try session.settled(
        desk.editView(before.name, edit, isDryRun: call[Shared.dryRun]))
      let changed = call[Shared.dryRun] ? "would be changed" : "changed"
      try session.show(view, said: view == before ? "unchanged" : changed)
    }
  }
}
