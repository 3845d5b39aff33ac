import Platform
import Testing

@testable import SupportModel

@Suite("A list of objects that is left unread") struct UnreadObjectsTests {
  private let list = UnreadObjects(key: "rules", noting: ["active", "on"])

  private func parse(_ text: String) throws -> (json: JSON, unread: UnreadObjects) {
    try JSONParser.parse(Array(text.utf8), leaving: list)
  }

  @Test("is told apart object by object, and what was noted of them")
  func objects() throws {
    let text =
      #"{"a": [{}], "rules": [{"on": ["é\n"], "n": {"on": 1}}, {}, {"active":false}], "b": 2}"#
    let (json, unread) = try parse(text)
    #expect(String(decoding: json.compactBytes, as: UTF8.self) == #"{"a":[{}],"rules":[],"b":2}"#)
    let bytes = Array(text.utf8)
    let read = try JSONParser.parse(text).object?["rules"]?.array
    #expect((0..<unread.count).map { JSON.object(unread.object($0, of: bytes)) } == read)
    #expect(unread.value(of: 1, in: 0, of: bytes) == .array([.string("é\n")]))
    #expect(unread.value(of: 0, in: 0, of: bytes) == nil)
    #expect(unread.value(of: 0, in: 2, of: bytes) == .bool(false))
  }

  @Test(
    "tells whether one of the texts in a list is so, where it is a list of plain texts",
    arguments: [
      ("[]", false), (#"["b"]"#, false), (#"[ "b", "a" ]"#, true), (#"["ab","ä"]"#, false),
      ("1", nil), (#""a""#, nil), (#"["b", 1]"#, nil), (#"["b", ["a"]]"#, nil),
      (#"["\u0061"]"#, nil),
    ])
  func texts(_ value: String, _ holds: Bool?) throws {
    let text = #"{"rules": [{"on": \#(value)}]}"#
    let unread = try parse(text).unread
    #expect(unread.holds([Array("a".utf8)], of: 1, in: 0, of: Array(text.utf8)) == holds)
  }

  @Test("of a member that an object lacks nothing is told")
  func lacking() throws {
    let text = #"{"rules": [{"active": true}]}"#
    #expect(try parse(text).unread.holds([[]], of: 1, in: 0, of: Array(text.utf8)) == nil)
  }

  @Test(
    "is read where it is something else, or stands elsewhere",
    arguments: [
      #"{"rules": {"a": 1}}"#, #"{"rules": [{"a": 1}, 2]}"#, #"{"rules": []}"#, #"{"rules": null}"#,
      #"{"x": {"rules": [{"a": 1}]}}"#, #"[{"rules": [{"a": 1}]}]"#,
    ])
  func others(_ text: String) throws {
    let (json, unread) = try parse(text)
    #expect(try json == JSONParser.parse(text))
    #expect(unread.count == 0)
  }

  @Test("has the mistakes that it would have if it were read, in the same places")
  func mistakes() throws {
    let sound = Array(
      #"""
      {
        "rules": [
          {"name": "é", "on": ["a", "\u0061"], "active": true, "then": [{"x": [1, -2.5e3, null]}]},
          {"na\u006de": 1, "mane": "\"\ud83d\ude00", "o\u006e": ["a"], "deep": {"a": {"b": []}}}
        ],
        "last": 1
      }
      """#.utf8)
    let pieces: [[UInt8]] =
      ["{", "}", "[", "]", ",", ":", "\"", "\\", "name", "mane", " ", "0", "\n"]
      .map { Array($0.utf8) } + [[0xC3], [0x80], [0x01]]
    var chance = Chance(seed: 7)
    var broken = 0
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0...Int(chance.next() % 2) {
        let place = Int(chance.next() % UInt64(bytes.count))
        let end = min(bytes.count, place + Int(chance.next() % 4))
        bytes.replaceSubrange(place..<end, with: pieces[Int(chance.next() % UInt64(pieces.count))])
      }
      let whole = Result { try JSONParser.parse(bytes) }
      let left = Result { try JSONParser.parse(bytes, leaving: list) }
      switch (whole, left) {
      case (.success(let json), .success(let (rest, unread))):
        var object = json.object ?? JSONObject()
        if unread.count > 0 {
          let read = (0..<unread.count).map { JSON.object(unread.object($0, of: bytes)) }
          #expect(object["rules"] == .array(read))
          for (place, rule) in read.enumerated() {
            #expect(unread.value(of: 0, in: place, of: bytes) == rule.object?["active"])
            #expect(unread.value(of: 1, in: place, of: bytes) == rule.object?["on"])
            if let holds = unread.holds([[], Array("a".utf8)], of: 1, in: place, of: bytes) {
              let words = rule.object?["on"]?.array ?? []
              #expect((words.contains("a") || words.contains("")) == holds)
            }
          }
          object["rules"] = .array([])
        }
        #expect(rest == .object(object) || rest == json)
      case (.failure(let expected), .failure(let found)):
        broken += 1
        #expect(found as? JSONError == expected as? JSONError)
      default: Issue.record("\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(broken > 5_000)
  }
}
