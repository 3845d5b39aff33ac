import CommandKit
import SupportDesk
import SupportModel

/// Removes an agent.
extension Command where Context == Session {
  static var agentRemove: Command {
    Command(
      "remove", "Remove an agent", needs: .desk, arguments: [AgentParameter.handle],
      options: [Shared.yes, Shared.dryRun],
      details: "Their name stays in the history and on the tickets they own.",
      examples: ["support agent remove ben --yes"]
    ) { call, session in
      let desk = try session.desk()
      _ = try desk.removeAgent(call[AgentParameter.handle], isDryRun: true)
      if !call[Shared.dryRun] {
        try session.prompt.confirm(
          "Remove the agent \(call[AgentParameter.handle])?", isGiven: call[Shared.yes], session)
      }
      let agent = try session.settled(
        desk.removeAgent(call[AgentParameter.handle], isDryRun: call[Shared.dryRun]))
      try session.show(agent, said: call[Shared.dryRun] ? "would be removed" : "removed")
    }
  }
}
