import CommandKit
import SupportDesk
import SupportModel

/// What erasing takes, under whichever of its names.
enum ErasureParameter {
  static let reason = Option.text("reason", value: "TEXT", "Why, for the log")
  static let all: [any Parameter] = [reason, Shared.yes, Shared.dryRun]
}

/// Erases a person.
extension Command where Context == Session {
  static var customerErase: Command {
    Command(
      "erase", "Erase a person: name, address, and all that their tickets say", needs: .desk,
      arguments: [CustomerParameter.email], options: ErasureParameter.all,
      details: """
        Any of their addresses will do, and all of them go. What everybody wrote in their tickets \
        goes, with attachments, names and custom fields. \
        Times, statuses, priorities, tags and ratings stay, under a pseudonym, so that reports \
        still count. It cannot be undone. Every clone masks the person as soon as it learns of it, \
        and scrubs its own lines of the log; what git and backups still hold is another matter: \
        see `support help erasure`.
        """,
      examples: [
        "support customer erase bob@example.com --dry-run",
        "support customer erase bob@example.com --yes --reason 'asked on 2026-11-20'",
      ]
    ) { call, session in
      let desk = try session.desk()
      let email = call[CustomerParameter.email]
      let plan = try desk.erase(email, isDryRun: true)
      if call[Shared.dryRun] || plan.wasErased { return try report(plan, email, session) }
      if !call[Shared.yes], session.prompt.isPossible, session.output.isText {
        try report(plan, email, session)
      }
      try session.prompt.confirm(
        "Erase \(email) for good?", isGiven: call[Shared.yes], session)
      try report(desk.erase(email, reason: call[ErasureParameter.reason]), email, session)
    }
  }

  private static func report(
    _ erased: ErasedPerson, _ email: String, _ session: Session
  ) throws {
    let what = [
      counted(erased.tickets.count, "ticket"), counted(erased.messages, "message"),
      counted(erased.attachments, "attachment"),
    ].joined(separator: ", ")
    let line =
      erased.wasErased
      ? "\(email) is erased already"
      : "\(email) \(erased.isDryRun ? "would be " : "")erased: \(what)"
    try session.tell(summary(erased), [line])
    session.warn(erased.warning)
    session.tellTraces(erased.traces)
  }

  private static func summary(_ erased: ErasedPerson) -> JSONObject {
    var json = JSONObject([
      ("pseudonym", .string(erased.pseudonym)),
      ("addresses", .array(erased.addresses.map(JSON.string))),
      ("tickets", .array(erased.tickets.map { .string($0.description) })),
      ("messages", .integer(Int64(erased.messages))),
      ("attachments", .integer(Int64(erased.attachments))),
      ("was_erased", .bool(erased.wasErased)),
    ])
    for member in erased.traces.json.members { json[member.key] = member.value }
    return json
  }
}

extension Session {
  /// Says who else holds what was erased.
  func tellTraces(_ traces: ErasedPerson.Traces) {
    guard output.isText else { return }
    for (replica, lines) in traces.replicas.sorted(by: { $0.key < $1.key }) {
      output.note(
        "replica \(replica) still holds \(counted(lines, "line")), until it learns of this")
    }
    if traces.isInGit { output.note("git still holds older states: support help erasure") }
  }
}

extension ErasedPerson.Traces {
  var json: JSONObject {
    JSONObject([
      ("replicas", .array(replicas.keys.sorted().map(JSON.string))), ("git", .bool(isInGit)),
    ])
  }
}
