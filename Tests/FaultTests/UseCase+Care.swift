import Platform
import SupportDesk
import SupportModel
import Testing

@testable import SupportStore

extension UseCase {
  static let careCases = repairCases + healingCases + [importCase]

  /// A document of another desk, with the ids that it had there, and a loose record.
  private static let importCase = UseCase("import") { scene in
    func add(to run: inout ImportRun) throws {
      for (place, line) in records.enumerated() {
        try run.add(.line(Array(line.utf8)), line: place + 1)
      }
    }
    return try scene.desk().importTickets(reject: { throw $0.reason }, from: add).warning
  }

  private static let records = [
    #"{"format":1,"id":"261101-k7qx9m","subject":"Lamp","status":"new","priority":"high","#
      + #""created_at":"2026-11-01T10:00:00.000Z","updated_at":"2026-11-01T10:00:00.000Z","#
      + #""last_message_at":"2026-11-01T10:00:00.000Z","messages":[{"#
      + #""id":"01KMB0000000000000000000A1","at":"2026-11-01T10:00:00.000Z","author":"agent:ada","#
      + #""direction":"inbound","body":"one"}],"head":"01KMB0000000000000000000A1"}"#,
    #"{"subject": "Loose", "customer": "kim@example.com", "created_at": "2026-10-01", "#
      + #""status": "closed", "external_id": 7, "messages": [{"body": "x"}]}"#,
  ]

  private static let repairCases = [
    UseCase(
      "adopt", after: { try $0.rewrite(0, "subject", as: "Lamp is broken") },
      run: { try $0.desk().adopt([$0.tickets[0]]).warning }),
    UseCase(
      "rebuild", after: { try FileSystem.removeTree($0.layout.tickets) },
      run: {
        _ = try $0.desk().rebuild([])
        return nil
      }
    ).stepwise,
    UseCase(
      "fsck", "that mends",
      after: { scene in
        try scene.put("<<<<<<< HEAD\n", at: scene.documentPath(0))
        try scene.put("half", at: "agents/ada.json.77.tmp")
      },
      run: {
        _ = try $0.desk().fsck(repair: true)
        return nil
      }
    ).stepwise,
    UseCase(
      "sla check", after: { $0.pass(hours: 24 * 9) }, run: { try $0.desk().checkSLAs().warning }),
    UseCase(
      "sla check", "that escalates",
      after: { scene in
        try scene.put(escalating, at: "support.json")
        scene.pass(hours: 24 * 9)
      }, run: { try $0.desk().checkSLAs().warning }),
  ]

  private static let escalating = """
    {"format": 1, "sla": {"policies": [{"name": "all", "targets": {
      "normal": {"first_response": "1h"}, "high": {"first_response": "1h", "resolution": "2h"}},
      "escalate": {"priority": "high", "tag": "late", "notify": ["ada"]}}]}}
    """

  private static let healingCases = [
    UseCase("ticket list", "after a pull", after: { try $0.pull() }, run: { try $0.look() }),
    UseCase(
      "ticket reply", "after a pull", after: { try $0.pull() },
      run: { try $0.desk().reply($0.tickets[0], "Which bulb is it?").warning }),
    UseCase(
      "ticket list", "without a mark", after: { try FileSystem.removeTree($0.layout.folded) },
      run: { try $0.look() }),
    UseCase(
      "ticket note", "after a writer was killed", after: { try $0.tearLog() },
      run: { try $0.desk().note($0.tickets[0], "It goes on.").warning }),
  ]
}

extension Scene {
  fileprivate func documentPath(_ number: Int) throws -> String {
    let id = try #require(TicketID(tickets[number]))
    return layout.relative(layout.document(.ticket(id)))
  }

  /// Edits a field of a document by hand.
  fileprivate func rewrite(_ number: Int, _ field: String, as value: String) throws {
    let path = try documentPath(number)
    var document = try #require(JSONParser.parse(text(at: path)).object)
    document[field] = .string(value)
    try put(String(decoding: JSON.object(document).prettyBytes, as: UTF8.self), at: path)
  }

  /// Leaves behind what a writer had done when it was killed.
  fileprivate func tearLog() throws {
    let log = EventLog(layout)
    let file = try #require(log.files().last)
    try FileSystem.appendDurably(Array("{\"id\":\"01M7W6".utf8), to: log.path(file))
  }

  /// What only looks at the desk.
  func look() throws -> SystemError? {
    let desk = try desk()
    _ = try desk.list(Filter.parse("", desk.filterContext))
    return nil
  }

  fileprivate func pull() throws {
    try pull {
      try copy()
      _ = try desk("eve").reply(tickets[0], "I am on it.", status: "pending")
      _ = try desk("eve").open(Opening(subject: "From elsewhere", body: "By phone."))
    }
  }

  /// Brings along what somebody did in another copy: a log file, without the documents.
  func pull(_ work: () throws -> Void) throws {
    let before = try FolderTree(of: root)
    try work()
    let after = try FolderTree(of: root)
    let logs = after.entries.filter { $0.key.hasPrefix("events/") }
    var pulled = before
    pulled.entries.merge(logs) { $1 }
    try pulled.lay(at: root)
    pass()
  }
}
