import CommandKit
import SupportDesk
import SupportModel

private let key = Argument.optional("KEY", "The setting", completes: .live("config"))
private let value = Argument.optional("VALUE", "Its new value")
private let unset = Option.flag("unset", "Remove the setting")

/// Reads and sets what is this copy's own business.
extension Command where Context == Session {
  static var config: Command {
    Command(
      "config", "Show or set this copy's own settings", needs: .nothing,
      arguments: [key, value], options: [unset, Shared.dryRun],
      details: """
        They lie in .support/config.json and are never versioned: who works here (actor), the \
        editor, the pager, color, auto_commit (true has every change committed to git), and \
        aliases (alias.NAME).
        """,
      examples: [
        "support config", "support config actor agent:ada",
        "support config alias.mine 'ticket list assignee:me'", "support config pager --unset",
      ]
    ) { call, session in
      let desk = try session.deskOfThisCopy()
      guard let key = call[key] else {
        let listing = Listing<(key: String, value: String)>(
          columns: [Column("KEY") { $0.key }, Column("VALUE") { $0.value }],
          fields: ["key", "value"],
          json: { JSONObject([("key", .string($0.key)), ("value", .string($0.value))]) })
        return try session.output.list(try desk.localSettings(), listing)
      }
      if call[unset] {
        try desk.setLocal(key, nil, isDryRun: call[Shared.dryRun])
      } else if let value = call[value] {
        try desk.setLocal(key, value, isDryRun: call[Shared.dryRun])
      } else if try desk.localSetting(key) == nil {
        let known = Desk.isLocalSetting(key) ? [] : Desk.localSettingNames
        throw DeskError.notFound(kind: "setting", name: key, known: known)
      }
      let now = call[Shared.dryRun] && !call[unset] ? call[value] : try desk.localSetting(key)
      let record = JSONObject([("key", .string(key)), ("value", now.map(JSON.string) ?? .null)])
      try session.output.show(record) { now.map { session.output.visible($0) + "\n" } ?? "" }
    }
  }
}
