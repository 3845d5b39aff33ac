/// A change that a verb wants to make, before it has an id, a time and an author.
package struct EventDraft: Hashable, Sendable {
  package var type: EventType
  package var subject: RecordKey
  package var patch: Patch
  package var meta: JSONObject
  /// What it erases, where that is what it is for.
  package var erasure: Erasure?

  package init(
    _ type: EventType, _ subject: RecordKey, _ patch: Patch = Patch(), meta: JSONObject = .init(),
    erasure: Erasure? = nil
  ) {
    (self.type, self.subject, self.patch, self.meta) = (type, subject, patch, meta)
    self.erasure = erasure
  }
}

/// What an event does to a document.
package struct Patch: Hashable, Sendable {
  /// Fields by dotted path; null removes.
  package var set = JSONObject()
  /// Values to put into lists that are sets, where they are not in them yet.
  package var add = JSONObject()
  /// Values to take out of lists that are sets.
  package var remove = JSONObject()
  /// One more message of the thread.
  package var message: JSONObject?
  /// What `set` replaced, for the audit; folding does not read it.
  package var from = JSONObject()

  package init() {}

  package init(
    set: JSONObject = .init(), add: JSONObject = .init(), remove: JSONObject = .init(),
    message: JSONObject? = nil
  ) {
    (self.set, self.add, self.remove, self.message) = (set, add, remove, message)
  }

  package var isEmpty: Bool {
    self.set.isEmpty && add.isEmpty && remove.isEmpty && message == nil
  }
}

/// One line of the log: who changed what, when, why and how.
package struct Event: Hashable, Sendable {
  package var id: EventID
  /// The wall clock of whoever wrote it. Order is the id's.
  package var at: Instant
  package var by: Actor
  package var type: EventType
  package var subject: RecordKey
  package var patch: Patch
  package var meta: JSONObject
  package var erasure: Erasure?
  /// The event that erased the content of this one.
  package var scrubbed: EventID?
  /// Its place among the events of its transaction; nil for one that was made alone.
  package var part: EventPart?

  package init(_ draft: EventDraft, id: EventID, at: Instant, by: Actor) {
    self.id = id
    self.at = at
    self.by = by
    type = draft.type
    subject = draft.subject
    patch = draft.patch
    meta = draft.meta
    erasure = draft.erasure
  }
}

extension Event {
  /// The event with its members in the order of the format, without the checksum.
  package var json: JSONObject {
    var line: [JSONObject.Member] = []
    line.reserveCapacity(13)
    func add(_ key: String, _ value: JSON) { line.append(.init(key: key, value: value)) }
    func add(_ key: String, _ part: JSONObject) { if !part.isEmpty { add(key, .object(part)) } }
    add("id", .string(id.description))
    add("at", .string(at.description))
    add("by", .string(by.description))
    add("type", .string(type.description))
    add(subject.kind.rawValue, .string(subject.name))
    add("set", patch.set)
    add("add", patch.add)
    add("remove", patch.remove)
    add("message", patch.message ?? JSONObject())
    add("from", patch.from)
    add("meta", meta)
    if let erasure { add("erase", .object(erasure.json)) }
    if let scrubbed { add("scrubbed", .string(scrubbed.description)) }
    // Last of all: readers take it off the end of the line.
    if let part { add("part", part.json) }
    return JSONObject(unique: line)
  }

  /// Reads an event from its members; members that this version does not know are passed over.
  package init(json: JSONObject) throws(EventError) {
    func text(_ key: String) throws(EventError) -> String {
      guard let text = json[key]?.string else { throw .member(key) }
      return text
    }
    func object(_ key: String) throws(EventError) -> JSONObject {
      guard let value = json[key] else { return JSONObject() }
      guard let object = value.object, object.keys.allSatisfy(Self.isShallow) else {
        throw .member(key)
      }
      return object
    }
    guard let id = EventID(try text("id")) else { throw .member("id") }
    guard id.time < EventID.end else { throw .lateID }
    guard let at = Instant(try text("at")) else { throw .member("at") }
    guard let by = Actor(try text("by")) else { throw .member("by") }
    guard let kind = RecordKind.allCases.first(where: { json[$0.rawValue] != nil }) else {
      throw .noSubject
    }
    var patch = Patch(set: try object("set"), add: try object("add"), remove: try object("remove"))
    patch.message = json["message"] == nil ? nil : try object("message")
    patch.from = try object("from")
    let draft = EventDraft(
      EventType(try text("type")), RecordKey(kind, try text(kind.rawValue)), patch,
      meta: try object("meta"), erasure: try Self.erasure(json, of: kind))
    self.init(draft, id: id, at: at, by: by)
    if json["scrubbed"] != nil {
      guard let erasing = EventID(try text("scrubbed")) else { throw .member("scrubbed") }
      scrubbed = erasing
    }
    if let place = json["part"] {
      self.part = EventPart(json: place)
      guard self.part != nil else { throw .member("part") }
    }
  }
}

extension Event {
  private static func erasure(
    _ json: JSONObject, of kind: RecordKind
  ) throws(EventError) -> Erasure? {
    guard let value = json["erase"] else { return nil }
    guard let erasure = value.object.flatMap(Erasure.init),
      erasure.mayErase(RecordKey(kind, json[kind.rawValue]?.string ?? ""))
    else { throw .member("erase") }
    return erasure
  }

  /// Whether a dotted key reaches no deeper than documents go: at most 16 parts.
  private static func isShallow(_ key: String) -> Bool {
    key.utf8.count { $0 == UInt8(ascii: ".") } < 16
  }
}

/// Why a line of the log is not an event.
package enum EventError: Error, Equatable {
  case notJSON(JSONError)
  case noChecksum
  case checksum(expected: String, found: String)
  case member(String)
  case noSubject
  /// The id is of a time from `EventID.end` on.
  case lateID
  /// The line stands in a file of a day before the one on which its ticket was opened.
  case earlyFile
}
