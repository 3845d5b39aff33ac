import CommandKit
import SupportDesk
import SupportModel

private let words = Argument.many(
  "STATUS", "active or away, behind the handle of whoever it is about unless that is you",
  completes: .live("presence"))
private let until = Option.text("until", value: "TIME", "When whoever is away is back")

/// Says whether an agent is there.
extension Command where Context == Session {
  static var agentStatus: Command {
    Command(
      "status", "Say whether somebody is there", needs: .desk, arguments: [words],
      options: [until, Shared.dryRun],
      details: """
        Whoever is away gets no tickets by themselves. With --until they count as active again \
        from then on: a day such as 2026-12-27, a time, or a duration such as 4h or 3d. Everybody \
        says it of themselves, an admin of anybody.
        """,
      examples: [
        "support agent status away", "support agent status away --until 2026-12-27",
        "support agent status ben active",
      ]
    ) { call, session in
      let (handle, word) = try split(call[words], session)
      var edit = AgentEdit()
      guard let status = Agent.Presence(rawValue: word) else {
        throw Refusal.unknown(
          kind: "status of an agent", word: word, known: Agent.Presence.allCases.map(\.rawValue))
      }
      edit.status = status
      edit.awayUntil = try call[until].map { try session.timeToCome($0) }
      let desk = try session.desk()
      let before = try desk.agent(handle ?? desk.ownHandle())
      let agent = try session.settled(
        desk.editAgent(before.handle, edit, isDryRun: call[Shared.dryRun]))
      let end = agent.awayUntil.map { " until \($0)" } ?? ""
      let would = call[Shared.dryRun] ? "would be " : "is "
      try session.show(
        agent,
        said: agent == before ? "unchanged" : would + agent.status.rawValue + end)
    }
  }

  private static func split(
    _ words: [String], _ session: Session
  ) throws -> (handle: String?, status: String) {
    guard words.count <= 2 else {
      throw UsageError.unexpectedArgument(words[2], path: session.output.commandPath)
    }
    return (words.count == 2 ? words[0] : nil, words[words.count - 1])
  }
}

extension Session {
  /// A time to come, as typed: a day, a time, or how long from now.
  fileprivate func timeToCome(_ text: String) throws -> Instant {
    if let span = TimeSpan(text) { return now + span }
    guard let time = Instant(text) else {
      throw Refusal.invalid(
        field: "time", value: text, expected: "2026-12-27, 2026-12-27T08:00Z or 3d")
    }
    return time
  }
}
