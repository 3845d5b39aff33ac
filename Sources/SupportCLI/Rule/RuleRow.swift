import SupportDesk
import SupportModel

/// How rules are written.
enum RuleRow {
  static let members = ["name", "active", "on", "by", "changed", "says", "when", "then", "stop"]

  /// Rules as they stand in the settings, for programs.
  static var entries: Listing<JSONObject> {
    Listing(columns: entryColumns, fields: members, json: { $0 })
  }

  /// Examples on a terminal and in a pipe.
  private static var entryColumns: [Column<JSONObject>] {
    [
      Column("NAME") { $0["name"]?.string ?? "" },
      Column("ON") { ($0["on"]?.strings ?? []).joined(separator: ",") },
      Column("IF", isElastic: true) { entry in
        ["by", "changed", "says", "when"].compactMap { key in
          guard let value = entry[key] else { return nil }
          return "\(key)=\(value.string ?? value.strings.joined(separator: ","))"
        }.joined(separator: "; ")
      },
      Column("THEN", isElastic: true) { entry in
        (entry["then"]?.array ?? []).map(\.compact).joined(separator: " ")
      },
    ]
  }

  static var standings: Listing<RuleStanding> {
    Listing(
      columns: [
        Column("PLACE", isNumber: true) { "\($0.place)" },
        Column("NAME") { $0.rule.name },
        Column("STATE") { $0.rule.isActive ? "on" : "off" },
        Column("ON") { $0.rule.on.joined(separator: ",") },
        Column("IF", isElastic: true) { RuleText.conditions($0.rule) },
        Column("THEN", isElastic: true) { RuleText.actions($0.rule) },
        Column("MISTAKES") { $0.mistakes.map(\.code.rawValue).joined(separator: ",") },
      ],
      fields: ["place"] + members + ["mistakes"],
      json: { standing in
        var json = JSONObject([("place", .integer(Int64(standing.place)))])
        for member in standing.entry.members { json[member.key] = member.value }
        json["active"] = .bool(standing.rule.isActive)
        json["mistakes"] = .array(standing.mistakes.map { .object($0.json) })
        return json
      })
  }
}
