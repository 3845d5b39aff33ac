import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("Leaves of the index")
struct IndexLeafTests {
  private var dice = Chance(seed: 4)

  private mutating func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &dice) }

  private mutating func text(_ words: [String?]) -> String? { words[draw(words.count)] }

  private mutating func measurement() -> SLAMeasurement {
    SLAMeasurement(
      dueAt: draw(3) == 0 ? nil : Instant(seconds: draw(1 << 30)),
      metAt: draw(3) == 0 ? nil : Instant(seconds: draw(1 << 30)), isBreached: draw(2) == 0,
      elapsedSeconds: draw(1 << 20), targetSeconds: draw(1 << 20))
  }

  private mutating func standing(_ number: Int) -> SLAStanding {
    let id = TicketID(at: Instant(seconds: draw(1 << 31)), chance: UInt32(number))
    var record = SLACase(
      id: id, createdAt: Instant(seconds: draw(1 << 30)), priority: "high",
      assignee: text([nil, "ada", "eve"]), team: text([nil, "tier-1"]),
      category: text([nil, "billing/refund", ""]), channel: text([nil, "email"]),
      customer: text([nil, "bob@example.com", "zoë@münchen.example", "a\nb@x.example"]))
    if draw(4) > 0 {
      var outcome = SLAOutcome(policy: text(["gold", "default"]) ?? "")
      outcome.firstResponse = draw(3) == 0 ? nil : measurement()
      outcome.resolution = draw(3) == 0 ? nil : measurement()
      for _ in 0..<draw(4) { outcome.nextResponses.append(measurement()) }
      record.outcome = outcome
    }
    return SLAStanding(
      record: record, status: text(["new", "closed"]) ?? "", isDone: draw(2) == 0,
      isFrozen: draw(2) == 0, isVolatile: draw(9) == 0, hasClocks: draw(2) == 0,
      isPaused: draw(2) == 0,
      looksAt: draw(2) == 0 ? nil : Instant(seconds: draw(1 << 30)),
      dueAt: draw(2) == 0 ? nil : Instant(seconds: draw(1 << 30)))
  }

  private static func bytes(_ standings: [SLAStanding]) -> [UInt8] {
    var writer = IndexLeafWriter()
    for standing in standings { writer.add(standing) }
    var bytes = ByteWriter()
    writer.put(&bytes)
    return bytes.bytes
  }

  @discardableResult
  private static func standings(_ bytes: [UInt8]) throws -> [SLAStanding] {
    var found: [SLAStanding] = []
    try bytes.withUnsafeBytes { bytes in
      try IndexLeaf.visitRows(bytes) { row, texts in found.append(row.standing(texts)) }
    }
    return found
  }

  @Test("Tickets come back as they were put in")
  mutating func backAndForth() throws {
    let standings = (0..<500).map { standing($0) }
    #expect(try Self.standings(Self.bytes(standings)) == standings)
  }

  @Test("Bytes that end too early are no leaf")
  mutating func cut() {
    let bytes = Self.bytes((0..<20).map { standing($0) })
    for count in 0..<bytes.count {
      #expect(throws: IndexDamage.self) { try Self.standings(Array(bytes.prefix(count))) }
    }
  }

  @Test("Ids as numbers have the order of ids")
  mutating func numbers() {
    let ids = (0..<2000).map { standing($0).record.id }.sorted()
    #expect(ids.map(\.number) == ids.map(\.number).sorted())
    #expect(ids.map { TicketID(number: $0.number) } == ids)
  }
}
