import Testing

@testable import SupportModel

/// One row: a filter, what is said of the ticket, whether it matches.
struct FilterRow: CustomTestStringConvertible, Sendable {
  var text: String
  var facts: [(String, JSON)]
  var isMatch: Bool
  var testDescription: String { "\(text) | \(facts) | \(isMatch)" }

  static func yes(_ text: String, _ facts: (String, JSON)...) -> FilterRow {
    FilterRow(text: text, facts: facts, isMatch: true)
  }
  static func no(_ text: String, _ facts: (String, JSON)...) -> FilterRow {
    FilterRow(text: text, facts: facts, isMatch: false)
  }
}

@Suite("A filter matches") struct FilterMatchTests {
  private typealias Samples = FilterSamples

  private func check(_ row: FilterRow, _ person: Person = Samples.ada) throws {
    let subject = FilterSubject(Samples.ticket(row.facts))
    #expect(try Samples.filter(row.text, person).matches(subject) == row.isMatch)
  }

  @Test(
    "names",
    arguments: [
      FilterRow.yes(""), .yes("  \n"),
      .yes("status:open"), .no("status:closed"), .yes("status:new,open"),
      .yes("Status:OPEN"), .yes("status:waiting_for_support"), .yes("-status:closed"),
      .yes("status:on-hold", ("status", "on_hold")), .yes("status:\"open\""),
      .yes("id:k7q"), .yes("id:#261120"), .yes("id:k7qx9m,zzz"), .no("id:x9m"),
      .yes("subject:LOG"), .yes("subject:\"cannot  log\""), .no("subject:\"log cannot\""),
      .yes("subject:wait..what", ("subject", "wait..what?")),
      .yes("category:account", ("category", "account/login")), .no("category:account"),
      .no("category:account", ("category", "accounting")),
      .yes("category:Account/", ("category", "account")), .yes("category:none"),
      .yes("channel:email", ("channel", "email")), .yes("channel:none"),
      .yes("customer:bob@example.com", ("customer", "bob@example.com")),
      .no("customer:bob@example.com", ("customer", "bob@example.com.evil")),
      .yes("customer:@example.com", ("customer", "bob@example.com")),
      .no("customer:@example.com", ("customer", "bob@sub.example.com")),
      .yes("customer:BOB", ("customer", "bob@example.com")), .yes("customer:none"),
      .yes("assignee:me", ("assigned_to", "ada")), .yes("assigned_to:@me", ("assigned_to", "ada")),
      .no("assignee:me"), .yes("assignee:none"), .yes("assignee:bob,none"),
      .no("assignee:\"me\"", ("assigned_to", "ada")), .yes("assignee:@li", ("assigned_to", "li")),
      .yes("team:none"), .yes("team:tier-1", ("team", "tier-1")),
      .yes("tag:vip", ("tags", ["spam", "vip"])), .no("-tag:vip", ("tags", ["VIP"])),
      .yes("tag:none"), .no("tag:none", ("tags", ["none"])),
      .yes("tag:\"none\"", ("tags", ["none"])), .yes("tag:\"a b\",c", ("tags", ["a b"])),
      .yes("watcher:me", ("watchers", ["li", "ada"])), .yes("order:none"),
      .yes("order:a-17", ("order", "A-17")),
    ])
  func names(_ row: FilterRow) throws { try check(row) }

  @Test(
    "priorities and numbers",
    arguments: [
      FilterRow.yes("priority:medium"), .no("priority:>=high"), .yes("priority:<high"),
      .yes("priority:>=high", ("priority", "critical")), .no("priority:>critical"),
      .yes("priority:low..high"), .no("priority:high..urgent"), .yes("priority:..normal"),
      .yes("priority:normal.."), .yes("priority:low,>=normal"), .no("priority:low,>normal"),
      .yes("priority:<=low", ("priority", "gone")), .no("priority:>=low", ("priority", "gone")),
      .yes("rating:>=4", ("satisfaction.rating", 5)), .no("rating:<4", ("satisfaction.rating", 4)),
      .yes("rating:4", ("satisfaction.rating", 4)), .no("rating:1..5"), .yes("rating:none"),
      .yes("rating:1..2,5", ("satisfaction.rating", 5)),
      .yes("field.seats:>=10", ("fields.seats", 10)), .no("field.seats:>10", ("fields.seats", 10)),
      .yes("field.seats:>9", ("fields.seats", "10")), .yes("field.seats:10", ("fields.seats", 10)),
      .yes("field.plan:GOLD", ("fields.plan", "gold")), .yes("field.plan:none"),
      .yes("field.plan:a..b", ("fields.plan", "a..b")),
      .yes("field.until:<2027", ("fields.until", "2026-12-31")),
      .yes("field.until:2026-12..", ("fields.until", "2026-12-31")),
      .yes("field.beta:true", ("fields.beta", true)), .no("field.beta:true,yes"),
      .yes("field.on:b", ("fields.on", ["a", "b"])),
    ])
  func ranks(_ row: FilterRow) throws { try check(row) }

