import Platform
import SupportModel
import Testing

@testable import SupportDesk
@testable import SupportStore

/// Importing and exporting as people do it.
struct ImportTests {
  private func export(_ office: Office, _ filter: String = "") throws -> [String] {
    let desk = try office.desk("ada")
    var lines: [String] = []
    try desk.exportTickets(Filter.parse(filter, desk.filterContext)) {
      lines.append(JSON.object($0.document).compact)
    }
    return lines
  }

  @discardableResult
  private func `import`(
    _ lines: [String], into office: Office, as name: String = "ada", isDryRun: Bool = false
  ) throws -> (result: Imported, rejected: [RejectedRecord]) {
    var rejected: [RejectedRecord] = []
    func add(to run: inout ImportRun) throws {
      for (place, line) in lines.enumerated() {
        try run.add(.line(Array(line.utf8)), line: place + 1)
      }
    }
    let result = try office.desk(name).importTickets(
      isDryRun: isDryRun, reject: { rejected.append($0) }, from: add)
    #expect(result.rejected == rejected.count)
    return (result, rejected)
  }

  /// What is wrong with a desk, but for its policies.
  private func faults(_ desk: Desk) throws -> [FsckFinding] {
    try desk.fsck(repair: false).findings.filter { $0.code != .settingsPolicy }
  }

  /// Each ticket's bytes on the disk.
  private func documents(_ office: Office) throws -> [String: [UInt8]] {
    let layout = DeskLayout(root: office.root)
    var documents: [String: [UInt8]] = [:]
    for id in try Documents(layout: layout).ticketIDs() {
      documents[id.description] = try FileSystem.read(layout.document(.ticket(id)))
    }
    return documents
  }

  private func worked(_ seed: UInt64, steps: Int = 60) throws -> Office {
    let office = try Office(settings: RandomWork.settings)
    var dice = Chance(seed: seed)
    var ids: [String] = []
    for _ in 0..<steps { try RandomWork.step(office, &ids, &dice) }
    return office
  }

  @Test("Whatever people did, an empty desk makes the same documents of it", arguments: 1...12)
  func sameDocuments(seed: Int) throws {
    let office = try worked(UInt64(seed))
    let new = try Office(settings: RandomWork.settings)
    new.now = office.now
    let lines = try export(office)
    let (result, rejected) = try `import`(lines, into: new)
    #expect(rejected.isEmpty && result.tickets == lines.count)
    #expect(try documents(new) == documents(office))
    #expect(try faults(new.desk("ada")).isEmpty)
    // From the log alone, too: it says all of it.
    let layout = DeskLayout(root: new.root)
    try FileSystem.removeTree(layout.tickets)
    try FileSystem.removeTree(layout.local)
    #expect(try export(new) == lines)
    #expect(try documents(new) == documents(office))
    #expect(try faults(new.desk("ada")).isEmpty)
  }

  @Test("People go on working with imported tickets")
  func goingOn() throws {
    let office = try worked(77)
    let new = try Office(settings: RandomWork.settings)
    new.now = office.now
    try `import`(export(office), into: new)
    for ticket in try new.desk("ada").allTickets() {
      let id = ticket.id.description
      if ticket.status != "closed" { _ = try new.desk("eve").note(id, "seen") }
      let after = try new.desk("ada").ticket(id)
      #expect(try #require(after.head) >= #require(ticket.head))
    }
    _ = try new.desk("ada").checkSLAs()
    #expect(try faults(new.desk("ada")).isEmpty)
  }

