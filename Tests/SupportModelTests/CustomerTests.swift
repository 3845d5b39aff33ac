import Testing

@testable import SupportModel

/// Several addresses of one customer, and customers who become one.
struct CustomerTests {
  /// Records in words: `bob=ann` is bob's that leads to ann, `ann+bob` is ann's with bob's address.
  private func records(_ words: String) -> (String) -> JSONObject? {
    var records: [String: JSONObject] = [:]
    for word in words.split(separator: " ") {
      let names = word.split { "=+".contains($0) }.map(String.init)
      var record = JSONObject([("email", .string(names[0]))])
      if word.contains("=") { record["same_as"] = .string(names[1]) }
      if word.contains("+") { record["emails"] = .array(names.dropFirst().map(JSON.string)) }
      records[names[0]] = record
    }
    return { records[$0] }
  }

  @Test(
    "An address leads to its customer, in clones that merged in both directions too",
    arguments: [
      ("bob", "bob", "bob"), ("bob=ann ann", "bob", "ann"), ("cem=bob bob=ann ann", "cem", "ann"),
      ("bob=ann ann=bob", "bob", "ann"), ("bob=ann ann=bob", "ann", "ann"),
      ("dan=cem cem=bob bob=cem", "dan", "bob"), ("bob=bob", "bob", "bob"),
      ("bob=gone", "bob", "bob"),
    ])
  func main(given: String, address: String, expected: String) {
    #expect(Customer.main(of: address, records(given))?.email == expected)
  }

  @Test("Nobody is on record under an unknown address")
  func unknown() { #expect(Customer.main(of: "bob", records("ann")) == nil) }

  @Test(
    "An address counts where its own record leads: of two who claim it, one has it",
    arguments: [
      ("ann+bob bob=ann", "ann", "ann bob"), ("ann+bob cem+bob bob=cem", "ann", "ann"),
      ("ann+bob cem+bob bob=cem", "cem", "cem bob"), ("ann+bob bob", "ann", "ann"),
      ("ann+bob bob+ann ann=bob bob=ann", "ann", "ann"),
    ])
  func addresses(given: String, email: String, expected: String) throws {
    let records = records(given)
    let customer = try #require(records(email).flatMap(Customer.init))
    #expect(customer.addresses(records).joined(separator: " ") == expected)
  }

  private let acting = Acting(
    Person(Agent(handle: "ada")), DeskSettings(), at: sampleTime, customers: { _ in nil })

  @Test("A merged record takes what it does not say itself, and keeps what it says")
  func taking() throws {
    var (own, other) = (CustomerEdit(), CustomerEdit())
    (own.name, own.notes, own.addPhones) = ("Bob", "First.", ["11"])
    own.addConsents = ["news"]
    (other.name, other.tier, other.notes) = ("Robert", "gold", "Second.")
    (other.addPhones, other.addConsents) = (["22", "11"], ["calls"])
    other.removeConsents = ["news"]
    let bob = try edited("bob@a.example", own)
    let rob = try edited("rob@b.example", other)
    let patch = bob.taking([rob])
    #expect(patch.set["name"] == nil)
    #expect(patch.set["tier"] == "gold")
    #expect(patch.set["notes"] == "First.\n\nSecond.")
    #expect(patch.add["emails"]?.strings == ["rob@b.example"])
    #expect(patch.add["phones"]?.strings == ["22"])
    #expect(patch.set["consents.calls"]?["given"] == true)
    #expect(patch.set["consents.news"] == nil)
  }

  private func edited(_ email: String, _ edit: CustomerEdit) throws -> Customer {
    let blank = Customer(email: email)
    let patch = try #require(try blank.edit(edit, acting))
    let draft = EventDraft(.customerUpdated, blank.key, patch)
    let event = Event(draft, id: EventID(bits: 1), at: sampleTime, by: .agent("ada"))
    return try #require(Customer(Fold.document(nil, adding: event)))
  }

  @Test("An edit to what is so already is no change")
  func unchanged() throws {
    var edit = CustomerEdit()
    (edit.name, edit.addPhones, edit.addConsents) = ("Bob", ["11 22"], ["news"])
    let bob = try edited("bob@a.example", edit)
    #expect(try bob.edit(edit, acting) == nil)
  }

  @Test("What the desk keeps for itself is not the customer's to see")
  func forCustomer() throws {
    var edit = CustomerEdit()
    (edit.name, edit.tier, edit.notes) = ("Bob", "gold", "Pays late.")
    let seen = try edited("bob@a.example", edit).forCustomer
    #expect((seen.name, seen.tier, seen.notes) == ("Bob", nil, nil))
  }
}

/// Organisations of the settings, and what their members share.
struct OrganisationTests {
  private func settings(_ organisations: String) throws -> DeskSettings {
    try DeskSettings(
      file: "support.json", bytes: Array("{\"format\":1,\"organisations\":\(organisations)}".utf8))
  }

