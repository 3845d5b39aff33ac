import Testing

@testable import SupportModel

/// Given what happened to a ticket, when somebody acts, then an event or a refusal.
struct LifecycleTests {
  private func expect(_ given: String, _ when: String, _ then: String) throws {
    #expect(try Scene(given).outcome(when) == then, "given \(given)")
  }

  @Test(
    "Opening sets the facts that applied",
    arguments: [
      (
        "bob open",
        "created says inbound subject=Help status=new priority=normal channel=web "
          + "customer=bob@example.com created_at=now"
      ),
      (
        "ada open",
        "created says inbound subject=Help status=new priority=normal channel=web created_at=now"
      ),
      (
        "ada open for=Bob@Example.com priority=medium tag=VIP assign=eve category=billing/refund x=1",
        "created says inbound subject=Help status=new priority=normal category=billing/refund "
          + "channel=web customer=bob@example.com assigned_to=eve fields.x=1 created_at=now +tags=vip"
      ),
      ("bob open for=mia@example.com", "refused: may not open tickets for somebody else"),
      ("bob open tag=vip", "refused: may not assign or tag tickets"),
      ("bob open assign=ada", "refused: may not assign or tag tickets"),
      ("vic open", "refused: may not open tickets"),
      ("model open", "refused: may not open tickets"),
      ("ada open priority=top", "refused: no priority top"),
      ("ada open channel=fax", "refused: no channel fax"),
      ("ada open category=../x", "refused: category cannot be ../x"),
      ("ada open a/b=1", "refused: field cannot be a/b"),
    ])
  func opening(when: String, then: String) throws {
    try expect("", when, then)
  }

  @Test("The description is the customer's, also when an agent opens it for them")
  func description() throws {
    var scene = try Scene("ada open for=bob@example.com")
    #expect(scene.ticket?.messages.first?.author == .customer("bob@example.com"))
    scene = try Scene("ada open")
    #expect(scene.ticket?.messages.first?.author == .agent("ada"))
    #expect(scene.ticket?.messages.first?.authorName == "Ada")
    #expect(scene.ticket?.timeline.map(\.status) == ["new"])
  }

