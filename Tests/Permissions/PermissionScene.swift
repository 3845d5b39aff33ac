import Foundation
import TestPrograms

/// Somebody at the desk, with the columns of the table that are about them, and what must never be
/// printed for them.
struct Role: Sendable, CustomStringConvertible {
  let actor: String
  /// For a ticket in `billing`, and for one in `hardware`.
  let columns: (billing: Int, hardware: Int)
  let forbidden: [String]

  var description: String { actor }
}

/// A desk with something of everything in it, each thing with a word that is found nowhere else.
final class PermissionScene {
  /// Words in the rows of the table that stand for a ticket of Bob's: an open one, another one,
  /// one that is resolved, and one that was merged into the other one.
  static let ticketWords = ["TICKET", "OTHER", "DONE", "MERGED"]

  /// What the desk keeps to itself.
  private static let desk = [
    "canary-agent", "canary-draft", "canary-internal", "canary-view", "canary-rule",
    "canary-policy",
    "canary-note", "canary-hidden", "canary-template", "canary-private", "canary-tier",
    "canary-custnote",
  ]
  private static let bobs = ["canary-billing", "canary-hardware", "canary-file"]

  /// Lea is held to the category `billing`. Bob's the tickets are; Cora is of his organisation, which
  /// shares its tickets; Mia has one of her own.
  static let roles = [
    Role(actor: "agent:root", columns: (0, 0), forbidden: []),
    Role(actor: "agent:ada", columns: (1, 1), forbidden: []),
    Role(
      actor: "agent:lea", columns: (2, 3),
      forbidden: ["canary-hardware", "canary-internal", "canary-mia"]),
    Role(actor: "agent:vic", columns: (4, 4), forbidden: []),
    Role(actor: "customer:bob@example.com", columns: (5, 5), forbidden: desk + ["canary-mia"]),
    Role(actor: "customer:cora@example.com", columns: (6, 6), forbidden: desk + ["canary-mia"]),
    Role(actor: "customer:mia@example.com", columns: (7, 7), forbidden: desk + bobs),
    Role(actor: "system", columns: (8, 8), forbidden: []),
    Role(actor: "ai", columns: (9, 9), forbidden: desk + bobs + ["canary-mia"]),
  ]

  let sandbox: Sandbox
  /// The ids that the words stand for, of `billing` and of `hardware`.
  private(set) var ids: [[String: String]] = []
  /// The commands that can say what they would do.
  private var rehearsed: Set<String> = []

  init() throws {
    sandbox = try Sandbox()
    let ended = try sandbox.run(script: Self.furniture, timeout: .seconds(120))
    guard ended.status == 0 else { throw Broken(printed: ended.text) }
    rehearsed = try commandsWithDryRun()
    ids = try ["billing", "hardware"].map { category in
      try Dictionary(
        uniqueKeysWithValues: Self.ticketWords.map { word in
          let file = "\(sandbox.folder)/\(category).\(word)"
          let id = try String(contentsOfFile: file, encoding: .utf8)
          return (word, id.trimmingCharacters(in: .whitespacesAndNewlines))
        })
    }
  }

  struct Broken: Error, CustomStringConvertible {
    let printed: String
    var description: String { "the desk cannot be furnished: \(printed)" }
  }

