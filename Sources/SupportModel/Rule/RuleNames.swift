/// What the names in rules mean: asked only for names in rules that fire.
package struct RuleNames: Sendable {
  let agent: @Sendable (_ handle: String) throws -> Agent?
  let hasTeam: @Sendable (_ name: String) throws -> Bool
  let render: Rendering

  /// Makes templates into a text for a ticket, and says which they were in the language that was found.
  package typealias Rendering =
    @Sendable (_ templates: [String], _ ticket: Ticket, _ customers: CustomerRecords) throws
    -> Result<(text: String, names: [String]), RuleFault>

  package init(
    agent: @escaping @Sendable (_ handle: String) throws -> Agent?,
    hasTeam: @escaping @Sendable (_ name: String) throws -> Bool, render: @escaping Rendering
  ) {
    (self.agent, self.hasTeam, self.render) = (agent, hasTeam, render)
  }

  package init(_ staff: Staff) {
    self.init(
      agent: { staff[$0] }, hasTeam: { staff.teams.contains($0) },
      render: { names, _, _ in .failure(.unknown(kind: "template", name: names.first ?? "")) })
  }
}