  @Test(
    "An answer moves the status by itself, in the same event",
    arguments: [
      (
        "bob open", "ada reply",
        "message.added says outbound read_by_agent_at=now first_response_at=now status=open"
      ),
      ("bob open, ada reply", "ada reply", "message.added says outbound read_by_agent_at=now"),
      ("bob open", "bob reply", "message.added says inbound read_by_customer_at=now"),
      (
        "bob open, ada reply pending", "bob reply",
        "message.added says inbound read_by_customer_at=now status=open"
      ),
      (
        "bob open, ada reply, ada status resolved", "bob reply",
        "message.added says inbound read_by_customer_at=now status=open resolved_at=null "
          + "sla.outcome=null"
      ),
      (
        "bob open, ada reply, ada status on_hold", "bob reply",
        "message.added says inbound read_by_customer_at=now"
      ),
      (
        "bob open, ada reply, ada status resolved", "ada reply",
        "message.added says outbound read_by_agent_at=now"
      ),
      (
        "bob open", "ada reply waiting-for-customer",
        "message.added says outbound read_by_agent_at=now first_response_at=now status=pending"
      ),
      (
        "bob open", "ada reply new",
        "message.added says outbound read_by_agent_at=now first_response_at=now"
      ),
      // The desk's own answer is not a human's: no clock stops.
      ("bob open", "desk reply", "message.added says outbound"),
      ("bob open", "ada reply gone", "refused: no status gone"),
      ("bob open, ada status resolved", "ada reply pending", "refused: resolved to pending"),
      ("bob open, ada status closed", "ada reply", "refused: closed takes no messages"),
      ("bob open, ada status closed", "bob reply", "refused: closed takes no messages"),
      ("bob open, ada status cancelled", "ada note", "refused: cancelled takes no messages"),
      ("bob open", "bob reply pending", "refused: may not set the status"),
      ("bob open", "mia reply", "refused: may not answer this ticket"),
      ("bob open", "vic reply", "refused: may not answer this ticket"),
    ])
  func answers(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test(
    "A note stops no clock and moves nothing",
    arguments: [
      ("bob open", "ada note", "note.added says internally read_by_agent_at=now"),
      (
        "bob open, ada status resolved", "ada note",
        "note.added says internally read_by_agent_at=now"
      ),
      ("bob open", "bob note", "refused: may not write notes"),
      ("bob open", "vic note", "refused: may not write notes"),
    ])
  func notes(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test(
    "A ticket goes to an agent, a team or nobody",
    arguments: [
      ("bob open", "ada assign eve", "assigned assigned_to=eve"),
      ("bob open, ada assign eve", "ada assign eve", "nothing"),
      ("bob open, ada assign eve", "ada assign ada", "assigned assigned_to=ada"),
      ("bob open, ada assign eve", "ada assign none", "assigned assigned_to=null"),
      ("bob open", "ada assign none", "nothing"),
      ("bob open", "ada assign team:tier-2", "assigned team=tier-2"),
      ("bob open", "ada assign vic", "refused: assignee cannot be vic"),
      ("bob open", "bob assign ada", "refused: may not assign this ticket"),
      ("bob open", "ada claim", "assigned assigned_to=ada"),
      ("bob open, ada claim", "ada claim", "nothing"),
      ("bob open, ada claim", "eve claim", "refused: ada has it"),
      ("bob open", "vic claim", "refused: may not claim tickets"),
      ("bob open", "desk claim", "refused: may not claim tickets"),
      ("bob open", "bob claim", "refused: may not claim tickets"),
    ])
  func assigning(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test(
    "A status changes along the lifecycle, with the facts that come with it",
    arguments: [
      ("bob open", "ada status in-progress", "status_changed status=in_progress"),
      ("bob open", "ada status resolved", "resolved status=resolved resolved_at=now"),
      ("bob open", "ada status closed", "closed status=closed closed_at=now"),
      ("bob open", "ada status canceled", "cancelled status=cancelled"),
      ("bob open, ada status resolved", "ada status closed", "closed status=closed closed_at=now"),
      (
        "bob open, ada status resolved", "ada status open",
        "reopened status=open resolved_at=null sla.outcome=null"
      ),
      ("bob open", "ada status new", "refused: is new"),
      ("bob open", "ada status gone", "refused: no status gone"),
      ("bob open, ada status closed", "ada status resolved", "refused: closed to resolved"),
      ("bob open, ada reply", "ada status new", "refused: open to new"),
      ("bob open", "bob status closed", "closed status=closed closed_at=now"),
      ("bob open", "bob status resolved", "refused: may not set the status"),
      ("bob open", "mia status closed", "refused: may not close this ticket"),
      ("bob open", "vic status closed", "refused: may not set the status"),
      (
        "bob open", "ada close-with",
        "closed says outbound first_response_at=now read_by_agent_at=now status=closed closed_at=now"
      ),
      (
        "bob open", "bob close-with",
        "closed says inbound read_by_customer_at=now status=closed closed_at=now"
      ),
      ("bob open, ada status cancelled", "ada close-with", "refused: cancelled takes no messages"),
    ])
  func statuses(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test(
    "What is done can be taken up again",
    arguments: [
      (
        "bob open, ada status closed", "ada reopen",
        "reopened status=open closed_at=null sla.outcome=null"
      ),
      (
        "bob open, ada status resolved, ada status closed", "ada reopen",
        "reopened status=open resolved_at=null closed_at=null sla.outcome=null"
      ),
      (
        "bob open, ada status cancelled", "ada reopen", "reopened status=open sla.outcome=null"
      ),
      (
        "bob open, ada status closed", "ada reopen with-a-message",
        "reopened says outbound first_response_at=now read_by_agent_at=now status=open "
          + "closed_at=null sla.outcome=null"
      ),
      ("bob open", "ada reopen", "refused: is new"),
      ("bob open, ada status closed", "bob reopen", "refused: may not reopen this ticket"),
    ])
  func reopening(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test(
    "An edit writes what differs, and nothing when nothing does",
    arguments: [
      ("bob open", "ada edit subject=New", "updated subject=New"),
      ("bob open", "ada edit subject=Help priority=medium", "nothing"),
      ("bob open", "ada edit priority=HIGH channel=phone", "updated priority=high channel=phone"),
      ("bob open", "ada edit +tag=VIP +tag=new", "updated +tags=vip,new"),
      ("bob open, ada edit +tag=vip", "ada edit +tag=vip", "nothing"),
      ("bob open, ada edit +tag=vip", "ada edit -tag=VIP", "updated -tags=vip"),
      ("bob open", "ada edit -tag=vip", "nothing"),
      ("bob open", "ada edit order=A-1 size=XL", "updated order=A-1 fields.size=XL"),
      ("bob open, ada edit size=XL", "ada edit size=", "updated fields.size=null"),
      ("bob open, ada edit category=billing", "ada edit category=", "updated category=null"),
      ("bob open", "ada edit subject=", "refused: empty subject"),
      ("bob open", "ada edit priority=top", "refused: no priority top"),
      ("bob open", "bob edit subject=New", "refused: may not edit this ticket"),
      ("bob open", "vic edit subject=New", "refused: may not edit this ticket"),
    ])
  func editing(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test(
    "Each side marks what it has read, once",
    arguments: [
      ("bob open", "ada read", "read read_by_agent_at=now"),
      ("bob open, ada read", "ada read", "nothing"),
      ("bob open, ada read, bob reply", "ada read", "read read_by_agent_at=now"),
      ("bob open", "bob read", "nothing"),
      ("bob open, ada reply", "bob read", "read read_by_customer_at=now"),
      ("bob open, ada note", "bob read", "nothing"),
      ("bob open", "vic read", "refused: may not mark this ticket read"),
      ("bob open", "mia read", "refused: may not mark this ticket read"),
    ])
  func reading(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test(
    "Watchers and links are sets",
    arguments: [
      ("bob open", "eve watch", "watched +watchers=ada"),
      ("bob open, eve watch", "ada watch", "nothing"),
      ("bob open, ada watch", "ada unwatch", "watched -watchers=ada"),
      ("bob open", "ada unwatch", "nothing"),
      ("bob open", "bob watch", "refused: may not watch tickets"),
      ("bob open", "ada link duplicates", "linked +links=duplicates"),
      ("bob open, ada link duplicates", "ada link duplicates", "nothing"),
      ("bob open, ada link duplicates", "ada unlink duplicates", "linked -links=duplicates"),
      ("bob open, ada link relates, ada link blocks", "ada link child", "linked +links=child"),
      (
        "bob open, ada link blocks", "ada link blocked_by",
        "refused: linkedOtherwise(\(storyID), kind: SupportModel.LinkKind.blocks, "
          + "to: \(Scene.otherID))"
      ),
      ("bob open, ada link duplicates", "ada unlink blocks", "nothing"),
      ("bob open", "bob link relates", "refused: may not link this ticket"),
    ])
  func sets(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test("A link is the same from both sides", arguments: LinkKind.allCases)
  func inverse(kind: LinkKind) {
    #expect(kind.inverse.inverse == kind)
    #expect((kind == .relates) == (kind.inverse == kind))
  }

  @Test(
    "The customer rates what is done, 1 to 5",
    arguments: [
      (
        "bob open, ada status resolved", "bob rate 5",
        "rated satisfaction.rating=5 satisfaction.at=now"
      ),
      (
        "bob open, ada status closed, bob rate 5", "bob rate 1",
        "rated satisfaction.rating=1 satisfaction.at=now"
      ),
      ("bob open", "bob rate 5", "refused: new is not done"),
      ("bob open, ada status cancelled", "bob rate 5", "refused: cancelled is not done"),
      ("bob open, ada status closed, bob rate 5", "bob rate 5", "nothing"),
      ("bob open, ada status closed", "bob rate 0", "refused: rating cannot be 0"),
      ("bob open, ada status closed", "bob rate 6", "refused: rating cannot be 6"),
      ("bob open, ada status closed", "mia rate 5", "refused: may not rate this ticket"),
      ("bob open, ada status closed", "ada rate 5", "refused: may not rate this ticket"),
    ])
  func rating(given: String, when: String, then: String) throws {
    try expect(given, when, then)
  }

  @Test("An event keeps what it replaced, for the audit")
  func from() throws {
    let scene = try Scene("bob open, ada assign eve")
    let ticket = try #require(scene.ticket)
    let ada = Acting(
      try #require(Scene.people["ada"]), scene.settings, at: sampleTime, customers: { _ in nil })
    let draft = try #require(try ticket.assign(.nobody, reason: "holiday", ada))
    #expect(draft.patch.from == members(["assigned_to": "eve"]))
    #expect(draft.meta == members(["action": "unassigned", "reason": "holiday"]))
  }
}

struct TextRulesTests {
  private var limits = Limits()

  @Test(
    "A subject is one line",
    arguments: [(" a  b ", "a b"), ("a\nb\r\n\tc", "a b c"), ("ä\u{2028}ö", "ä ö")])
  func subject(text: String, expected: String) throws {
    #expect(try TextRules.subject(text, limits) == expected)
  }

  @Test(
    "A message keeps its inner form without empty lines at its ends",
    arguments: [
      ("a", "a"), ("\n \na\n\n b\n\n", "a\n\n b"), ("a\r\nb\rc", "a\nb\nc"), ("  a  ", "  a  "),
    ])
  func message(text: String, expected: String) throws {
    #expect(try TextRules.message(text, limits) == expected)
  }

  @Test("A short subject of endless marks is too long all the same")
  func marks() {
    let subject = "e" + String(repeating: "\u{301}", count: 5000)
    #expect(throws: Refusal.tooLong(field: "subject", limit: 2040, actual: 10_001, unit: "bytes")) {
      try TextRules.subject(subject, limits)
    }
  }

  @Test("Nothing is ever cut: what is too long is refused with both numbers")
  func limit() throws {
    var limits = limits
    (limits.subjectLength, limits.messageSize) = (5, 5)
    #expect(try TextRules.subject("äöüäö", limits) == "äöüäö")
    #expect(throws: Refusal.tooLong(field: "subject", limit: 5, actual: 6, unit: "characters")) {
      try TextRules.subject("äöüäöü", limits)
    }
    #expect(try TextRules.message("12345", limits) == "12345")
    #expect(throws: Refusal.tooLong(field: "message", limit: 5, actual: 6, unit: "bytes")) {
      try TextRules.message("äöü", limits)
    }
  }

  @Test("Nothing said is refused", arguments: ["", " ", "\n\r\n\t", "\u{A0}"])
  func empty(text: String) {
    #expect(throws: Refusal.empty(field: "subject")) { try TextRules.subject(text, limits) }
    #expect(throws: Refusal.empty(field: "message")) { try TextRules.message(text, limits) }
  }

  @Test("A NUL byte is refused")
  func nul() {
    #expect(throws: Refusal.self) { try TextRules.subject("a\u{0}", limits) }
    #expect(throws: Refusal.self) { try TextRules.message("a\u{0}", limits) }
  }

  @Test("Tags are words", arguments: [("VIP", "vip"), ("é1-_./", "é1-_./"), ("日本", "日本")])
  func tags(text: String, expected: String) throws {
    #expect(try TextRules.tag(text) == expected)
  }

  @Test(
    "What is no word is no tag",
    arguments: ["", "a b", "-a", "a,b", "a\n", "\u{1b}", String(repeating: "a", count: 51)])
  func notTags(text: String) {
    #expect(throws: Refusal.self) { try TextRules.tag(text) }
  }

  @Test(
    "Categories and field names are paths of plain words",
    arguments: ["", "A", "a b", "/a", "a/", "-a", "a.b", "ä", String(repeating: "a", count: 101)])
  func notCodes(text: String) throws {
    #expect(throws: Refusal.self) { try TextRules.code(text, field: "category") }
    #expect(try TextRules.code("billing/refund_2-x", field: "category") == "billing/refund_2-x")
  }
}