  @Test(
    "times",
    arguments: [
      FilterRow.yes("created:2026-11-18"), .yes("created:2026-11"), .yes("created:2026"),
      .no("created:2026-10"), .no("created:>2026-11-18"), .yes("created:>=2026-11-18"),
      .yes("created:<=2026-11-18"), .no("created:<2026-11-18"), .no("created:>2026-11"),
      .yes("created:-7d.."), .yes("created:-7d"), .no("created:-1d"), .no("created:..-7d"),
      .yes("created:-3d..-1d"), .yes("created:2026-11-18..2026-11-18"),
      .yes("created:2025,2026-11"), .yes("created_at:wednesday"), .yes("created:wed"),
      .no("created:friday"), .yes("created:<=today"), .yes("created:<yesterday"),
      .yes("created:2026-11-18T09:00"), .no("created:2026-11-18T09:01"),
      .yes("created:\"2026-11-18 10:00+01:00\""), .yes("created:>=2026-11-18T09:00:00Z"),
      .no("created:<=2026-11-18T08:59:59.999z"),
      .yes("resolved:none"), .no("resolved:..now"), .yes("resolved:2026,none"),
      .yes("closed:today", ("closed_at", "2026-11-20T23:59:59.999Z")),
      .no("closed:today", ("closed_at", "2026-11-21T00:00:00.000Z")),
      .yes("activity:>=today", ("last_message_at", "2026-11-20T00:00:00.000Z")),
      .yes("first_response:2026", ("first_response_at", "2026-01-01T00:00:00.000Z")),
    ])
  func times(_ row: FilterRow) throws { try check(row) }

  @Test(
    "words, negation and groups",
    arguments: [
      FilterRow.yes("log"), .yes("\"LOG IN\""), .no("\"in log\""), .yes("cannot in"),
      .yes("cannot and in"), .no("cannot nowhere"), .yes("cannot or nowhere"), .no("-cannot"),
      .yes("--cannot"), .yes("-(nowhere or status:closed)"), .no("-(cannot or status:closed)"),
      .yes("nowhere status:new or cannot"), .no("nowhere (status:open or cannot)"),
      .yes("(((cannot)))"), .yes("BOB@", ("customer", "bob@example.com")),
      .yes("\"reset my password\"", ("messages", [FilterSamples.message("Reset\n my Password!")])),
      .yes("zurück", ("subject", "Geld ZURÜCK")), .yes("cafe\u{301}", ("subject", "Café")),
      .yes("24\"", ("subject", "a 24\" screen")), .yes("10:30", ("subject", "at 10:30")),
      .yes("\"or\"", ("subject", "this or that")), .yes("a\\b", ("subject", "a\\b")),
      .yes("\"a\\\\b\"", ("subject", "a\\b")), .yes("-\"-x\""), .yes("sort:id cannot"),
    ])
  func words(_ row: FilterRow) throws { try check(row) }

  @Test(
    "states and parts",
    arguments: [
      FilterRow.yes("is:open"), .yes("is:open", ("status", "on_hold")),
      .no("is:open", ("status", "resolved")), .yes("is:closed", ("status", "cancelled")),
      .yes("is:active"), .no("is:active", ("status", "pending")),
      .yes("is:active", ("status", "forgotten")), .yes("is:waiting", ("status", "pending")),
      .yes("is:unassigned"), .yes("is:internal"), .no("is:internal", ("customer", "b@example.com")),
      .yes("is:unread", ("messages", [FilterSamples.message("Hi")])), .no("is:unread"),
      .yes("is:waiting,open"), .no("is:overdue"), .no("is:paused,breached"),
      .yes("has:customer", ("customer", "b@example.com")), .no("has:customer"),
      .yes("has:order", ("order", "1")), .yes("-has:rating"),
      .yes("has:rating", ("satisfaction.rating", 1)), .no("has:assigned-to"),
      .yes("has:attachment", ("messages", [FilterSamples.message("x", file: true)])),
      .no("has:attachment", ("messages", [FilterSamples.message("x")])),
      .yes("has:field.plan", ("fields.plan", "gold")), .no("has:due"), .no("has:resolved"),
    ])
  func states(_ row: FilterRow) throws { try check(row) }

  @Test(
    "for a customer only what customers see",
    arguments: [
      FilterRow.no("secret", ("messages", [FilterSamples.message("Secret", isInternal: true)])),
      .yes("public", ("messages", [FilterSamples.message("Public")])),
      .no(
        "has:attachment",
        ("messages", [FilterSamples.message("x", isInternal: true, file: true)])),
      .yes("customer:me", ("customer", "bob@example.com")),
    ])
  func customers(_ row: FilterRow) throws { try check(row, Samples.bob) }

  @Test("notes for staff and for rules", arguments: [FilterSamples.ada, FilterSamples.desk])
  func notes(_ person: Person) throws {
    let notes: JSON = [FilterSamples.message("Secret", isInternal: true)]
    try check(.yes("secret -tag:vip", ("messages", notes)), person)
  }

  @Test("SLA terms by the clocks, which are asked for only then")
  func clocks() throws {
    var asked = 0
    let subject = FilterSubject(
      Samples.ticket(),
      clocks: {
        asked += 1
        return FilterSubject.Clocks(dueAt: Samples.at("2026-11-20T12:00:00.000Z"), isOverdue: true)
      })
    #expect(try Samples.filter("status:open cannot created:2026").matches(subject))
    #expect(try !Samples.filter("status:closed is:overdue").matches(subject))
    #expect(asked == 0)
    #expect(try Samples.filter("is:overdue -is:paused due:+3h due:today has:due").matches(subject))
    #expect(try !Samples.filter("due:+1h or due:none").matches(subject))
    #expect(asked > 0)
  }

  @Test("the customer's own record")
  func customerRecord() throws {
    let subject = FilterSubject(
      Samples.ticket(), customer: { JSONObject([("tier", "gold"), ("seats", 12)]) })
    #expect(try Samples.filter("customer.tier:gold customer.seats:>10").matches(subject))
    #expect(try !Samples.filter("customer.tier:silver,none").matches(subject))
  }
}
