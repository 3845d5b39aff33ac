import CommandKit
import SupportDesk
import SupportModel

/// Shows an agent.
extension Command where Context == Session {
  static var agentShow: Command {
    Command(
      "show", "Show an agent", needs: .desk, arguments: [AgentParameter.handle],
      examples: ["support agent show ada"]
    ) { call, session in
      let agent = try session.desk().agent(call[AgentParameter.handle])
      try session.output.showMembers(AgentRow.json(agent), fields: AgentRow.fields)
    }
  }
}
