/// What the names in rules mean: asked only for names in rules that fire.
package struct RuleNames {
  let agent: (_ handle: String) throws -> Agent?
  let team: (_ code: String) throws -> Team?
  /// Who gets a ticket that is given away by itself; nil where nobody chooses.
  let choice: (_ ticket: Ticket) throws -> AssignmentChoice?
  /// Hears of each change of a ticket in its turn: whom one is given to has one more when the next
  /// one is given away.
  package let changed: (_ before: Ticket?, _ after: Ticket) -> Void
  let render: Rendering

  /// Makes templates into a text for a ticket, and says which they were in the language that was found.
  package typealias Rendering =
    @Sendable (_ templates: [String], _ ticket: Ticket, _ customers: CustomerRecords) throws
    -> Result<(text: String, names: [String]), RuleFault>

  package init(
    agent: @escaping (_ handle: String) throws -> Agent?,
    team: @escaping (_ code: String) throws -> Team?,
    choice: @escaping (_ ticket: Ticket) throws -> AssignmentChoice?,
    changed: @escaping (_ before: Ticket?, _ after: Ticket) -> Void, render: @escaping Rendering
  ) {
    (self.agent, self.team) = (agent, team)
    (self.choice, self.changed, self.render) = (choice, changed, render)
  }

  package init(
    _ staff: Staff,
    choice: @escaping (_ ticket: Ticket) throws -> AssignmentChoice? = { _ in nil }
  ) {
    self.init(
      agent: { staff[$0] }, team: { staff.team($0) }, choice: choice,
      changed: { _, _ in },
      render: { names, _, _ in .failure(.unknown(kind: "template", name: names.first ?? "")) })
  }
}
