import Platform
import SupportModel
import Testing

@testable import SupportStore

struct FsckTests {
  /// A sound desk with a ticket whose message has an attachment.
  private func makeDesk() throws -> (desk: TestDesk, id: TicketID, sha256: String) {
    let desk = try TestDesk()
    let files = AttachmentStore(desk.layout)
    let path = desk.folder.path + "/note.txt"
    try FileSystem.replace(path, with: Array("hello".utf8))
    let incoming = try AttachmentStore.read(path, Limits())
    try files.keep(incoming)
    let id = try desk.open("one")
    var transaction = try desk.transaction()
    let message = JSONObject([
      ("body", "see there"), ("attachments", .array([incoming.attachment.json])),
    ])
    try transaction.record(
      EventDraft(.ticketMessageAdded, .ticket(id), Patch(message: message)), by: .agent("ada"))
    #expect(try transaction.commit() == nil)
    #expect(try codes(desk.store.fsck(repair: false)) == [])
    return (desk, id, incoming.attachment.sha256)
  }

  /// The one finding there has to be, before a repair; afterwards it is gone or it stays.
  private func expect(
    _ code: Finding.Code, in desk: TestDesk, mended: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Finding {
    let found = try desk.store.fsck(repair: false)
    #expect(codes(found) == [code], sourceLocation: sourceLocation)
    #expect(found.findings.count { $0.isRepaired } == 0, sourceLocation: sourceLocation)
    #expect(found.isSound == code.isWarning, sourceLocation: sourceLocation)
    let repaired = try desk.store.fsck(repair: true)
    #expect(repaired.findings.map(\.isRepaired) == [mended], sourceLocation: sourceLocation)
    #expect(repaired.isSound == (mended || code.isWarning), sourceLocation: sourceLocation)
    let after = try desk.store.fsck(repair: false)
    #expect(codes(after) == (mended ? [] : [code]), sourceLocation: sourceLocation)
    return try #require(found.findings.first, sourceLocation: sourceLocation)
  }

  private func replace(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try FileSystem.read(path)
    change(&bytes)
    try FileSystem.replace(path, with: bytes)
  }

  @Test("A sound desk is counted and nothing is found")
  func sound() throws {
    let (desk, _, _) = try makeDesk()
    let report = try desk.store.fsck(repair: true)
    #expect(report.findings.isEmpty && report.isSound)
    #expect(report.events == 2)
    #expect(report.documents == 1)
    #expect(report.attachments == 1)
  }

  @Test("A mistake in an agent's file or an article is found with its line")
  func settings() throws {
    let (desk, _, _) = try makeDesk()
    try FileSystem.replace(desk.layout.agent("eve"), with: Array("{\n\"role\": \"boss\"}".utf8))
    let finding = try expect(.settingsInvalid, in: desk, mended: false)
    #expect(finding.file == "agents/eve.json")
    #expect(finding.line == 2)
    try FileSystem.remove(desk.layout.agent("eve"))
    try FileSystem.replace(desk.layout.article("en", "x"), with: Array("no header".utf8))
    #expect(try expect(.settingsInvalid, in: desk, mended: false).file == "kb/en/x.md")
  }

  @Test("An own torn line is set aside before anything is looked for, as by every command")
  func torn() throws {
    let (desk, id, _) = try makeDesk()
    try desk.append(Array(try desk.line(id, "order", "A").prefix(30)), to: desk.logPath)
    #expect(try desk.store.fsck(repair: false).findings.isEmpty)
    #expect(try FileSystem.names(in: desk.layout.torn).count == 1)
  }

  @Test("Another replica's torn line is found and left alone")
  func foreignTorn() throws {
    let (desk, id, _) = try makeDesk()
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    let part = Array(try desk.line(id, "order", "A").prefix(30))
    try FileSystem.replace(path, with: part)
    _ = try expect(.logUnfinished, in: desk, mended: false)
    #expect(try FileSystem.read(path) == part)
  }

  @Test("A line whose checksum is wrong is found, with the record it looks to be about")
  func checksum() throws {
    let (desk, id, _) = try makeDesk()
    try replace(try desk.logPath) { $0[$0.count / 4] ^= 1 }
    let report = try desk.store.fsck(repair: true)
    let finding = try #require(report.findings.first { $0.code == .logChecksum })
    #expect(finding.line == 1)
    #expect(finding.record == .ticket(id))
    #expect(!finding.isRepaired)
    #expect(!report.isSound)
  }

  @Test("A line that is no event although its checksum is right is found")
  func unreadable() throws {
    let (desk, _, _) = try makeDesk()
    try desk.append(EventLine.seal(Array(#"{"id":"x"}"#.utf8)) + [0x0A], to: desk.logPath)
    #expect(try expect(.logUnreadable, in: desk, mended: false).line == 3)
  }

  @Test("An event that stands twice is a warning, and one that says two things an error")
  func repeats() throws {
    let (desk, id, _) = try makeDesk()
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    let line = try #require(try EventLog(desk.layout).lines(of: desk.logFile).lines.last)
    try FileSystem.replace(path, with: line.bytes + [0x0A])
    #expect(try expect(.logRepeated, in: desk, mended: false).record == .ticket(id))
    var forked = try line.event()
    forked.meta["other"] = true
    try FileSystem.replace(path, with: EventLine.encode(forked) + [0x0A])
    #expect(try expect(.logForked, in: desk, mended: false).record == .ticket(id))
  }

  @Test("A file among the logs that is none is a warning")
  func stray() throws {
    let (desk, _, _) = try makeDesk()
    try FileSystem.replace(desk.layout.events + "/2026/11/readme.txt", with: [])
    #expect(try expect(.logStrayFile, in: desk, mended: false).file == "events/2026/11/readme.txt")
  }

  @Test("A document that is behind its log is folded again")
  func stale() throws {
    let (desk, id, _) = try makeDesk()
    let before = try FileSystem.read(desk.document(id))
    try desk.set(id, "order", "A")
    try FileSystem.replace(desk.document(id), with: before)
    #expect(try expect(.documentStale, in: desk, mended: true).record == .ticket(id))
    try desk.expectWhole()
  }

  @Test("A document that knows more than its log is kept: it may be the last copy")
  func ahead() throws {
    let (desk, id, _) = try makeDesk()
    let log = try FileSystem.read(desk.logPath)
    try desk.set(id, "order", "A")
    let document = try FileSystem.read(desk.document(id))
    try FileSystem.replace(desk.logPath, with: log)
    // With the mark this would be a reset, which documents follow.
    try FileSystem.removeTree(desk.layout.folded)
    _ = try expect(.documentAhead, in: desk, mended: false)
    #expect(try FileSystem.read(desk.document(id)) == document)
  }

  @Test("An edit by hand is found with its fields, and left for its owner")
  func edited() throws {
    let (desk, id, _) = try makeDesk()
    try replace(desk.document(id)) { bytes in
      bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("\"one\"", with: "\"1\"").utf8)
    }
    #expect(
      try expect(.documentEdited, in: desk, mended: false).detail == "changed by hand: subject")
    try replace(desk.document(id)) { bytes in
      bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("\"1\"", with: "\"one\"").utf8)
      bytes.append(0x0A)
    }
    #expect(
      try expect(.documentEdited, in: desk, mended: false).detail == "changed by hand: its layout")
  }

