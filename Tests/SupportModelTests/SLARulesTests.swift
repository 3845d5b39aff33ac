import Testing

@testable import SupportModel

/// Which policy applies to a ticket, and what it promises.
struct SLARulesTests {
  private func rules(_ conditions: [String?]) throws -> SLARules {
    var settings = DeskSettings()
    settings.sla = SLASettings(
      policies: conditions.enumerated().map { place, when in
        var policy = SLAPolicy(name: "\(place)", targets: [:])
        policy.when = when
        return policy
      })
    return SLARules(settings, at: try clockTime("12:00"))
  }

  @Test(
    "The first policy whose condition holds applies",
    arguments: [
      (["priority:high", "tag:vip", nil], "2"), (["priority:high", nil, nil], "1"),
      (["priority:normal", nil], "0"), (["customer.tier:gold", nil], "0"),
      (["customer.tier:silver"], "none"), ([], "none"), (["-customer.tier:silver"], "0"),
    ])
  func selection(conditions: [String?], name: String) throws {
    let policy = try rules(conditions).policy(for: SLAStory("10:00 normal").ticket) {
      $0 == "bob@example.com" ? JSONObject([("tier", "gold")]) : nil
    }
    #expect(policy?.name ?? "none" == name)
  }

  @Test("A customer is looked up only where a policy speaks of it")
  func customers() throws {
    func lookUps(_ conditions: [String?]) throws -> Int {
      nonisolated(unsafe) var count = 0
      _ = try rules(conditions).policy(for: SLAStory("10:00 normal").ticket) { _ in
        count += 1
        return nil
      }
      return count
    }
    #expect(try lookUps(["customer:bob tag:vip", "customer:@example.com"]) == 0)
    #expect(try lookUps(["tag:vip customer.tier:gold", nil]) == 0)
    #expect(try lookUps(["customer.tier:gold", nil]) == 1)
  }

  @Test(
    "They say whether they read the clock, and whether they read customers",
    arguments: [
      (nil, false, false), ("priority:high customer:bob", false, false),
      ("created:2026", false, false), ("created:2026-01..2026-11-20T10:00", false, false),
      ("created:>-7d", true, false), ("tag:vip or -(updated:..yesterday)", true, false),
      ("created:2026..now", true, false), ("field.day:>monday", true, false),
      ("field.day:monday", false, false), ("resolved:none", false, false),
      ("customer.tier:gold,silver", false, true), ("tag:a or -customer.tier:none", false, true),
      ("has:customer.tier", false, true), ("is:overdue", true, false), ("is:unread", false, false),
    ])
  func reading(when: String?, clock: Bool, customers: Bool) throws {
    let rules = try rules(["tag:other", when])
    #expect(rules.readsTime == clock)
    #expect(rules.readsCustomers == customers)
  }

  @Test(
    "The longest category wins, and what it does not name is as for every ticket",
    arguments: [
      (nil, "4h 2h 48h"), ("shop", "4h 2h 48h"), ("billing", "1h 2h 48h"),
      ("billing/cards", "1h 2h 48h"), ("Billing/Refunds", "4h 30m 8h"),
      ("billing/refunds/late", "4h 30m 8h"), ("billing/refundsx", "1h 2h 48h"),
      ("billings", "4h 2h 48h"), ("hardware", "4h 2h 48h"),
    ] as [(String?, String)])
  func categories(category: String?, expected: String) throws {
    var policy = SLAPolicy.test
    policy.categories = [
      "billing": ["normal": SLATargets(firstResponse: .hours(1))],
      "billing/refunds": [
        "normal": SLATargets(nextResponse: .minutes(30), resolution: .hours(8))
      ],
      "hardware": ["urgent": SLATargets(firstResponse: .minutes(5))],
    ]
    let ticket = FilterSamples.ticket([("category", category.map(JSON.string) ?? .null)])
    let targets = policy.targets(of: ticket)
    let times = SLAClock.Kind.allCases.map { targets[$0]?.exact ?? "-" }
    #expect(times.joined(separator: " ") == expected)
  }
}
