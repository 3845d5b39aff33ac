import Testing

@testable import SupportModel

@Suite("Whether any ticket can match") struct FilterPossibleTests {
  @Test(
    "What contradicts itself is noticed",
    arguments: [
      "status:open status:new", "status:open -status:open", "status:open is:closed",
      "is:open is:closed", "is:active is:waiting", "-(is:open or is:closed)",
      "priority:>=high priority:<high", "priority:>critical", "priority:low,normal priority:high",
      "assignee:ada assignee:ben", "assignee:ada is:unassigned", "assignee:none has:assignee",
      "team:tier-1 -team:tier-1,tier-2", "channel:email channel:web,chat", "order:1 order:2",
      "category:a category:b", "category:a/b -category:a", "category:none category:a",
      "customer:bob@x.org customer:@y.org", "customer:bob@x.org customer:eve",
      "customer:@x.org customer:@y.org", "customer:@a.x.org -customer:@a.x.org",
      "customer:bob@x.org is:internal", "customer.tier:gold customer.tier:silver",
      "field.floor:1 field.floor:2", "field.floor:none field.floor:>3",
      "created:2025 created:2026", "created:<2026 created:>2026", "created:none",
      "created:2026-11 -created:2026", "created:2026 -created:2026-01..2026-06 -created:>2026-06",
      "resolved:none resolved:2026", "rating:<2 rating:>3", "rating:3 rating:none",
      "tag:a -tag:a", "tag:a,b -tag:a,b,c", "tag:none tag:a", "has:tag -has:tag",
      "is:unread -is:unread", "lamp -lamp", "has:attachment -has:attachment",
      "(status:open or status:new) is:closed", "status:open (assignee:ada or team:x) status:new",
      "-(tag:a or -tag:b) (tag:a or -tag:b)", "subject:\"a b\" -subject:\"A  B\"",
    ])
  func impossible(text: String) throws {
    #expect(try !FilterSamples.filter(text).expression.isPossible)
  }

  @Test(
    "What can be is not called impossible",
    arguments: [
      "", "status:open,new status:new", "status:open -status:new", "tag:a tag:b", "tag:a -tag:b",
      "watcher:ada watcher:ben", "assignee:ada,none -assignee:ben", "category:a category:a/b",
      "category:a -category:a/b", "customer:bob customer:@x.org",
      "customer:@x.org customer:bob@x.org",
      "customer.pets:cat customer.pets:dog", "priority:>=high priority:<critical",
      "created:2025.. created:..2026", "created:2026 -created:2026-01",
      "created:<2026 updated:>2026",
      "rating:1..3 rating:3..5", "status:open or status:new", "-(status:open status:new)",
      "lamp -bulb", "field.floor:>3 field.floor:<5", "id:k7q id:261120", "-status:open -status:new",
      "is:overdue", "field.day:>2026 field.day:<2027-05", "tag:none or tag:a",
      "subject:lamp subject:bulb",
    ])
  func possible(text: String) throws {
    #expect(try FilterSamples.filter(text).expression.isPossible)
  }

  @Test("A filter that is called impossible matches no ticket, and few that match none are missed")
  func property() throws {
    var random = FilterRandom(state: 20)
    let tickets = (0..<400).map { _ in RandomTicket.make(&random) }
    var (impossible, unmatched) = (0, 0)
    for _ in 0..<4_000 {
      let text = RandomTicket.filter(depth: 2, &random)
      let filter = try FilterSamples.filter(text)
      let match = tickets.first { filter.matches($0) }
      if match == nil { unmatched += 1 }
      guard !filter.expression.isPossible else { continue }
      impossible += 1
      #expect(
        match == nil,
        "\(text) matches \(match.map { JSON.object($0.ticket.document).compact } ?? "")")
    }
    #expect(impossible > 250)
    #expect(impossible * 10 > unmatched * 6, "\(impossible) of \(unmatched)")
  }

  @Test("A filter with very many ways to hold is given up early, as possible")
  func patience() throws {
    let choices = (0..<40).map { "(tag:a\($0) or tag:b\($0))" }.joined(separator: " ")
    let filter = try FilterSamples.filter("(status:open or id:1) \(choices) status:new -id:1")
    let took = ContinuousClock().measure { #expect(filter.expression.isPossible) }
    #expect(took < .seconds(5))
    let long = (0..<9_000).map { "a\($0)" }.joined(separator: " ")
    #expect(try FilterSamples.filter(long).expression.isPossible)
  }
}

