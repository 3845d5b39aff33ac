import Platform
import SupportModel
import Testing

@testable import SupportStore

/// Erasures in the files of one clone and of several.
struct ErasureTests {
  private let bob = "bob@example.com"
  private let ann = "ann@example.com"

  /// The documents and logs of all clones, once all of them have what each of them has.
  private func exchange(_ clones: [ErasureClone]) throws -> [[String: String]] {
    for _ in 0..<3 {
      for clone in clones {
        for other in clones { try clone.pull(other) }
        try clone.look()
      }
    }
    return try clones.map { try $0.files() }
  }

  @Test("An erasure leaves nothing of a person, and all of the others")
  func alone() throws {
    let desk = try ErasureClone()
    let file = try desk.keep("secret-file-of-bob")
    let shared = try desk.keep("form")
    let ticket = try desk.open(bob, attaching: file)
    let other = try desk.open(ann, attaching: shared)
    try desk.reply(ticket, bob, attaching: shared)
    let before = try desk.files(in: ["tickets"]).values.filter { $0.contains(ann) }
    try FileSystem.replace(desk.layout.torn + "/x.jsonl.7", with: Array("{\"to\":\"\(bob)\"".utf8))
    try FileSystem.replace(desk.layout.drafts + "/reply-\(ticket).md", with: Array("Dear".utf8))
    try FileSystem.replace(desk.layout.drafts + "/reply-\(other).md", with: Array("Dear".utf8))
    try desk.erase(bob)
    try desk.expectNothing(of: "bob")
    try desk.expectSound()
    #expect(try desk.files(in: ["tickets"]).values.filter { $0.contains(ann) } == before)
    #expect(try FileSystem.names(in: desk.layout.drafts) == ["reply-\(other).md"])
    #expect(try desk.files(in: ["attachments"]).values.map(\.self) == ["form"])
    #expect(try desk.store.snapshot().ticket(ticket)?.isErased == true)
    #expect(try desk.store.snapshot().ticket(other)?.isErased == false)
  }

  @Test("What is written into an erased ticket afterwards is scrubbed before it is logged")
  func afterwards() throws {
    let desk = try ErasureClone()
    let ticket = try desk.open(bob)
    try desk.erase(bob)
    try desk.reply(ticket, bob)
    try desk.expectNothing(of: "bob")
    try desk.expectSound()
    try desk.open(bob)
    #expect(try !desk.files(holding: bob).isEmpty)
    try desk.erase(bob)
    try desk.expectNothing(of: "bob")
    try desk.expectSound()
  }

  @Test("Each clone scrubs its own lines when it learns of the erasure, and all end the same")
  func clones() throws {
    let one = try ErasureClone()
    let ticket = try one.open(bob)
    try one.open(ann)
    let two = try one.clone("second")
    try two.reply(ticket, bob)
    try two.open(bob)
    try two.pull(one)
    try one.pull(two)
    try one.erase(bob)
    #expect(try one.store.unscrubbed().count == 1)
    #expect(codes(try one.store.fsck(repair: false)) == [.logUnscrubbed])
    #expect(try one.files(holding: bob).keys.allSatisfy { $0.hasPrefix("events") })
    try two.pull(one)
    try two.look()
    try two.expectNothing(of: "bob")
    try one.pull(two)
    try one.expectSound()
    try one.expectNothing(of: "bob")
    let all = try exchange([one, two])
    #expect(all[0] == all[1])
  }

  @Test("An erasure may arrive before what it erases")
  func early() throws {
    let one = try ErasureClone()
    try one.open(ann)
    let two = try one.clone("second")
    let three = try one.clone("third")
    let ticket = try two.open(bob)
    try two.reply(ticket, bob)
    try three.pull(two)
    try three.erase(bob)
    try three.reply(ticket, bob)
    let erasing = try #require(try Replica.current(three.layout)).name
    try one.pull(three) { $0.replica == erasing[...] }
    try one.look()
    #expect(try one.files(holding: bob).isEmpty)
    try one.pull(two)
    try one.look()
    #expect(try one.files(holding: bob).keys.allSatisfy { $0.hasPrefix("events") })
    #expect(try one.store.snapshot().ticket(ticket)?.isErased == true)
    let all = try exchange([one, two, three])
    #expect(all[0] == all[1])
    #expect(all[1] == all[2])
    for clone in [one, two, three] {
      try clone.expectNothing(of: "bob")
      try clone.expectSound()
    }
  }

  @Test("Two clones that erase the same person apart from each other end the same")
  func twice() throws {
    let one = try ErasureClone()
    let ticket = try one.open(bob)
    let two = try one.clone("second")
    try two.reply(ticket, bob)
    try one.erase(bob)
    try two.erase(bob)
    let all = try exchange([one, two])
    #expect(all[0] == all[1])
    #expect(try FileSystem.names(in: one.layout.customers).count == 1)
    try one.expectSound()
    try two.expectNothing(of: "bob")
  }

