import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// A search finds the same tickets whether the index is asked or the documents.
@Suite("Searching tickets")
struct TicketSearchTests {
  private var dice = Chance(seed: 5)

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &dice)]
  }

  private static let words = [
    "refund", "refunds", "printer", "printing", "zürich", "e-mail", "ERR-4012", "update", "late",
  ]

  private mutating func desk() throws -> Office {
    let office = try Office()
    for number in 0..<70 {
      let customer = "c\(number % 4)@example.com"
      let subject = "\(pick(Self.words)) \(pick(Self.words))"
      let id = try office.open(subject, by: customer)
      if number % 3 == 0 {
        _ = try office.desk("ada").note(id, "secret \(pick(Self.words))")
      }
      if number % 5 == 0 { _ = try office.desk("eve").reply(id, "see \(pick(Self.words))") }
    }
    return office
  }

  private func found(_ office: Office, _ who: String, _ text: String, limit: Int = 200) throws
    -> [TicketHit]
  {
    let desk = try office.desk(who)
    return try desk.searchTickets(Filter.parse(text, desk.filterContext), limit: limit).hits
  }

  @Test("Index and documents find the same, while tickets change")
  mutating func agreement() throws {
    let office = try desk()
    for round in 0..<60 {
      if round % 6 == 5 { _ = try office.open("\(pick(Self.words)) again", by: "c9@example.com") }
      let text = pick([
        pick(Self.words), "\(pick(Self.words)) \(pick(Self.words))",
        "\(pick(Self.words)) or \(pick(Self.words))", "\(pick(Self.words)) -\(pick(Self.words))",
        "\"\(pick(Self.words)) \(pick(Self.words))\"", "up* is:open",
        "secret customer:c1@example.com",
        "about -refund status:new", "nobody",
      ])
      for who in ["ada", "c1@example.com"] {
        let indexed = try found(office, who, text)
        let read = try office.withoutIndex { try found(office, who, text) }
        #expect(Set(indexed.map(\.ticket)) == Set(read.map(\.ticket)), "\(who): \(text)")
        let best = try found(office, who, text, limit: 3)
        #expect(best.map(\.ticket) == indexed.prefix(3).map(\.ticket), "\(who): \(text)")
      }
    }
  }

  @Test("Internal notes are found by staff only, and no customer sees another's ticket")
  mutating func notes() throws {
    let office = try desk()
    #expect(try !found(office, "ada", "secret").isEmpty)
    #expect(try !found(office, "vic", "secret").isEmpty)
    #expect(try found(office, "c0@example.com", "secret").isEmpty)
    let own = try found(office, "c1@example.com", "about or again")
    #expect(!own.isEmpty)
    #expect(own.allSatisfy { $0.ticket.customer == "c1@example.com" })
    #expect(own.allSatisfy { !$0.snippet.contains("secret") })
  }

  @Test("Similar tickets are the same with an index and without, and never the ticket itself")
  mutating func similar() throws {
    let office = try desk()
    for who in ["ada", "vic"] {
      let desk = try office.desk(who)
      for id in try desk.allTickets().map(\.id.description).prefix(12) {
        let asked = try desk.asked([id])
        let indexed = try desk.similarTickets(to: asked, limit: 5)
        let read = try office.withoutIndex { try desk.similarTickets(to: asked, limit: 5) }
        #expect(indexed.allSatisfy { $0.ticket.id.description != id })
        #expect(indexed.map(\.ticket.id) == read.map(\.ticket.id), "\(who): \(id)")
        #expect(indexed.map(\.words) == read.map(\.words), "\(who): \(id)")
      }
    }
  }

  @Test("Topics are the same with an index and without, and an index misses no ticket")
  mutating func topics() throws {
    let office = try desk()
    let desk = try office.desk("vic")
    let period = ClosedPeriod(since: desk.now - .day, until: desk.now)
    let indexed = try desk.topics(period, limit: 9)
    let read = try office.withoutIndex { try desk.topics(period, limit: 9) }
    #expect(!indexed.topics.isEmpty)
    #expect(indexed == read)
    for number in 1...4 {
      _ = try office.open("late printer", by: "c9@example.com")
      let desk = try office.desk("vic")
      let period = ClosedPeriod(since: desk.now - .day, until: desk.now)
      let later = try desk.topics(period, limit: 9, explains: true)
      #expect(later.all == indexed.all + number && later.looked == later.all)
      let ids = later.topics.flatMap(\.ids)
      #expect(Set(ids).count == ids.count && ids.count == later.grouped)
    }
  }

  @Test("Where nothing is found, a near word that is in use is offered")
  mutating func suggestion() throws {
    let office = try desk()
    let desk = try office.desk("ada")
    let hits = try desk.searchTickets(Filter.parse("prinetr", desk.filterContext), limit: 5)
    #expect(hits.suggestion == "printer")
    #expect(hits.total == 0)
  }

  @Test("The beginning of a name means the same tickets with an index and without")
  mutating func references() throws {
    let office = try desk()
    let desk = try office.desk("ada")
    let all = try desk.allTickets().map(\.id)
    _ = try desk.list(.everything)
    let new = try office.open("one more")
    let texts =
      all.prefix(20).flatMap { [String($0.name.prefix(1)), String($0.name.prefix(3))] }
      + [String(new.suffix(4)), "26", "2611", "zzzzzz", "0"]
    for text in texts {
      let desk = try office.desk("ada")
      let reference = try #require(TicketReference(text))
      let snapshot = try desk.store.snapshot()
      let found = try desk.candidates(for: reference, in: snapshot)
      #expect(try found == snapshot.candidates(for: reference), "\(text)")
      #expect(found.allSatisfy { reference.numbers.match($0.number) })
    }
  }
}
