import SupportModel
import Testing

struct EventPartTests {
  @Test("A part is from 1 to its count, and nothing is a part of itself")
  func bounds() {
    #expect(EventPart(1, of: 1) == nil)
    #expect(EventPart(0, of: 2) == nil)
    #expect(EventPart(3, of: 2) == nil)
    #expect(EventPart(2, of: 2)?.isLast == true)
    #expect(EventPart(2, of: 2)?.previous == EventPart(1, of: 2))
    #expect(EventPart(1, of: 2)?.previous == nil)
  }

  @Test(
    "It is read off the end of a line, and nowhere else",
    arguments: [
      (#"{"id":"x","part":[1,2]}"#, EventPart(1, of: 2)),
      (#"{"id":"x","part":[12,100000000]}"#, EventPart(12, of: 100_000_000)),
      (#"{"id":"x","part":[3,2]}"#, nil),
      (#"{"id":"x","part":[1,2,3]}"#, nil),
      (#"{"id":"x","part":[,2]}"#, nil),
      (#"{"id":"x","part":[99999999999999999999,2]}"#, nil),
      (#"{"part":[1,2],"id":"x"}"#, nil),
      (#"{"id":"x","meta":{"part":[1,2]}}"#, nil),
      (#"{"id":"x","meta":{"a":"\"part\":[1,2]"}}"#, nil),
      (#"{"id":"x","apart":[1,2]}"#, nil),
      ("{}", nil),
    ])
  func endOfLine(object: String, part: EventPart?) {
    let line = EventLine.seal(Array(object.utf8))
    #expect(EventPart(endOf: line[...]) == part)
  }

  @Test("A line that is shorter than any checksum has none")
  func short() {
    #expect(EventPart(endOf: []) == nil)
    #expect(EventPart(endOf: Array("\"part\":[1,2]".utf8)[...]) == nil)
  }

  @Test("An event with a part that makes no sense is none")
  func senseless() {
    let front =
      #"{"id":"01M7W6C3800000000000000001","at":"2026-11-20T10:00:00.000Z","by":"system","#
    for part in ["[0,2]", "[1,1]", "1", "[1]", "null"] {
      let line = EventLine.seal(Array((front + #""type":"t","desk":"d","part":\#(part)}"#).utf8))
      #expect(throws: EventError.member("part")) { try EventLine.decode(line) }
    }
  }
}
