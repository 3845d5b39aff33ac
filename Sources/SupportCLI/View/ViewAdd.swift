import CommandKit
import SupportDesk

private let newName = Argument.one("NAME", "A short name for the new view, such as urgent")

/// Saves a filter under a name.
extension Command where Context == Session {
  static var viewAdd: Command {
    Command(
      "add", "Save a filter under a name", needs: .desk, arguments: [newName, Shared.filter],
      options: [ViewParameter.columns, ViewParameter.sort, Shared.dryRun],
      details: """
        The filter is kept as it is written: `me` is whoever looks, and `today` the day they do. \
        Everybody at the desk has the same views. See `support help filters`.
        """,
      examples: [
        "support view add urgent 'priority:>=urgent' --sort due",
        "support view add mine assignee:me --columns id,subject,tags,field.serial",
      ]
    ) { call, session in
      let view = try session.settled(
        session.desk().addView(call[newName], ViewEdit(call), isDryRun: call[Shared.dryRun]))
      try session.show(view, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
