import CommandKit
import SupportDesk
import SupportModel

/// Lists the tickets of a view.
extension Command where Context == Session {
  static var viewRun: Command {
    Command(
      "run", "List the tickets of a view", needs: .desk,
      arguments: [ViewParameter.name, Shared.filter],
      options: [ListParameter.all] + ListParameter.page, rules: TicketCount.rules,
      details: """
        Shows open tickets, unless the view's filter speaks of the status. Further filter words \
        narrow it; --sort and --columns take the place of the view's own. `me` is whoever looks, \
        and `today` the day they do.
        """,
      examples: [
        "support view urgent", "support view urgent tag:vip -n 10",
        "support view run urgent --count",
      ]
    ) { call, session in
      let desk = try session.desk()
      let (view, context) = (try desk.savedView(call[ViewParameter.name]), desk.filterContext)
      let columns =
        try call[ListParameter.columns].map(ListParameter.columns)
        ?? view.columns?.compactMap(TicketColumn.init)
      let filter = try Filter.and([
        Filter.parse(view.filter, context), Filter.parse(words: call[Shared.filter], context),
      ]).defaultingToOpen(call, context)
        .sorted(by: call[ListParameter.sort] ?? view.sort, call, context)
      try session.writePage(filter, columns: columns, call)
    }
  }
}
