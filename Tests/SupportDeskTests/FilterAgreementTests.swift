import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// A filter finds the same tickets in the same order whether their documents are asked or the index.
@Suite("Filters on documents and on the index")
struct FilterAgreementTests {
  private var dice = Chance(seed: 11)

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &dice)]
  }

  private static let words = ["refund", "Printer", "zürich", "e-mail", "40-12", "the", "ab"]

  /// A desk whose tickets have something of everything.
  private mutating func desk(tickets count: Int) throws -> Office {
    let office = try Office(settings: RandomWork.settings)
    var ids: [String] = []
    for number in 0..<count { ids.append(try open(number, office)) }
    for _ in 0..<count * 2 { try RandomWork.step(office, &ids, &dice) }
    for id in ids where Int.random(in: 0..<3, using: &dice) == 0 {
      var edit = Edit()
      edit.addTags = [pick(["VIP", "vip", "straße", "late"])]
      edit.fields = [
        (
          pick(["size", "due_on", "lot"]),
          pick(["12", "7.5", "2026-11-19", String(repeating: "long ", count: 60), "true"])
        )
      ]
      _ = try office.desk("ada").edit([id], edit)
    }
    return office
  }

  private mutating func open(_ number: Int, _ office: Office) throws -> String {
    var opening = Opening(
      subject: "\(pick(Self.words)) \(number % 5) \(pick(Self.words))",
      body: "\(pick(Self.words)) with \(pick(Self.words))\nand \(pick(Self.words))")
    opening.customer = pick([
      nil, EmailAddress("c\(number % 4)@example.com"), EmailAddress("zoë@münchen.example"),
    ])
    opening.category = pick([nil, "billing", "billing/refund", "bills"])
    opening.channel = pick([nil, "email", "phone"])
    opening.order = pick([nil, "A-\(number % 3)"])
    opening.priority = pick([nil, "low", "high", "urgent"])
    opening.assignee = pick([nil, try office.desk("ada").person.agent])
    let changed = try office.desk("ada").open(opening)
    return try #require(changed.tickets.first).id.description
  }

  /// A filter in which every field can occur.
  private mutating func filter(_ depth: Int = 0) -> String {
    switch Int.random(in: 0..<(depth > 2 ? 7 : 10), using: &dice) {
    case 0: return word()
    case 1: return "-" + (depth > 2 ? word() : "(\(filter(depth + 1)))")
    case 2...6: return term()
    case 7: return "(\(filter(depth + 1)) or \(filter(depth + 1)))"
    default: return filter(depth + 1) + " " + filter(depth + 1)
    }
  }

  private mutating func word() -> String {
    pick(Self.words + ["\"refund 1\"", "rint", "-12", "exam", "c1@"])
  }

  private mutating func term() -> String {
    let time = pick([
      ":-2d", ":2026-11", ":>=2026-11-21", ":<2026-11-22T10:00Z", ":none",
      ":2026-11-20..2026-11-23",
    ])
    let field = pick(FilterField.named.map(\.field) + [.custom("size"), .custom("due_on")])
    switch field.kind {
    case .time: return field.description + time
    case .status: return "status:" + pick(["open", "pending,resolved", "new"])
    case .priority: return "priority:" + pick([">=high", "low,normal", "<urgent", "high"])
    case .category: return "category:" + pick(["billing", "none", "Billing/Refund", "bill"])
    case .channel: return "channel:" + pick(["email", "none", "web,phone"])
    case .customer:
      return field.description + ":"
        + pick(["c1@example.com", "@example.com", "none", "ünch", "c", "zoë@münchen.example"])
    case .agent: return field.description + ":" + pick(["me", "none", "ada,eve", "nobody"])
    case .id: return "id:" + pick(["26", "261120-", "2611", "k", "261120-0"])
    case .words: return "subject:" + word()
    case .link: return field.description + ":" + pick(["blocks", "26", "none", "child"])
    case .message:
      return pick([
        "message.direction:inbound", "message.direction:outbound", "message.at:-1d",
        "message.at:>2026-11-22", "message.author:ada", "message.author:c1@example.com",
        "message.author:none", "message.body:refund", "message:\"with e\"", "attachment:none",
        "attachment:pdf",
      ])
    case .number: return field.description + pick([":5", ":>3", ":none", ":1..4"])
    case .name, .free:
      return field.description + ":"
        + pick(["vip", "A-1", "none", "12", ">5", "<2026-12", "STRASSE", "straße", "true", "late"])
    }
  }

  private mutating func state() -> String {
    pick([
      "", "is:open", "is:overdue", "is:unread", "is:paused", "is:breached", "is:unassigned",
      "is:internal", "has:attachment", "has:tag", "-is:breached", "is:waiting", "has:due",
      "customer.tier:gold",
    ])
  }

  private mutating func sort() -> String {
    pick([""] + SortKey.allCases.map { " sort:\(pick(["", "-"]))\($0.rawValue)" })
  }

  private struct Answer: Equatable, CustomStringConvertible {
    var pages: [[TicketSummary]] = []
    var count = 0
    var days: [String] = []

    init(_ desk: Desk, _ filter: Filter, by field: FilterField, limit: Int?) throws {
      var cursor: String?
      repeat {
        let page = try desk.list(filter, limit: limit, after: cursor)
        pages.append(page.rows)
        cursor = page.next
      } while cursor != nil
      count = try desk.count(filter)
      days = try desk.counts(filter, by: field).map { "\($0.value ?? "none") \($0.count)" }
    }

    var description: String {
      pages.map { $0.map { "\($0.id) \($0.subject)" }.joined(separator: "\n") }
        .joined(separator: "\n--\n") + "\n\(count)\n" + days.joined(separator: "\n")
    }
  }

  private mutating func expectAgreement(_ office: Office, _ who: String) throws {
    let text = "\(filter()) \(state())\(sort())\(sort())"
    let field = pick(FilterField.named.map(\.field) + [.custom("size")])
    try expectAgreement(office, who, text, by: field, limit: pick([nil, 3, 10]))
  }

  private func expectAgreement(
    _ office: Office, _ who: String, _ text: String, by field: FilterField, limit: Int?
  ) throws {
    let desk = try office.desk(who)
    guard let filter = try? Filter.parse(text, desk.filterContext) else { return }
    let indexed = try Answer(desk, filter, by: field, limit: limit)
    let index = office.root + "/.support/index"
    try FileSystem.rename(index, to: index + ".kept")
    try FileSystem.replace(index, with: [])
    let read = try Answer(desk, filter, by: field, limit: limit)
    #expect(
      indexed == read, "\(who): \(text), by \(field)\nthe index:\n\(indexed)\ndocuments:\n\(read)")
    try FileSystem.remove(index)
    try FileSystem.rename(index + ".kept", to: index)
  }

  @Test("They agree, also while tickets change")
  mutating func agreement() throws {
    let office = try desk(tickets: 40)
    for round in 0..<240 {
      if round % 12 == 0 {
        var ids: [String] = []
        for _ in 0..<4 { try RandomWork.step(office, &ids, &dice) }
      }
      // Once most tickets have changed they stand in several segments.
      if round == 120 {
        var edit = Edit()
        edit.addTags = ["many"]
        let all = try office.desk("ada").list(.everything, limit: 35).rows
        _ = try office.desk("ada").edit(.these(all.map(\.id.description)), edit)
      }
      try expectAgreement(office, "ada")
      if round % 4 == 0 { try expectAgreement(office, "c1@example.com") }
    }
  }

  @Test("They agree in every order over several segments that some tickets have left")
  mutating func orders() throws {
    let office = try desk(tickets: 150)
    _ = try office.desk("ada").list(.everything, limit: 1)
    for number in 150..<186 { _ = try open(number, office) }
    let all = try office.desk("ada").list(.everything, limit: nil).rows.map(\.id.description)
    let manifest = try FileSystem.read(office.root + "/.support/index/manifest")
    let lines = String(decoding: manifest, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("segment ") } == 2)
    var ids = all
    for _ in 0..<12 { try RandomWork.step(office, &ids, &dice) }
    for key in SortKey.allCases {
      for sign in ["", "-"] {
        let order = "sort:\(sign)\(key.rawValue)"
        try expectAgreement(office, "ada", "is:open \(order)", by: .status, limit: 60)
        try expectAgreement(office, "ada", order, by: .priority, limit: nil)
      }
    }
  }
}