  @Test("Random clones that write, erase and pull in any order end the same", arguments: 0..<12)
  func random(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let first = try ErasureClone()
    var tickets = [(try first.open(bob), bob), (try first.open(ann), ann)]
    let clones = [first, try first.clone("second"), try first.clone("third")]
    for _ in 0..<24 {
      let clone = clones[Int.random(in: 0..<3, using: &chance)]
      let person = Bool.random(using: &chance) ? bob : ann
      let ticket = tickets[Int.random(in: 0..<tickets.count, using: &chance)]
      switch Int.random(in: 0..<10, using: &chance) {
      case 0...1: tickets.append((try clone.open(person), person))
      case 2...4 where try clone.store.snapshot().ticket(ticket.0) != nil:
        try clone.reply(ticket.0, ticket.1)
      case 5 where try clone.store.snapshot().ticket(ticket.0) != nil:
        try clone.eraseContent(ticket.0)
      case 6: try clone.erase(person)
      case 7...8: try clone.pull(clones[Int.random(in: 0..<3, using: &chance)])
      default: try clone.look()
      }
    }
    let all = try exchange(clones)
    #expect(all[0] == all[1])
    #expect(all[1] == all[2])
    for clone in clones {
      try clone.expectSound()
      // What the log says is all there is.
      let documents = try clone.files()
      for part in ["tickets", "customers", ".support/folded"] {
        try? FileSystem.removeTree(clone.layout.root + "/" + part)
      }
      try clone.look()
      #expect(try clone.files() == documents)
    }
  }

  @Test("Whoever is killed while scrubbing leaves what the next command finishes", arguments: 0..<4)
  func killed(stage: Int) throws {
    let desk = try ErasureClone()
    let file = try desk.keep("secret-file-of-bob")
    let ticket = try desk.open(bob, attaching: file)
    let old = try desk.files()
    try desk.erase(bob)
    let new = try desk.files()
    // The documents, and at first the log, as they were before; the erasure is in the log.
    for (path, text) in old where stage < 3 || !path.hasPrefix("tickets") {
      let kept = path.hasPrefix("events") ? try erasureLines(new[path] ?? "") : ""
      if path.hasPrefix("events"), stage > 0 { continue }
      try FileSystem.replace(desk.layout.root + "/" + path, with: Array((text + kept).utf8))
    }
    if stage < 2 { _ = try desk.keep("secret-file-of-bob") }
    if stage > 0 { try FoldMark.forget(desk.layout) }
    try desk.look()
    #expect(try desk.files() == new)
    try desk.expectNothing(of: "bob")
    try desk.expectSound()
    #expect(try desk.store.snapshot().ticket(ticket)?.isErased == true)
  }

  private func erasureLines(_ log: String) throws -> String {
    log.split(separator: "\n").filter { $0.contains("\"erase\":") }.map { $0 + "\n" }.joined()
  }

  @Test("A reader that cannot write shows nothing of it")
  func reader() throws {
    let one = try ErasureClone()
    let ticket = try one.open(bob)
    let two = try one.clone("second")
    try one.erase(bob)
    let store = try two.store
    let lock = try store.takeLock(for: "test")
    try two.pull(one)
    let snapshot = try store.snapshot()
    #expect(try snapshot.ticket(ticket)?.subject == "[erased]")
    #expect(try snapshot.customer(bob) == nil)
    let logged = try snapshot.scrubbed(EventLog(two.layout).allEvents())
    #expect(!logged.contains { String(describing: $0).contains(bob) })
    #expect(try !two.files(holding: bob).isEmpty)
    _ = consume lock
  }

  @Test("The file of erasures can be lost")
  func lostFile() throws {
    let one = try ErasureClone()
    let ticket = try one.open(bob)
    let two = try one.clone("second")
    try two.reply(ticket, bob)
    try one.erase(bob)
    try FileSystem.remove(one.layout.folded + "/erasures")
    try one.pull(two)
    try one.look()
    #expect(try one.files(holding: bob).keys.allSatisfy { $0.hasPrefix("events") })
    #expect(try one.store.snapshot().ticket(ticket)?.messages.count == 2)
  }

  @Test("A document from before the erasure is stale, not an edit by hand")
  func oldDocument() throws {
    let desk = try ErasureClone()
    let ticket = try desk.open(bob)
    let path = desk.layout.document(.ticket(ticket))
    let old = try FileSystem.read(path)
    try desk.erase(bob)
    try FileSystem.replace(path, with: old)
    #expect(codes(try desk.store.fsck(repair: true)) == [.documentStale])
    try desk.expectNothing(of: "bob")
  }

  @Test("A line that cannot be read keeps nobody's document alive")
  func damaged() throws {
    let desk = try ErasureClone()
    let ticket = try desk.open(bob)
    try desk.reply(ticket, bob)
    let log = EventLog(desk.layout)
    let path = log.path(try #require(try log.files().first))
    var bytes = try FileSystem.read(path)
    let place = try #require(bytes.lastIndex(of: UInt8(ascii: "s")))
    bytes[place] = UInt8(ascii: "S")
    try FileSystem.replace(path, with: bytes)
    try desk.erase(bob)
    #expect(try desk.files(holding: "bob", in: ["tickets", "customers"]).isEmpty)
    #expect(codes(try desk.store.fsck(repair: false)) == [.logChecksum])
  }
}
