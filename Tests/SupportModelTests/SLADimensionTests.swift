import Testing

@testable import SupportModel

struct SLADimensionTests {
  private func row(_ by: SLADimension, _ change: (inout SLACase) -> Void = { _ in }) -> String {
    var ticket = SLACase(id: storyID, createdAt: Instant(storyID.date), priority: "high")
    change(&ticket)
    return by.row(of: ticket)
  }

  @Test("A ticket counts in the row of its value, and in (none) where it has none")
  func names() {
    #expect(row(.priority) == "high")
    #expect(row(.agent) { $0.assignee = "ada" } == "ada")
    #expect(row(.team) { $0.team = "tier-2" } == "tier-2")
    #expect(row(.category) { $0.category = "billing/refund" } == "billing/refund")
    #expect(row(.channel) { $0.channel = "email" } == "email")
    #expect(row(.customer) { $0.customer = "bob@example.com" } == "bob@example.com")
    #expect(row(.priority) { $0.priority = "" } == "(none)")
    for by: SLADimension in [.agent, .team, .category, .channel, .customer, .policy] {
      #expect(row(by) == "(none)")
    }
  }

  @Test(
    "Months and ISO weeks are those of the creation in UTC",
    arguments: [
      ("2026-11-20T23:59:59.999Z", "2026-11", "2026-W47"),
      ("2026-11-22T23:59:59.999Z", "2026-11", "2026-W47"),
      ("2026-11-23T00:00:00.000Z", "2026-11", "2026-W48"),
      // The days about a new year are where ISO weeks go wrong.
      ("2020-12-31T12:00:00Z", "2020-12", "2020-W53"),
      ("2021-01-03T12:00:00Z", "2021-01", "2020-W53"),
      ("2021-01-04T12:00:00Z", "2021-01", "2021-W01"),
      ("2018-12-31T12:00:00Z", "2018-12", "2019-W01"),
      ("2022-01-01T12:00:00Z", "2022-01", "2021-W52"),
      ("2024-12-30T12:00:00Z", "2024-12", "2025-W01"),
    ])
  func periods(created: String, month: String, week: String) throws {
    let at = try #require(Instant(created))
    #expect(row(.month) { $0.createdAt = at } == month)
    #expect(row(.week) { $0.createdAt = at } == week)
  }
}