/// Tickets and filters of few words, so that they often meet.
private enum RandomTicket {
  static func make(_ random: inout FilterRandom) -> FilterSubject {
    var facts: [(String, JSON)] = []
    func maybe(_ key: String, _ values: [JSON]) {
      guard let value = values.randomElement(using: &random) else { return }
      facts.append((key, value))
    }
    maybe("status", ["new", "open", "pending", "closed", "cancelled", "unheard-of"])
    maybe("priority", ["low", "normal", "high", "critical", "odd"])
    maybe("category", [.null, "a", "a/b", "a/b/c", "b"])
    maybe("customer", [.null, "bob@x.org", "eve@x.org", "bob@a.x.org"])
    maybe("assigned_to", [.null, "ada", "ben"])
    maybe("team", [.null, "one", "two"])
    maybe("tags", [.null, ["p"], ["q"], ["p", "q"]])
    maybe("created_at", ["2025-12-31T23:59:59.999Z", "2026-05-05T00:00:00.000Z"])
    maybe("resolved_at", [.null, "2025-06-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z"])
    maybe("satisfaction", [.null, ["rating": 1], ["rating": 3], ["rating": 5]])
    maybe("fields", [.null, ["f": "1"], ["f": "2"], ["f": "2026-05-05"], ["f": "word"]])
    maybe("subject", ["lamp", "bulb", "lamp and bulb"])
    let tier: JSONObject? = [nil, "gold", "silver"].randomElement(using: &random).flatMap {
      $0.map { JSONObject([("tier", .string($0))]) }
    }
    return FilterSubject(FilterSamples.ticket(facts), customer: { tier })
  }

  static func filter(depth: Int, _ random: inout FilterRandom) -> String {
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ -> String in
      let sign = pick(["", "", "-"], &random)
      guard depth > 0, Int.random(in: 0..<3, using: &random) == 0 else {
        return sign + term(&random)
      }
      return sign + "(" + filter(depth: depth - 1, &random) + ")"
    }
    return parts.joined(separator: pick([" ", " ", " or "], &random))
  }

  private static let terms = [
    ("status:", ["new", "open", "pending", "closed", "cancelled"]),
    ("priority:", ["low", "normal", "high", "critical", ">=high", "<high", "<=low", ">normal"]),
    ("category:", ["a", "a/b", "b", "none"]), ("is:", ["open", "closed", "waiting", "active"]),
    ("customer:", ["bob@x.org", "@x.org", "@a.x.org", "eve", "none"]),
    ("assignee:", ["ada", "ben", "none"]), ("team:", ["one", "two", "none"]),
    ("tag:", ["p", "q", "none"]), ("created:", ["2025", "2026", ">2025", "<=2025", "2026-05"]),
    ("resolved:", ["2025", ">=2026", "none", "2025-06..2026-05"]),
    ("rating:", ["1", "3", ">2", "<=3", "none"]),
    ("field.f:", ["1", "2", "word", ">1", "<2", "none", "1..2"]),
    ("customer.tier:", ["gold", "silver", "none"]), ("subject:", ["lamp", "bulb"]),
    ("has:", ["team", "rating", "resolved"]),
  ]

  private static func term(_ random: inout FilterRandom) -> String {
    guard let (field, values) = terms.randomElement(using: &random) else { return "" }
    let count = Int.random(in: 1...2, using: &random)
    return field + (0..<count).map { _ in pick(values, &random) }.joined(separator: ",")
  }

  private static func pick(_ choices: [String], _ random: inout FilterRandom) -> String {
    choices.randomElement(using: &random) ?? ""
  }
}
