import Testing

@testable import SupportModel

struct EventLineTests {
  private let event = sampleEvent(
    1, .ticketClosed,
    Patch(
      set: members(["status": "closed", "subject": "Ärger \u{1}\u{7F} \"x\""]),
      add: members(["tags": ["vip"]]), remove: members(["watchers": ["eve"]]),
      message: members(["body": "done\nthanks"])),
    meta: members(["reason": "confirmed"]))

  @Test("A line is one JSON object with its members in the order of the format")
  func form() {
    var event = event
    event.patch.from = members(["status": "resolved"])
    let line = String(decoding: EventLine.encode(event), as: UTF8.self)
    let expected =
      #"{"id":"01M7W6C380"# + "0000000000000001" + #"","at":"2026-11-20T10:00:01.000Z","#
      + #""by":"agent:ada","type":"ticket.closed","ticket":"261120-700000","#
      + #""set":{"status":"closed","subject":"Ärger \u0001\u007f \"x\""},"#
      + #""add":{"tags":["vip"]},"remove":{"watchers":["eve"]},"#
      + #""message":{"body":"done\nthanks"},"from":{"status":"resolved"},"#
      + #""meta":{"reason":"confirmed"},"crc":""#
    #expect(line.hasPrefix(expected))
    #expect(line.utf8.count == expected.utf8.count + 10)
    #expect(!line.utf8.contains(0x0A))
  }

  @Test("The checksum is the CRC-32C of the line as it would be without it")
  func checksum() throws {
    let line = EventLine.seal(Array(#"{"a":1}"#.utf8))
    #expect(String(decoding: line, as: UTF8.self) == #"{"a":1,"crc":"cff7d56a"}"#)
    #expect(try EventLine.unseal(line) == Array(#"{"a":1}"#.utf8))
  }

  @Test("A line that is closed later is the same")
  func closedLater() {
    var events = [event, sampleEvent(2), sampleEvent(3)]
    let open = OpenEventLines(events)
    #expect(open.lines.map(\.id) == events.map(\.id))
    for place in events.indices {
      for part in [nil, EventPart(place + 1, of: 3), EventPart(12_345, of: 100_000)] {
        events[place].part = part
        var log: [UInt8] = [0x0A]
        open.close(place, part, to: &log)
        #expect(Array(log.dropFirst()) == EventLine.encode(events[place]))
        #expect(log.count <= open.size)
      }
    }
  }

  @Test("What was encoded is decoded the same")
  func roundTrip() throws {
    #expect(try EventLine.decode(EventLine.encode(event)) == event)
    let bare = sampleEvent(2)
    #expect(try EventLine.decode(EventLine.encode(bare)) == bare)
  }

  @Test("Any event is decoded as it was encoded", arguments: 0..<20)
  func anyEvent(seed: UInt64) throws {
    var random = FilterRandom(state: seed)
    for number in 0..<10 {
      var patch = Patch(
        set: RandomJSON.object(depth: 3, &random), add: RandomJSON.object(depth: 1, &random),
        message: members(["body": .string(RandomJSON.text(&random))]))
      patch.from = RandomJSON.object(depth: 2, &random)
      let event = sampleEvent(
        number, EventType("x." + RandomJSON.text(&random)), patch,
        meta: RandomJSON.object(depth: 1, &random))
      #expect(try EventLine.decode(EventLine.encode(event)) == event)
    }
  }

  @Test("Every single flipped bit is noticed")
  func flippedBits() {
    let line = EventLine.encode(event)
    for place in line.indices {
      for bit in 0..<8 {
        var damaged = line
        damaged[place] ^= 1 << UInt8(bit)
        #expect(throws: EventError.self, "bit \(bit) of byte \(place)") {
          try EventLine.decode(damaged)
        }
      }
    }
  }

  @Test("Every cut is noticed")
  func cuts() {
    let line = EventLine.encode(event)
    for length in 0..<line.count {
      #expect(throws: EventError.self, "the first \(length) bytes") {
        try EventLine.decode(line.prefix(length))
      }
    }
  }

  @Test("Members of a newer version are passed over, and the event still counts")
  func unknownMembers() throws {
    var json = event.json
    json["shard"] = 7
    json["seen"] = ["a": [1, 2]]
    let line = EventLine.seal(JSON.object(json).compactBytes)
    #expect(try EventLine.decode(line) == event)
  }

  @Test(
    "A dotted key reaches sixteen levels deep and no deeper", arguments: [(16, true), (17, false)])
  func deepKeys(parts: Int, isRead: Bool) throws {
    var json = event.json
    let key = Array(repeating: "a", count: parts).joined(separator: ".")
    json["set"] = .object(JSONObject([(key, 1)]))
    let line = EventLine.seal(JSON.object(json).compactBytes)
    #expect(((try? EventLine.decode(line)) != nil) == isRead)
  }

  @Test("The members may stand in any order")
  func order() throws {
    let backwards = JSONObject(event.json.members.reversed().map { ($0.key, $0.value) })
    #expect(try EventLine.decode(EventLine.seal(JSON.object(backwards).compactBytes)) == event)
  }

  @Test(
    "A line that is no event says why",
    arguments: [
      (#"{"by":"system"}"#, EventError.member("id")),
      (#"{"id":7}"#, .member("id")), (#"{"id":"x"}"#, .member("id")),
      (#"{"id":"01M7W6C3800000000000000001"}"#, .member("at")),
      (#"{"id":"01M7W6C3800000000000000001","at":"today"}"#, .member("at")),
      (#"{"id":"01M7W6C3800000000000000001","at":"2026-11-20"}"#, .member("by")),
      (#"{"id":"01M7W6C3800000000000000001","at":"2026-11-20","by":"bob"}"#, .member("by")),
      (#"{"id":"01M7W6C3800000000000000001","at":"2026-11-20","by":"ai"}"#, .noSubject),
      (
        #"{"id":"01M7W6C3800000000000000001","at":"2026-11-20","by":"ai","ticket":1}"#,
        .member("type")
      ),
      (
        #"{"id":"01M7W6C3800000000000000001","at":"2026-11-20","by":"ai","type":"t","ticket":1}"#,
        .member("ticket")
      ),
      (
        #"{"id":"01M7W6C3800000000000000001","at":"2026-11-20","by":"ai","type":"t","ticket":"","set":1}"#,
        .member("set")
      ),
      ("[1}", .notJSON(JSONError(message: "\",\" or \"]\" should be here", line: 1, column: 3))),
    ])
  func reasons(object: String, expected: EventError) {
    #expect(throws: expected) { try EventLine.decode(EventLine.seal(Array(object.utf8))) }
  }

  @Test("Ids of the year 9999 are refused: no clock could go on from them")
  func lateID() throws {
    var late = event
    late.id = EventID(time: EventID.end + TimeSpan(milliseconds: -1), chance: EventID.chanceMask)
    #expect(try EventLine.decode(EventLine.encode(late)) == late)
    late.id = EventID(time: EventID.end, chance: 0)
    #expect(throws: EventError.lateID) { try EventLine.decode(EventLine.encode(late)) }
  }

  @Test("A line without a checksum is not believed, however right it looks")
  func noChecksum() {
    let bare = JSON.object(event.json).compactBytes
    #expect(throws: EventError.noChecksum) { try EventLine.decode(bare) }
    #expect(throws: EventError.noChecksum) { try EventLine.decode([]) }
  }
}