  @Test(
    "An address belongs to the organisation of its domain, or that names it",
    arguments: [
      ("bob@acme.example", "Acme"), ("bob@sub.acme.example", nil), ("bob@notacme.example", nil),
      ("ann@mail.example", "Acme"), ("eve@mail.example", nil), ("kim@globex.example", "Globex"),
      ("joe@globex.example", "Acme"), ("x858x0p2h9@erased.invalid", nil),
    ])
  func belongs(address: String, expected: String?) throws {
    let settings = try settings(
      """
      [{"name":"Acme","domains":["ACME.example","erased.invalid"],
        "members":["Ann@mail.example","joe@globex.example"]},
       {"name":"Globex","domains":["globex.example"]}]
      """)
    #expect(settings.organisations[address]?.name == expected)
    let having = settings.organisations.all.filter { $0.has(address) }.map(\.name)
    #expect(having == [expected].compactMap(\.self))
  }

  @Test(
    "Mistakes are named",
    arguments: [
      ("[{\"name\":\"A\"}]", "domains"), ("[{\"domains\":[\"a.example\"]}]", "name"),
      ("[{\"name\":\"A\",\"domains\":[\"a b\"]}]", "domains[0]"),
      ("[{\"name\":\"A\",\"members\":[\"a\"]}]", "members[0]"),
      ("[{\"name\":\"A\",\"domains\":[\"a.example\",\"a.example\"]}]", "domains"),
      ("[{\"name\":\"A\",\"domains\":[\"a.x\"]},{\"name\":\"a\",\"domains\":[\"b.x\"]}]", "name"),
      ("[{\"name\":\"A\",\"domains\":[\"a.x\"],\"share\":true}]", "share"), ("{}", ""),
    ])
  func mistakes(text: String, field: String) {
    do {
      _ = try settings(text)
      Issue.record("\(text) is taken")
    } catch let error as SettingsError {
      #expect(error.field.hasSuffix(field))
    } catch {
      Issue.record(error)
    }
  }

  private let acme = Organisation(name: "Acme", domains: ["example.com"], sharesTickets: true)

  @Test("Members of an organisation that shares read and answer; what is the customer's stays so")
  func sharing() throws {
    let scene = try Scene("bob open, ada reply")
    let ticket = try #require(scene.ticket)
    var mia = Person(.customer("mia@example.com"))
    mia.contact = Contact(name: "Mia", addresses: ["mia@example.com"], sharing: acme)
    let acting = Acting(mia, DeskSettings(), at: sampleTime, customers: { _ in nil })
    #expect(acting.permissions.mayRead(ticket))
    let reply = try ticket.reply("Me too", acting)
    #expect(reply.patch.message?["author_name"] == "Mia")
    #expect(reply.patch.set["read_by_customer_at"] == nil)
    #expect(throws: Refusal.self) { try ticket.change(status: "closed", acting) }
    #expect(throws: Refusal.self) { try ticket.markRead(acting) }
    #expect(throws: Refusal.self) { try ticket.rate(5, comment: nil, acting) }
    mia.contact?.sharing = nil
    #expect(!Permissions(mia, PermissionSettings()).mayRead(ticket))
  }
}