  private static let furniture = """
    set -e
    export SUPPORT_NOW=2026-11-20T10:00:00Z
    support init --as root > out
    cat > support.json <<.
    {"format": 1, "permissions": {"own_categories_only": true},
     "organisations": [{"name": "Acme", "members": ["bob@example.com", "cora@example.com"], "share_tickets": true}],
     "rules": [{"name": "canary-rule", "active": false, "on": ["ticket.created"], "then": [{"note": "x"}]}],
     "sla": {"policies": [{"name": "canary-policy", "targets": {"normal": {"first_response": "4h", "resolution": "9d"}}}]}}
    .
    support agent edit root --email canary-agent@desk.example > out
    support agent add ada --team canary-private > out
    support agent add lea --category billing > out
    support agent add vic --role viewer > out
    echo canary-file > canary-file.txt
    echo canary-hidden > canary-hidden.txt
    for category in billing hardware; do
      for word in TICKET OTHER DONE MERGED; do
        id=$(support ticket new -s "canary-$category $word" -m "canary-$category body" -c $category \\
          --customer 'Bob <bob@example.com>' --tag canary-private --field canary=canary-private \\
          --team canary-private --attach canary-file.txt)
        echo $id > $category.$word
        support ticket note $id -m "canary-note of canary-$category" --attach canary-hidden.txt > out
        support ticket watch $id > out
      done
      support ticket assign $(cat $category.TICKET) ada > out
      support ticket resolve $(cat $category.DONE) -m 'Done.' > out
      support ticket merge $(cat $category.MERGED) --into $(cat $category.OTHER) > out
    done
    support ticket new -s canary-internal -m canary-internal -c hardware > out
    support ticket new -s canary-mia -m canary-mia -c hardware --customer 'Mia <mia@example.com>' > out
    support customer edit bob@example.com --tier canary-tier --note canary-custnote > out
    support template add bye -t Bye -m 'Bye, canary-template.' > out
    support view add canary-view tag:canary-private > out
    support team add shade --description canary-private > out
    support category add billing > out
    support category add hardware --description 'Lamps and fans' > out
    support category add fax --inactive > out
    support tag add canary-private --description canary-private > out
    support field add canary --label canary-private > out
    support reference add parcel --label canary-private > out
    echo 'Turn the lamp.' | support kb new lamp -t Lamp -F - --publish > out
    echo canary-draft | support kb new draft -t canary-draft -F - > out
    echo '{"name": "r", "on": ["ticket.created"], "then": [{"tag": ["+r"]}]}' > rule.json
    echo '{"policies": []}' > policies.json
    echo '{"subject": "From elsewhere"}' > tickets.jsonl
    echo text > text.txt
    echo '{"id": "1", "text": "lamp"}' > queries.jsonl
    printf '1\\tlamp\\t1\\n' > qrels.tsv
    git init -q . && git remote add origin "$PWD/../remote.git" && git init -q --bare ../remote.git
    """

  /// What a command printed on both streams, and its exit status.
  struct Outcome {
    let printed: String
    let status: Int32?
  }

  /// Runs commands one after the other as somebody.
  func run(_ commands: [String], as actor: String) throws -> [Outcome] {
    let script = commands.enumerated().map { place, command in
      """
      ( support \(command) ) < /dev/null
      printf '\\036%s %s\\036' \(place) $?
      """
    }
    let head = "export SUPPORT_AS='\(actor)' SUPPORT_NOW=2026-11-20T12:00:00Z EDITOR=false\n"
    let ended = try sandbox.run(
      script: head + script.joined(separator: "\n"), timeout: .seconds(600))
    let parts = ended.text.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    return commands.indices.map { place in
      guard 2 * place + 1 < parts.count else { return Outcome(printed: "", status: nil) }
      let status = parts[2 * place + 1].split(separator: " ").last.flatMap { Int32($0) }
      return Outcome(printed: String(parts[2 * place]), status: status)
    }
  }

  /// A row's command with the ids of tickets in it; what would change something only says so.
  func command(_ row: PermissionRow, _ ids: [String: String]) -> String {
    let words = row.command.split(separator: " ")
    let names = [words.prefix(1), words.prefix(2)].map { $0.joined(separator: " ") }
    let text = ids.reduce(row.command) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    return names.contains(where: rehearsed.contains) ? text + " --dry-run" : text
  }

  private struct Table: Decodable {
    struct Command: Decodable {
      struct Option: Decodable { let name: String }
      let command: String
      let options: [Option]
    }
    let commands: [Command]
  }

  private func commandsWithDryRun() throws -> Set<String> {
    let printed = try sandbox.run("support commands --json").output
    let table = try JSONDecoder().decode(Table.self, from: Data(printed))
    let rehearsed = table.commands.filter { $0.options.contains { $0.name == "dry-run" } }
    return Set(rehearsed.map(\.command))
  }
}
