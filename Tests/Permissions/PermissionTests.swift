import Foundation
import TestPrograms
import Testing

/// Who may do what: each command of the table in `docs/permissions.md`, by each kind of person, about
/// tickets that are theirs to see and others. `ACCEPT=1` puts what came out where the page has
/// question marks, and nowhere else.
struct PermissionTests {
  private static let isAccepting =
    !["", "0"].contains(ProcessInfo.processInfo.environment["ACCEPT"] ?? "")

  /// Commands without a row, and why.
  private static let withoutRow = [
    "__complete": "it is asked below", "git hook": "git calls it",
    "git merge-driver": "git calls it",
    "demo": "it makes a desk of its own",
  ]

  @Test("Every command has a row in docs/permissions.md")
  func complete() throws {
    let sandbox = try Sandbox()
    let listed = try sandbox.run("support commands | cut -f 1").text
    let commands = Set(listed.split(separator: "\n").map(String.init))
    let rows = try PermissionTable().rows
    let missing = commands.subtracting(Self.withoutRow.keys).filter { command in
      !rows.contains { $0.command == command || $0.command.hasPrefix(command + " ") }
    }
    #expect(missing.sorted() == [], "add a line with ? for each verdict, and run with ACCEPT=1")
  }

  @Test("Everybody may do what the table says, and is told nothing of the rest")
  func table() throws {
    var table = try PermissionTable()
    let isComplete = !table.rows.contains { $0.verdicts.contains(nil) }
    #expect(isComplete || Self.isAccepting, "docs/permissions.md has question marks")
    let scene = try PermissionScene()
    var unseen = Set(PermissionScene.roles.flatMap(\.forbidden))
    for role in PermissionScene.roles {
      for category in [0, 1] {
        let column = category == 0 ? role.columns.billing : role.columns.hardware
        // What is about no ticket is run once, and is the same for both.
        let places = table.rows.indices.filter { place in
          let isOtherColumn = role.columns.billing != role.columns.hardware
          return category == 0 || isOtherColumn || table.rows[place].isAboutTicket
        }
        let commands = places.map { scene.command(table.rows[$0], scene.ids[category]) }
        let texts = try scene.run(commands, as: role.actor)
        let records = try scene.run(commands.map { $0 + " --json" }, as: role.actor)
        for (number, place) in places.enumerated() {
          try judge(texts[number], &table.rows[place], column, role, category)
          for printed in [texts[number].printed, records[number].printed] {
            if role.forbidden.isEmpty { unseen = unseen.filter { !printed.contains($0) } }
            try requireSilence(printed, table.rows[place].command, role)
          }
        }
        try requireSecrecy(places.map { table.rows[$0] }, column, texts, scene, role, category)
      }
    }
    #expect(unseen == [], "nobody at all is told of these: they prove nothing")
    if Self.isAccepting { try PermissionTable.fillIn(table.rows) }
  }

