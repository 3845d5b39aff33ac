import CommandKit
import SupportDesk
import SupportModel

/// Changes an agent.
extension Command where Context == Session {
  static var agentEdit: Command {
    Command(
      "edit", "Change an agent", needs: .desk, arguments: [AgentParameter.handle],
      options: AgentParameter.all + [Shared.dryRun],
      examples: [
        "support agent edit ben --role admin",
        "support agent edit ben --team -tier-1 --status away",
      ]
    ) { call, session in
      let edit = AgentEdit(call)
      try session.require(edit != AgentEdit(), of: AgentParameter.all)
      let desk = try session.desk()
      let before = try desk.agent(call[AgentParameter.handle])
      let agent = try session.settled(
        desk.editAgent(call[AgentParameter.handle], edit, isDryRun: call[Shared.dryRun]))
      let changed = call[Shared.dryRun] ? "would be changed" : "changed"
      try session.show(agent, said: agent == before ? "unchanged" : changed)
    }
  }
}
