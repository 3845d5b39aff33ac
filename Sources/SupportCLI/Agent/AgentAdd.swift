import CommandKit
import SupportDesk
import SupportModel

private let newHandle = Argument.one("HANDLE", "A short name for the new agent, such as ada")

/// Adds an agent.
extension Command where Context == Session {
  static var agentAdd: Command {
    Command(
      "add", "Add an agent", needs: .desk, arguments: [newHandle],
      options: AgentParameter.all + [Shared.dryRun],
      details: """
        Without --role they are an agent. An admin may also change the desk, a viewer only read.
        """,
      examples: ["support agent add ben --name 'Ben Okafor' --email ben@example.com --team tier-1"]
    ) { call, session in
      let agent = try session.settled(
        session.desk().addAgent(call[newHandle], AgentEdit(call), isDryRun: call[Shared.dryRun]))
      try session.show(agent, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