  private func judge(
    _ outcome: PermissionScene.Outcome, _ row: inout PermissionRow, _ column: Int, _ role: Role,
    _ category: Int
  ) throws {
    guard let verdict = row.verdicts[column] else {
      row.verdicts[column] = Verdict(status: outcome.status)
      if row.verdicts[column] == nil {
        Issue.record("\(role): \(row): status \(outcome.status ?? -1): \(outcome.printed)")
      }
      return
    }
    #expect(
      outcome.status == verdict.status,
      "docs/permissions.md:\(row.line): \(role), \(row), column \(column): \(outcome.printed)")
  }

  private func requireSilence(_ printed: String, _ command: String, _ role: Role) throws {
    for word in role.forbidden where printed.contains(word) {
      Issue.record("\(role) is told of \(word) by \(command): \(printed.prefix(2000))")
    }
  }

  /// A ticket that is hidden from somebody is told of in the words for one that never was.
  private func requireSecrecy(
    _ rows: [PermissionRow], _ column: Int, _ outcomes: [PermissionScene.Outcome],
    _ scene: PermissionScene, _ role: Role, _ category: Int
  ) throws {
    let hidden = rows.indices.filter {
      rows[$0].isAboutTicket && rows[$0].verdicts[column] == .hidden
    }
    guard !hidden.isEmpty else { return }
    let nothing = [
      "TICKET": "261120-zzzzzz", "OTHER": "261120-zzzzzy", "DONE": "261120-zzzzzx",
      "MERGED": "261120-zzzzzw",
    ]
    let commands = hidden.map { scene.command(rows[$0], nothing) }
    for (place, absent) in zip(hidden, try scene.run(commands, as: role.actor)) {
      let expected = nothing.reduce(absent.printed) {
        $0.replacingOccurrences(of: $1.value, with: scene.ids[category][$1.key] ?? "")
      }
      #expect(outcomes[place].printed == expected, "\(role): \(rows[place])")
    }
  }

  /// Ways to learn of something without asking for it.
  private static let probes = [
    "ticket show 2", "ticket show 26", "ticket close 2 --dry-run", "ticket link 2 26 --dry-run",
    "ticket list --all", "ticket list --all --count-by category",
    "ticket list --all --count-by status",
    "ticket list --all --count-by tag", "ticket list --all --count-by team",
    "ticket list --all --count-by watcher", "ticket list --all --count-by customer",
    "ticket list --all --columns id,tags,team,watchers,field.canary,links,subject",
    "ticket list --all --json", "ticket search canary", "ticket search 'billing or hardware'",
    "ticket search 'canry'", "ticket search bdoy", "kb search draft", "kb search drat",
    "kb show draff", "view show canary-veiw", "rule show canary-rul", "agent show roof",
    "agent show rot", "team show canary", "customer show bo@example.com", "log --limit 1000",
    "log --conflicts", "log --since 2020-01-01", "log --json", "export", "kb list --json",
    "attachment list 2", "ticket list team:canary", "ticket list tag:canary",
    "ticket list assignee:roof", "ticket list 'customer.tier:x'", "ticket list category:bill",
    "ticket new -s s -m m -c bill --dry-run", "--as roof ticket list",
  ]

  private static let completed = [
    "ticket show ", "ticket assign 2 ", "ticket list ", "ticket list tag:", "ticket list team:",
    "ticket list customer:", "ticket list category:", "ticket list assignee:",
    "ticket list watcher:",
    "ticket new --category ", "ticket new --team ", "ticket new --tag ", "ticket new --customer ",
    "ticket edit --tag ", "kb show ", "view show ", "view ", "rule show ", "agent show ",
    "team show ", "tag show ", "customer show ", "template show ", "category show ", "config ",
    "sla clock --calendar ", "--as ",
  ]

  @Test("Nobody learns of what is hidden by another way", arguments: PermissionScene.roles)
  func probes(_ role: Role) throws {
    guard !role.forbidden.isEmpty else { return }
    let scene = try PermissionScene()
    let completions = Self.completed.map { "__complete bash -- 'support \($0)'" }
    let commands = Self.probes + completions
    for (command, outcome) in zip(commands, try scene.run(commands, as: role.actor)) {
      // What somebody typed comes back to them in errors.
      let printed = outcome.printed.replacingOccurrences(of: "canary-veiw", with: "")
        .replacingOccurrences(of: "canary-rul\"", with: "")
      try requireSilence(printed, command, role)
    }
  }

  @Test("Customers find nothing by what is written in notes")
  func searching() throws {
    let scene = try PermissionScene()
    let commands = [
      "ticket list --all 'canary-note'", "ticket list --all --count 'canary-note'",
      "ticket search --all 'canary-note'", "ticket list --all has:note --count",
      "ticket list --all 'attachment:canary-hidden' --count",
    ]
    for actor in ["customer:bob@example.com", "customer:mia@example.com"] {
      for (command, outcome) in zip(commands, try scene.run(commands, as: actor)) {
        let ids = scene.ids.flatMap(\.values)
        #expect(!ids.contains(where: outcome.printed.contains), "\(actor): \(command)")
        if outcome.status == 0, command.contains("--count") {
          #expect(outcome.printed == "0\n", "\(actor): \(command)")
        }
      }
    }
  }
}
