import Testing

@testable import SupportModel

struct TicketIDTests {
  @Test("An id is its day and six characters, and says its day")
  func form() throws {
    let day = CivilDate(year: 2026, month: 1, day: 9)
    let id = TicketID(at: Instant(day) + TimeSpan(seconds: 86_399), chance: 0x3FFF_FFFF)
    #expect(id.description == "260109-zzzzzz")
    #expect(id.date == day)
    #expect(id.name == "zzzzzz")
    #expect(TicketID("260109-zzzzzz") == id)
  }

  @Test(
    "Only the one canonical form is an id",
    arguments: [
      "", "261120", "261120-k7qx9", "261120-k7qx9mm", "261120-K7QX9M", "261120-k7qxim",
      "261120-k7qxom", "261120-k7qxlm", "261120-k7qxum", "261120_k7qx9m", "261320-k7qx9m",
      "260229-k7qx9m", "26112a-k7qx9m", "#261120-k7qx9m", "261120-k7qx9é",
    ])
  func canonical(text: String) {
    #expect(TicketID(text) == nil)
  }

  @Test(
    "A clock outside of the century is taken for its nearest day",
    arguments: [("1970-01-01", "000101"), ("1999-12-31", "000101"), ("2126-05-05", "991231")])
  func otherCenturies(day: String, expected: String) throws {
    let id = TicketID(at: try #require(Instant(day)), chance: 0)
    #expect(id.description == expected + "-000000")
  }

  @Test("Chance decides all six characters", arguments: 0..<6)
  func chance(place: Int) {
    let names = Set((0..<32).map { TicketID(at: sampleTime, chance: $0 << UInt32(place * 5)).name })
    #expect(names.count == 32)
  }
}

struct TicketReferenceTests {
  @Test(
    "A ticket is meant by any beginning of its id or of its random part",
    arguments: [
      "261120-k01x9m", "2", "26", "261120", "261120-", "261120-k", "k", "k01", "k01x9m", "#k01",
      "#261120-k01", "K01X9M", "koi", "KOL", "#KOIX9M", "26II2O-kolx9m",
    ])
  func means(typed: String) throws {
    let id = try #require(TicketID("261120-k01x9m"))
    #expect(try #require(TicketReference(typed)).matches(id))
  }

  @Test(
    "Another ticket is not meant",
    arguments: ["k02", "01x", "61120", "261120-0", "261121", "k01x9m0", "-k01"])
  func meansNot(typed: String) throws {
    let id = try #require(TicketID("261120-k01x9m"))
    #expect(try !#require(TicketReference(typed)).matches(id))
  }

  @Test(
    "What cannot be part of an id refers to nothing",
    arguments: ["", "#", "##k7", "k7u", "k 7", "k7!", "261120-k7qx9m0", "ü", "k7\n"])
  func noReference(typed: String) {
    #expect(TicketReference(typed) == nil)
  }

  @Test("The whole of an id is told from a part of one")
  func whole() {
    #expect(TicketReference("#261120-KOIX9M")?.whole == TicketID("261120-k01x9m"))
    #expect(TicketReference("261120-k01x9")?.whole == nil)
    #expect(TicketReference("261320-k01x9m")?.whole == nil)
  }
}

struct ActorTests {
  @Test(
    "An actor is read from its text and writes as it",
    arguments: [
      ("agent:ada", Actor.agent("ada")), ("customer:bob@example.com", .customer("bob@example.com")),
      ("system", .system), ("ai", .ai), ("agent:a:b", .agent("a:b")),
    ])
  func texts(text: String, actor: Actor) {
    #expect(Actor(text) == actor)
    #expect(actor.description == text)
  }

  @Test("A customer is the same in any case")
  func customerCase() {
    #expect(Actor("customer:Bob@Example.COM") == .customer("bob@example.com"))
  }

  @Test(
    "What is no actor is not read",
    arguments: [
      "", "ada", "agent:", "agent", "customer:", "customer:bob", "System", "team:x", ":ada",
    ])
  func noActor(text: String) {
    #expect(Actor(text) == nil)
  }
}

struct EmailAddressTests {
  @Test(
    "An address is kept in lower case",
    arguments: [
      ("bob@example.com", "bob@example.com"),
      ("Bob.Li+Shop@Example.COM", "bob.li+shop@example.com"),
      ("o'neil=x@a.b", "o'neil=x@a.b"), ("bob@localhost", "bob@localhost"),
      ("jürgen@exämple.de", "jürgen@exämple.de"),
    ])
  func valid(text: String, expected: String) {
    #expect(EmailAddress(text)?.text == expected)
  }

  @Test(
    "What is no address is not taken",
    arguments: [
      "", "@", "bob", "bob@", "@example.com", "a@b@c", "bo b@example.com", "bob@exa mple.com",
      "bob@example.com\n", "bob@.com", "bob@example.", "bob@a..b", "../bob@x", "<bob@example.com>",
      "bob,eve@example.com", "\u{1b}[1mbob@example.com", "bob@example.com\u{0}", "bob\u{9b}@x",
      String(repeating: "a", count: 250) + "@x.de",
    ])
  func invalid(text: String) {
    #expect(EmailAddress(text) == nil)
  }

  @Test(
    "An address is taken out of a mailbox with its name",
    arguments: [
      ("bob@example.com", "bob@example.com", nil), (" bob@example.com ", "bob@example.com", nil),
      ("Bob Li <Bob@example.com>", "bob@example.com", "Bob Li"),
      ("\"Li, Bob\" <bob@example.com>", "bob@example.com", "Li, Bob"),
      ("<bob@example.com>", "bob@example.com", nil),
    ] as [(String, String, String?)])
  func mailbox(text: String, address: String, name: String?) throws {
    let parsed = try #require(EmailAddress.parse(text))
    #expect(parsed.address.text == address)
    #expect(parsed.name == name)
  }

  @Test("A mailbox without an address is none", arguments: ["Bob", "Bob <>", "<bob@x.de> Bob"])
  func noMailbox(text: String) {
    #expect(EmailAddress.parse(text) == nil)
  }
}
