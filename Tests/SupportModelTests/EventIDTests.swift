import Testing

@testable import SupportModel

struct EventIDTests {
  @Test(
    "An id is 26 characters of Crockford base 32, the time in front",
    arguments: [
      ("00000000000000000000000000", 0, 0), ("00000000010000000000000000", 1, 0),
      ("00000000000000000000000001", 0, 1), ("01KAFV8W3MZZZZZZZZZZZZZZZZ", 0, -1),
      ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", 281_474_976_710_655, -1),
    ])
  func text(text: String, milliseconds: Int64, chance: Int) throws {
    let id = try #require(EventID(text))
    #expect(id.description == text)
    if milliseconds > 0 || chance >= 0 { #expect(id.time.milliseconds == milliseconds) }
    #expect(id.chance == (chance < 0 ? (1 << 80) - 1 : UInt128(chance)))
  }

  @Test("The time part is the time, to the millisecond")
  func time() throws {
    let time = try #require(Instant("2026-11-20T10:00:00.123Z"))
    let id = EventID(time: time, chance: 0)
    #expect(id.time == time)
    #expect(id.description == "01M7W6C3BV0000000000000000")
  }

  @Test("Any case is read, and o, i and l for what they look like")
  func lenient() {
    #expect(EventID("o1kafv8w3mZZZZZZZZZZZZZZZZ") == EventID("01KAFV8W3MZZZZZZZZZZZZZZZZ"))
    #expect(EventID("0IKAFV8W3MZZZZZZZZZZZZZZZL") == EventID("01KAFV8W3MZZZZZZZZZZZZZZZ1"))
  }

  @Test(
    "What is no id is not read",
    arguments: [
      "", "01KAFV8W3M", "01KAFV8W3MZZZZZZZZZZZZZZZZZ", "01KAFV8W3MZZZZZZZZZZZZZZZU",
      "80000000000000000000000000", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "01KAFV8W3M-ZZZZZZZZZZZZZZZ",
      "０1KAFV8W3MZZZZZZZZZZZZZZ",
    ])
  func notAnID(text: String) {
    #expect(EventID(text) == nil)
  }

  @Test("The texts sort as the ids do", arguments: 0..<20)
  func order(seed: UInt64) throws {
    var random = FilterRandom(state: seed)
    let ids = (0..<50).map { _ in
      EventID(bits: (UInt128(random.next()) << 64 | UInt128(random.next())) >> (seed * 4))
    }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
    #expect(try ids.map { try #require(EventID($0.description)) } == ids)
  }
}

struct HybridClockTests {
  private let noon = Instant(milliseconds: 1_795_176_000_000)

  @Test("Ids rise, whatever the wall clock does", arguments: 0..<20)
  func rising(seed: UInt64) {
    var random = FilterRandom(state: seed)
    var clock = HybridClock(newest: nil)
    var last = EventID(bits: 0)
    let year: Int64 = 31_536_000_000
    for _ in 0..<200 {
      let drift = Int64.random(in: -3 * year...3 * year, using: &random)
      let id = clock.next(at: Instant(milliseconds: noon.milliseconds + drift), using: &random)
      #expect(id > last)
      #expect(id.time.milliseconds >= noon.milliseconds + drift)
      last = id
    }
  }

  @Test("A clock that is years behind orders after the newest event it has seen")
  func slowClock() {
    var random = FilterRandom(state: 1)
    let newest = EventID(time: noon, chance: 5)
    var clock = HybridClock(newest: newest)
    let id = clock.next(at: noon - TimeSpan(seconds: 3 * 31_536_000), using: &random)
    #expect(id > newest)
    #expect(id.time == noon)
  }

  @Test("A right clock gives its own time")
  func rightClock() {
    var random = FilterRandom(state: 1)
    var clock = HybridClock(newest: EventID(time: noon, chance: 5))
    #expect(clock.next(at: noon + .day, using: &random).time == noon + .day)
  }

  @Test("Two clones that count on from one event do not meet")
  func twoClones() {
    var random = FilterRandom(state: 7)
    let newest = EventID(time: noon, chance: 5)
    var seen: Set<EventID> = []
    for _ in 0..<200 {
      var clock = HybridClock(newest: newest)
      for _ in 0..<10 {
        #expect(seen.insert(clock.next(at: noon, using: &random)).inserted)
      }
    }
  }

  @Test("When the counter is used up, the time moves on by a millisecond")
  func overflow() {
    var random = FilterRandom(state: 1)
    let newest = EventID(time: noon, chance: EventID.chanceMask)
    var clock = HybridClock(newest: newest)
    let id = clock.next(at: noon, using: &random)
    #expect(id.time == noon + TimeSpan(milliseconds: 1))
    #expect(id > newest)
  }
}

struct CRC32CTests {
  @Test(
    "The checksums are those of RFC 3720, B.4, and of the catalogue",
    arguments: [
      (Array(repeating: 0, count: 32), 0x8a91_36aa),
      (Array(repeating: 0xFF, count: 32), 0x62a8_ab43),
      (Array(0..<32), 0x46dd_794e), (Array((0..<32).reversed()), 0x113f_db5c),
      (Array("123456789".utf8), 0xe306_9283), ([], 0), (Array("a".utf8), 0xc1d0_4330),
    ] as [([UInt8], UInt32)])
  func vectors(bytes: [UInt8], checksum: UInt32) {
    #expect(CRC32C.checksum(bytes) == checksum)
  }

  @Test("Any length gives what counting bit by bit gives", arguments: 0..<24)
  func bitByBit(length: Int) {
    var random = FilterRandom(state: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
    }
    #expect(CRC32C.checksum(bytes) == ~crc)
    #expect(CRC32C.checksum(AnySequence(bytes)) == ~crc)
  }
}
