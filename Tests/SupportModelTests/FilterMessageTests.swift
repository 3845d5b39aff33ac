import Foundation
import Testing

@testable import SupportModel

@Suite("A filter about messages and the rest of a document") struct FilterMessageTests {
  private typealias Samples = FilterSamples

  /// A thread: bob asks with a file, ada notes with a file, ada answers.
  private static let thread: JSON = [
    [
      "id": "m1", "at": "2026-11-18T08:00:00.000Z", "author": "customer:bob@example.com",
      "author_name": "Bob Li", "direction": "inbound", "body": "It is broken",
      "attachments": [["filename": "Photo.png", "size": 3, "sha256": "ab"]],
    ],
    [
      "id": "m2", "at": "2026-11-19T08:00:00.000Z", "author": "agent:eve",
      "direction": "outbound", "is_internal": true, "body": "a known fault",
      "attachments": [["filename": "secret.pdf", "size": 3, "sha256": "cd"]],
    ],
    [
      "id": "m3", "at": "2026-11-20T08:00:00.000Z", "author": "agent:ada",
      "author_name": "Ada Sol", "direction": "outbound", "body": "Sorry, a new one is coming",
    ],
  ]

  private static let facts: [(String, JSON)] = [
    ("messages", thread), ("links", [["kind": "blocks", "ticket": "261101-abc123"]]),
    ("source_email", "desk+in@example.com"), ("source_phone", "+44 20 1234"),
    ("statuses", [["status": "pending", "at": "2026-11-18T09:00:00.000Z"]]),
    ("satisfaction", ["rating": 2, "comment": "Too slow", "at": "2026-11-20T09:00:00.000Z"]),
    ("ai", ["confidence": .number(0.4), "auto_resolved": false]), ("erased", true),
    ("head", "01KAFV8W3M6Q2Y4Z8T0N5R7XAB"), ("read_by_agent_at", "2026-11-18T08:30:00.000Z"),
    ("read_by_customer_at", "2026-11-20T08:30:00.000Z"),
  ]

  private func matches(_ text: String, _ person: Person = Samples.ada) throws -> Bool {
    let subject = FilterSubject(Samples.ticket(Self.facts))
    return try Samples.filter(text, person).matches(subject)
  }

  @Test(
    "finds what is there",
    arguments: [
      "message.direction:inbound", "Message.Direction:OUTBOUND", "message.at:2026-11-18",
      "message.at:>=today", "message.at:-3d", "message.at:2026-11-18T08:00..2026-11-18",
      "message.author:ada", "message.author:me", "message.author:agent:ada",
      "message.author:bob@example.com", "message.author:example.com", "message.author:\"bob li\"",
      "message.author:customer:bob@example.com", "message.author:sol", "message.author:eve",
      "message.body:\"new one\"", "message:broken", "attachment:photo", "attachment:.PNG",
      "attachment:secret", "has:attachment", "has:note", "has:message.at", "-message.at:none",
      "link:261101-abc123", "link:abc", "link:blocks", "has:link", "source_email:in@example",
      "source-phone:1234", "was:pending", "statuses:open", "comment:slow", "rating:<3",
      "satisfaction.at:2026-11-20", "ai.confidence:<0.5", "ai.auto_resolved:false",
      "has:ai.confidence",
      "is:erased", "has:erased", "erased:true", "head:01kafv8w3m6q2y4z8t0n5r7xab",
      "read_by_agent:<2026-11-18T09:00", "read_by_customer_at:today",
    ])
  func found(_ text: String) throws { #expect(try matches(text)) }

  @Test(
    "does not find what is not",
    arguments: [
      "message.at:2026-11-17", "message.at:>2026-11-20", "message.at:none",
      "message.author:ev", "message.author:agent:bob", "message.author:eve@example.com",
      "message.body:flicker", "attachment:jpg", "link:k7q", "link:parent", "link:none",
      "was:resolved", "comment:none", "source_email:none", "ai.summary:x", "has:ai.summary",
    ])
  func notFound(_ text: String) throws { #expect(try !matches(text)) }

  @Test(
    "tells customers nothing of notes",
    arguments: [
      "message.at:2026-11-19", "message.author:eve", "message.body:fault", "attachment:secret",
      "message.author:agent:eve",
    ])
  func notes(_ text: String) throws {
    #expect(try matches(text))
    #expect(try !matches(text, Samples.bob))
  }

  @Test("counts no note among what customers are told is there")
  func onlyNotes() throws {
    let note = FilterSamples.message("x", isInternal: true, file: true)
    let subject = FilterSubject(Samples.ticket([("messages", [note])]))
    for text in ["has:message.at", "has:message.author", "has:attachment", "has:message.body"] {
      #expect(try Samples.filter(text).matches(subject))
      #expect(try !Samples.filter(text, Samples.bob).matches(subject))
      #expect(try Samples.filter("-" + text, Samples.bob).matches(subject))
    }
  }

  @Test(
    "is not for customers where it is the desk's own business",
    arguments: [
      "has:note", "link:k7q", "has:link", "source_email:a", "source_phone:1", "read_by_agent:today",
      "ai.confidence:>0.1", "sla.policy:gold", "head:01KAFV8W3M6Q2Y4Z8T0N5R7XAB",
    ])
  func staffOnly(_ text: String) {
    #expect(Samples.error(text) == nil)
    #expect(Samples.error(text, Samples.bob) != nil)
  }

  @Test("may ask for what is computed of the promises, but not where a policy is chosen")
  func promises() throws {
    let subject = FilterSubject(
      Samples.ticket(), promises: { JSONObject([("sla.policy", "gold"), ("sla.paused", true)]) })
    #expect(try Samples.filter("sla.policy:gold sla.paused:true").matches(subject))
    #expect(try !Samples.filter("sla.policy:default").matches(subject))
    #expect(try Samples.filter("sla.policy:gold").expression.terms.allSatisfy(\.asksForClocks))
  }

  @Test("reaches every member of a document")
  func members() throws {
    // `format` is 1 in all of them.
    for member in DocumentShape.ticket where member != "format" {
      let names = [
        "fields": "field.x", "sla": "sla.policy", "ai": "ai.summary", "satisfaction": "rating",
        "messages": "message", "escalation": "escalation.to",
        "care": "care.survey_at",
      ]
      #expect(FilterField(names[member] ?? member) != nil, "\(member)")
    }
  }

  @Test("is read in a small stack however deep, long or wild it is")
  func smallStack() throws {
    let deep = String(repeating: "-(a or ", count: 100) + "b" + String(repeating: ")", count: 100)
    let hostile = [
      deep, String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000),
      String(repeating: "a or ", count: 200_000), String(repeating: "-", count: 60_000) + "a",
      String(repeating: "(a ", count: 20_000), String(repeating: "\"", count: 1_000_001),
      "tag:" + String(repeating: "a,", count: 32_000) + "a",
      String(repeating: "\u{301}", count: 500_000),
    ]
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      for text in hostile {
        guard let filter = try? Samples.filter(text) else { continue }
        _ = filter.matches(FilterSubject(Samples.ticket()))
        _ = filter.expression.isPossible
        _ = filter.description
        _ = filter == filter.and(filter)
      }
      done.signal()
    }
    // What is not optimised takes ten times the stack.
    #if DEBUG
      thread.stackSize = 4 * 1024 * 1024
    #else
      thread.stackSize = 512 * 1024
    #endif
    thread.start()
    #expect(done.wait(timeout: .now() + 60) == .success)
  }
}
