import CommandKit
import SupportDesk
import SupportModel

/// Lists the agents.
extension Command where Context == Session {
  static var agentList: Command {
    Command(
      "list", "List the agents", needs: .desk, examples: ["support agent list"]
    ) { _, session in
      let agents = try session.desk().allAgents()
      try session.output.list(agents.values, AgentRow.listing)
      session.report(broken: agents.broken)
    }
  }
}
