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
      try session.output.show(AgentRow.json(agent), fields: AgentRow.fields) {
        AgentRow.json(agent).members.map { member in
          let value = member.value.string ?? member.value.strings.joined(separator: ", ")
          return "\(member.key)\t\(session.output.visible(value))\n"
        }.joined()
      }
    }
  }
}
