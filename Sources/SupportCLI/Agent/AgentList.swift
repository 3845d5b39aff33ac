import CommandKit
import SupportDesk
import SupportModel

/// Lists the agents.
extension Command where Context == Session {
  static var agentList: Command {
    Command(
      "list", "List the agents", needs: .desk, examples: ["support agent list"]
    ) { _, session in
      try session.output.list(try session.desk().allAgents(), AgentRow.listing)
    }
  }
}