  @Test("Importing twice changes nothing, neither documents nor loose records")
  func twice() throws {
    let office = try worked(5)
    let new = try Office(settings: RandomWork.settings)
    new.now = office.now
    let lines = try export(office) + [#"{"subject": "loose", "external_id": "X-1"}"#]
    #expect(try `import`(lines, into: new).result.tickets == lines.count)
    let before = try (documents(new), new.events().count)
    let (again, rejected) = try `import`(lines + lines, into: new)
    #expect(again.skipped == 2 * lines.count && again.tickets == 0 && rejected.isEmpty)
    #expect(try documents(new) == before.0 && new.events().count == before.1)
  }

  @Test("Within one file, the first record of an external id counts")
  func repeatedExternalID() throws {
    let office = try Office()
    let (result, _) = try `import`(
      [#"{"subject": "one", "external_id": "1"}"#, #"{"subject": "two", "external_id": 1}"#],
      into: office)
    #expect(result.tickets == 1 && result.skipped == 1)
    #expect(try office.subjects("external_id:1") == ["one"])
  }

  @Test("Another ticket of the same id is rejected")
  func takenID() throws {
    let office = try Office()
    let id = try office.open("Lamp")
    let old = try export(office)
    _ = try office.desk("ada").note(id, "seen")
    let (result, rejected) = try `import`(old, into: office)
    #expect(result.tickets == 0)
    guard case .idTaken? = rejected.first?.reason as? ImportError else {
      Issue.record("\(rejected)")
      return
    }
  }

  @Test("A dry run counts and writes nothing")
  func dryRun() throws {
    let office = try Office()
    let lines = [#"{"subject": "one", "customer": "bob@example.com"}"#, #"{"subject": 3, "x": 1}"#]
    let (result, _) = try `import`(lines, into: office, isDryRun: true)
    #expect(result.tickets == 1 && result.customers == 1 && result.rejected == 1)
    #expect(try office.events().isEmpty && documents(office).isEmpty)
  }

  @Test("Customers are met once, and keep the names they have")
  func customers() throws {
    let office = try Office()
    _ = try office.open("Lamp", by: "bob@example.com")
    let (result, _) = try `import`(
      [
        #"{"subject": "one", "customer": {"email": "Ann@example.com", "name": "Ann"}, "created_at": "2026-01-01"}"#,
        #"{"subject": "two", "customer": "Annie <ann@example.com>"}"#,
        #"{"subject": "three", "customer": "Bob Li <bob@example.com>"}"#,
      ], into: office)
    #expect(result.customers == 1)
    let snapshot = try DeskStore(DeskLayout(root: office.root)).snapshot()
    let ann = try #require(try snapshot.customer("ann@example.com"))
    #expect(ann["name"] == "Ann" && ann["created_at"] == "2026-01-01T00:00:00.000Z")
    #expect(try snapshot.customer("bob@example.com")?["name"] == "Bob Li")
  }

  @Test("Who was erased is not brought back")
  func erased() throws {
    let office = try Office()
    _ = try office.open("Lamp")
    let old = try export(office)
    _ = try office.desk("ada").erase("bob@example.com")
    let lines =
      old.map { $0.replacing(/"id":"......-....../, with: "\"id\":\"261120-zzzzzz") } + [
        #"{"subject": "one", "customer": "bob@example.com"}"#,
        #"{"subject": "two", "messages": [{"body": "x", "author": "customer:bob@example.com"}]}"#,
        #"{"subject": "three", "customer": "ann@example.com"}"#,
      ]
    let (result, rejected) = try `import`(lines, into: office)
    #expect(result.tickets == 1 && rejected.map(\.line) == [1, 2, 3])
    #expect(try !office.events().contains { String(describing: $0).contains("bob@example.com") })
    #expect(try faults(office.desk("ada")).isEmpty)
  }

  @Test("A ticket that is erased after its import is as empty as any other")
  func erasedAfter() throws {
    let office = try worked(9)
    let new = try Office(settings: RandomWork.settings)
    new.now = office.now
    try `import`(export(office), into: new)
    for desk in [office, new] { _ = try desk.desk("ada").erase("c1@example.com") }
    let (theirs, ours) = (try documents(office), try documents(new))
    #expect(theirs.keys.sorted() == ours.keys.sorted())
    #expect(!ours.values.contains { String(decoding: $0, as: UTF8.self).contains("c1@example") })
    #expect(try faults(new.desk("ada")).isEmpty)
    // An erased ticket is a document like any other.
    let third = try Office(settings: RandomWork.settings)
    third.now = new.now
    let (result, rejected) = try `import`(export(new), into: third)
    #expect(rejected.isEmpty && result.tickets == ours.count)
    #expect(try documents(third) == ours)
  }

  @Test("A clone of the desk folds imported tickets to the same documents")
  func clone() throws {
    let office = try worked(3)
    let new = try Office(settings: RandomWork.settings)
    new.now = office.now
    try `import`(export(office), into: new)
    let copy = new.root + "-copy"
    for path in ["support.json", "agents/ada.json", "agents/eve.json"] {
      try FileSystem.replace(copy + "/" + path, with: FileSystem.read(new.root + "/" + path))
    }
    let log = EventLog(DeskLayout(root: new.root))
    for file in try log.files() {
      try FileSystem.replace(
        EventLog(DeskLayout(root: copy)).path(file), with: FileSystem.read(log.path(file)))
    }
    let clone = try Desk(from: copy, as: "ada", Environment([:]), at: new.now, chance: Chance())
    #expect(try clone.allTickets().map(\.document) == new.desk("ada").allTickets().map(\.document))
    #expect(try faults(clone).isEmpty)
  }

  @Test("Only admins import; customers and nobody from outside export")
  func rights() throws {
    let office = try Office()
    _ = try office.open("Lamp")
    for name in ["eve", "vic", "bob@example.com"] {
      #expect(throws: Refusal.self) { try `import`([], into: office, as: name) }
    }
    let bob = try office.desk("bob@example.com")
    #expect(throws: Refusal.self) { try bob.exportTickets(.everything) { _ in } }
    let vic = try office.desk("vic")
    var seen = 0
    try vic.exportTickets(.everything) { _ in seen += 1 }
    #expect(seen == 1)
  }

  @Test("Many records make several batches")
  func batches() throws {
    let office = try Office()
    let lines = (0..<4200).map { #"{"subject": "s\#($0)", "external_id": \#($0)}"# }
    #expect(try `import`(lines, into: office).result.tickets == 4200)
    #expect(try faults(office.desk("ada")).isEmpty)
    #expect(try `import`(lines, into: office).result.skipped == 4200)
    #expect(try export(office).count == 4200)
  }
}
