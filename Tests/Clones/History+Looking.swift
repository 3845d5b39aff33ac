import Foundation

/// Reading commands between the steps: none may fail, show a marker or show what is past.
extension History {
  func look(at clone: Clone) throws {
    switch dice.roll(6) {
    case 0: try run("support --as ada ticket list -a", in: clone)
    case 1: try run("support --as ada log", in: clone)
    case 2: try run("support --as ada kb list && support --as ada agent list", in: clone)
    case 3: try run("support --as ada fsck", in: clone)
    case 4:
      guard
        let id = events(in: clone).filter({ $0.record.hasPrefix("ticket") }).randomElement(
          using: &dice)?.record.dropFirst(7)
      else { return }
      let shown = try run(
        "support --as ada ticket show \(id) --json=id,head,links,messages", in: clone)
      // Before the document it may be told that the ticket was merged into another, which is shown.
      try compareShown([String(shown.text.drop { $0 != "{" })], in: clone, all: false)
    default: try lookAtAll(of: clone)
    }
  }

  /// Every ticket is listed, each up to the last event that the log holds of it.
  func lookAtAll(of clone: Clone) throws {
    let text = try run("support --as ada ticket list -a --json=id,head,links,messages", in: clone)
      .text
    try compareShown(text.split(separator: "\n").map(String.init), in: clone, all: true)
  }

  private func compareShown(_ documents: [String], in clone: Clone, all: Bool) throws {
    var expected: [String: (head: String, messages: Set<String>)] = [:]
    for event in events(in: clone) where event.record.hasPrefix("ticket ") {
      var record = expected[String(event.record.dropFirst(7))] ?? ("", [])
      record.head = max(record.head, event.id)
      if event.hasMessage { record.messages.insert(event.id) }
      expected[String(event.record.dropFirst(7))] = record
    }
    var shown: Set<String> = []
    var shownMessages: [String] = []
    for line in documents {
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let object, let id = object["id"] as? String, let record = expected[id] else {
        throw Complaint("\(clone.name) shows what its log does not hold: \(line)")
      }
      shown.insert(id)
      let messages = (object["messages"] as? [[String: Any]] ?? []).compactMap {
        $0["id"] as? String
      }
      shownMessages += messages
      // A merge or a split shows messages elsewhere than in the ticket they were sent to.
      let isAlone = object["links"] == nil
      guard object["head"] as? String == record.head,
        !isAlone || Set(messages) == record.messages
      else { throw Complaint("\(clone.name) shows \(id) as it was, not up to \(record.head)") }
    }
    guard all else { return }
    if shown != Set(expected.keys) {
      let missing = Set(expected.keys).subtracting(shown)
      throw Complaint("\(clone.name) does not list \(missing.sorted())")
    }
    let sent = expected.values.reduce(into: Set<String>()) { $0.formUnion($1.messages) }
    if shownMessages.count != sent.count || Set(shownMessages) != sent {
      throw Complaint("\(clone.name) does not show each message once")
    }
  }
}