  @Test("A missing document is folded again")
  func missing() throws {
    let (desk, id, _) = try makeDesk()
    try FileSystem.remove(desk.document(id))
    _ = try expect(.documentMissing, in: desk, mended: true)
    try desk.expectWhole()
  }

  @Test("A document with conflict markers is folded again")
  func unreadableDocument() throws {
    let (desk, id, _) = try makeDesk()
    try replace(desk.document(id)) { $0 = Array("<<<<<<< HEAD\n".utf8) + $0 }
    #expect(
      try expect(.documentUnreadable, in: desk, mended: true).detail == "merge conflict markers")
    try desk.expectWhole()
  }

  @Test("A document that no event names is found and kept")
  func orphan() throws {
    let (desk, id, _) = try makeDesk()
    let other = try #require(TicketID("261120-000000"))
    try FileSystem.replace(desk.document(other), with: FileSystem.read(desk.document(id)))
    #expect(try expect(.documentOrphan, in: desk, mended: false).record == .ticket(other))
  }

  @Test("An attachment that is missing, damaged or nobody's is found")
  func attachments() throws {
    let (desk, id, sha256) = try makeDesk()
    let path = desk.layout.attachment(sha256)
    try replace(path) { $0[0] ^= 1 }
    #expect(
      try expect(.attachmentDamaged, in: desk, mended: false).file == desk.layout.relative(path))
    try FileSystem.remove(path)
    #expect(try expect(.attachmentMissing, in: desk, mended: false).record == .ticket(id))
    try FileSystem.replace(path, with: Array("hello".utf8))
    let other = SHA256.hexadecimal(of: [1])
    try FileSystem.replace(desk.layout.attachment(other), with: [1])
    _ = try expect(.attachmentOrphan, in: desk, mended: false)
  }

  @Test("What a killed command was writing beside its place is swept up")
  func leftovers() throws {
    let (desk, id, sha256) = try makeDesk()
    let places = [
      desk.document(id), desk.layout.attachment(sha256), desk.layout.settings,
      desk.layout.agent("ada"), desk.layout.folded + "/mark", desk.layout.article("en", "x"),
    ]
    for place in places {
      try FileSystem.replace(place + ".4711.tmp", with: [])
      _ = try expect(.fileLeftover, in: desk, mended: true)
    }
  }

  @Test("Other people's files in the desk's folder are no business of fsck")
  func notLeftovers() throws {
    let (desk, _, _) = try makeDesk()
    for name in ["notes.tmp", "report.2026.tmp", "support.json.tmp"] {
      try FileSystem.replace(desk.layout.root + "/" + name, with: [])
    }
    #expect(try codes(desk.store.fsck(repair: true)) == [])
  }

  @Test("Every finding is a line of JSON with the same members")
  func json() throws {
    let finding = Finding(.logTorn, file: "events/x", line: 3, record: nil, "cut")
    #expect(
      JSON.object(finding.json).compact
        == #"{"code":"log.torn","severity":"error","file":"events/x","line":3,"detail":"cut","#
        + #""derivable":true,"repaired":false}"#)
  }

  @Test(
    "No byte of a log can change without a finding, and other tickets still read", arguments: 0..<6)
  func anyByte(seed: UInt64) throws {
    let desk = try TestDesk()
    let ids = try desk.open("one", "two", "three", by: "bob@example.com")
    try desk.set(ids[1], "order", "A")
    let path = try desk.logPath
    let whole = try FileSystem.read(path)
    let first = try #require(try EventLog(desk.layout).lines(of: desk.logFile).lines.first).bytes
      .count
    var random = Chance(seed: seed)
    for _ in 0..<15 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      try FileSystem.replace(path, with: bytes)
      let report = try desk.store.fsck(repair: false)
      #expect(!report.isSound, "byte \(place) to \(bytes[place])")
      if place < first { #expect(try desk.read(ids[2]) == "three") }
      for id in ids.dropFirst(place < whole.count / 2 ? 2 : 0).prefix(1) {
        #expect(try desk.read(id) != nil)
      }
    }
    try FileSystem.replace(path, with: whole)
    _ = try desk.store.snapshot()
    try desk.expectWhole()
  }
}

struct HandEditTests {
  @Test("An edit becomes a patch: sets as what came and what went, the rest with its old value")
  func patch() throws {
    let folded = JSONObject([
      ("id", "x"), ("subject", "a"), ("team", "t"), ("tags", ["vip", "old"]), ("head", "1"),
    ])
    let found = JSONObject([
      ("id", "x"), ("subject", "b"), ("tags", ["vip", "new"]), ("head", "2"), ("order", "A"),
    ])
    let edit = HandEdit(found: found, folded: folded)
    #expect(edit.fields == ["subject", "team", "tags", "head", "order"])
    #expect(edit.foreign == ["head"])
    #expect(edit.patch.set == JSONObject([("subject", "b"), ("team", .null), ("order", "A")]))
    #expect(edit.patch.from == JSONObject([("subject", "a"), ("team", "t")]))
    #expect(edit.patch.add == JSONObject([("tags", ["new"])]))
    #expect(edit.patch.remove == JSONObject([("tags", ["old"])]))
  }
}
