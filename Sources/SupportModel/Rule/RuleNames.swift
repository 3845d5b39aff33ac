/// Whom the names in rules mean: asked only for names in rules that fire.
package struct RuleNames: Sendable {
  let agent: @Sendable (_ handle: String) throws -> Agent?
  let hasTeam: @Sendable (_ name: String) throws -> Bool

  package init(
    agent: @escaping @Sendable (_ handle: String) throws -> Agent?,
    hasTeam: @escaping @Sendable (_ name: String) throws -> Bool
  ) {
    (self.agent, self.hasTeam) = (agent, hasTeam)
  }

  package init(_ staff: Staff) {
    self.init(agent: { staff[$0] }, hasTeam: { staff.teams.contains($0) })
  }
}
