import Testing

@testable import SupportModel

struct ErasureTests {
  /// What a desk holds: the documents of a log, in whatever order its events come and whoever has
  /// scrubbed which of them.
  private func documents(_ events: [Event]) -> [String: String] {
    var erasures = Erasures()
    var logged: [RecordKey: [Event]] = [:]
    for event in events {
      erasures.learn(event)
      logged[event.subject, default: []].append(event)
    }
    let histories = erasures.scrub(logged).histories.filter(\.key.kind.isFolded)
    return Dictionary(
      uniqueKeysWithValues: histories.map { key, history in
        (key.name, JSON.object(Fold.document(history) ?? JSONObject()).compact)
      })
  }

  /// The log as it is once every replica has scrubbed its lines, read back from its bytes.
  private func scrubbed(_ events: [Event]) throws -> [Event] {
    var erasures = Erasures()
    for event in events { erasures.learn(event) }
    let logged = Dictionary(grouping: events, by: \.subject)
    return try erasures.scrub(logged).histories.values.flatMap(\.self).map { event in
      try EventLine.decode(EventLine.encode(event))
    }.sorted { $0.id < $1.id }
  }

  @Test("Documents are the same whoever has scrubbed which lines", arguments: 0..<200)
  func mixtures(seed: UInt64) throws {
    var chance = FilterRandom(state: seed)
    let story = ErasureStory(seed: seed)
    let bare = try scrubbed(story.events)
    let expected = documents(story.events)
    #expect(documents(bare) == expected)
    for _ in 0..<4 {
      let mixed = zip(story.events, bare).flatMap { logged, bare -> [Event] in
        switch Int.random(in: 0..<5, using: &chance) {
        case 0...1: [logged]
        case 2...3: [bare]
        default: [logged, bare]
        }
      }
      #expect(documents(mixed.shuffled(using: &chance)) == expected)
    }
  }

  @Test("It does not matter when a replica scrubs, or how often", arguments: 0..<60)
  func stages(seed: UInt64) throws {
    let story = ErasureStory(seed: seed)
    var log: [Event] = []
    for event in story.events {
      log.append(event)
      if event.erasure != nil { log = try scrubbed(log) }
    }
    #expect(documents(log) == documents(story.events))
    let bare = try scrubbed(story.events)
    #expect(try scrubbed(bare) == bare)
    #expect(
      documents(try scrubbed(log)) == documents(bare))
  }

  @Test("Nothing of an erased person is left, and all of everybody else", arguments: 0..<100)
  func masked(seed: UInt64) throws {
    let story = ErasureStory(seed: seed)
    let bare = try scrubbed(story.events)
    let plain = Dictionary(uniqueKeysWithValues: story.events.map { ($0.id, $0) })
    let contents = Set(story.events.filter { $0.erasure == .content }.map(\.subject))
    for event in bare {
      let logged = try #require(plain[event.id])
      let text = String(decoding: EventLine.encode(event), as: UTF8.self)
      #expect(event.at == logged.at)
      #expect(event.type == logged.type)
      #expect(event.by.handle == logged.by.handle)
      #expect(event.patch.set["status"] == logged.patch.set["status"])
      #expect(event.patch.set["priority"] == logged.patch.set["priority"])
      #expect(event.patch.set["satisfaction.rating"] == logged.patch.set["satisfaction.rating"])
      #expect(event.patch.add["tags"] == logged.patch.add["tags"])
      let owner = story.owner(of: logged)
      if let owner, story.isErased(owner, logged) {
        #expect(!text.contains(ErasureStory.secret(of: owner)))
        #expect(!text.contains(owner))
      } else if !contents.contains(event.subject) {
        #expect(event == logged)
      }
    }
  }

  @Test("Two clones that erase the same person say the same of them, and both count")
  func twice() throws {
    let salt = Erasure.salt(oldest: EventID(bits: 7))
    let bob = try #require(EmailAddress("bob@example.com"))
    let (one, two) = (EventDraft.erasing(bob, salt: salt), EventDraft.erasing(bob, salt: salt))
    #expect(one.subject == two.subject)
    #expect(one.erasure == two.erasure)
    #expect(Pseudonym.isOne(one.subject.name))
  }

  @Test("The erasures that are known are read back from their text", arguments: 0..<20)
  func text(seed: UInt64) {
    var erasures = Erasures()
    for event in ErasureStory(seed: seed).events { erasures.learn(event) }
    #expect(Erasures(erasures.description) == erasures)
    #expect(Erasures("") == Erasures())
    #expect(Erasures("nonsense") == nil)
  }

  @Test(
    "An address is found in a text however it stands there",
    arguments: [
      ("mail Bob@Example.com.", true), ("<bob@example.com>", true),
      ("{\"by\":\"customer:bob@example.com\"}", true), ("'bob@example.com', he said", true),
      ("mailto:bob@example.com?x", true), ("rob@example.com", false),
      ("bob@example.com.invalid", false), ("bob at example.com", false),
    ])
  func mentions(text: String, isFound: Bool) throws {
    var erasures = Erasures()
    let bob = try #require(EmailAddress("bob@example.com"))
    let draft = EventDraft.erasing(bob, salt: "00")
    erasures.learn(Event(draft, id: EventID(bits: 9), at: sampleTime, by: .agent("ada")))
    #expect(erasures.isMentioned(in: text) == isFound)
  }

  @Test(
    "An erasure that makes no sense is no event",
    arguments: [
      #""customer":"x@erased.invalid","erase":{"salt":"00","digest":"00"}"#,
      #""customer":"x@erased.invalid","erase":{"content":true}"#,
      #""ticket":"261120-k7qx9m","erase":{"content":false}"#,
      #""ticket":"261120-k7qx9m","erase":true"#,
      #""ticket":"261120-k7qx9m","scrubbed":"yesterday""#,
    ])
  func nonsense(members: String) {
    let front =
      #"{"id":"01M7W6C380000000000000000A","at":"2026-11-20T10:00:00.000Z","by":"agent:ada","#
    let line = EventLine.seal(Array((front + #""type":"x","# + members + "}").utf8))
    #expect(throws: EventError.self) { try EventLine.decode(line) }
  }
}
