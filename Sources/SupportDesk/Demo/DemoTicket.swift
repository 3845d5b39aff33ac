/// One ticket of the sample desk: how it began, and what people did with it since.
package struct DemoTicket: Hashable, Sendable {
  package var subject: String
  package var customerName: String
  package var customerEmail: String
  package var phone: String?
  /// How long ago the ticket was opened, in seconds before now.
  package var age: Int
  package var channel: String
  package var category: String
  package var priority: String
  package var tags: [String]
  package var order: String?
  /// The first is the customer's message at offset 0; offsets increase and stay below `age`.
  package var steps: [DemoStep]
}

/// Something that one person does at one moment.
package struct DemoStep: Hashable, Sendable {
  /// Seconds since the ticket was opened.
  package var offset: Int
  package var actor: DemoActor
  package var action: DemoAction
}

/// Who takes a step.
package enum DemoActor: Hashable, Sendable {
  /// A customer, by e-mail address.
  case customer(String)
  /// An agent, by handle.
  case agent(String)
}

/// What a step does. Names of agents, teams and settings are checked by the desk that plays it.
package enum DemoAction: Hashable, Sendable {
  /// A public message, inbound or outbound as its author is a customer or an agent.
  case message(String)
  case note(String)
  case assign(agent: String)
  case assignTeam(String)
  case setStatus(String)
  case setPriority(String)
  case setCategory(String)
  case tag(add: [String], remove: [String])
  case resolve(message: String?)
  case close
  case reopen(message: String?)
  case read
  case watch
  /// The customer's satisfaction, 1 to 5.
  case rate(Int, comment: String?)
}
