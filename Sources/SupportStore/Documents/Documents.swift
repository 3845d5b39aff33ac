import Platform
import SupportModel

/// The documents as they lie on disk.
struct Documents: Sendable {
  let layout: DeskLayout

  enum Found {
    case document(JSONObject)
    case nothing
    /// Bytes that are no document of this record: conflict markers, a cut file, somebody's edit.
    case unreadable(String)
  }

  func read(_ key: RecordKey) throws -> Found {
    guard let bytes = try FileSystem.readIfPresent(layout.document(key)) else { return .nothing }
    return Self.parse(bytes, key)
  }

  static func parse(_ bytes: [UInt8], _ key: RecordKey) -> Found {
    do {
      guard let object = try JSONParser.parse(bytes).object else {
        return .unreadable("not a JSON object")
      }
      let name = object[key.kind == .customer ? "email" : "id"]?.string
      guard name == key.name else { return .unreadable("it names another record") }
      return .document(object)
    } catch let error as JSONError {
      if bytes.starts(with: "<<<<<<<".utf8) || contains("\n<<<<<<< ", bytes) {
        return .unreadable("merge conflict markers")
      }
      return .unreadable("line \(error.line): \(error.message)")
    } catch {
      return .unreadable("\(error)")
    }
  }

  private static func contains(_ text: String, _ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(text)
  }

  static func bytes(_ document: JSONObject) -> [UInt8] { JSON.object(document).prettyBytes }

  func write(_ document: JSONObject, _ key: RecordKey) throws {
    try FileSystem.replace(layout.document(key), with: Self.bytes(document))
  }

  /// The last event of a document on disk; nil where none can be read.
  func head(_ key: RecordKey) -> EventID? {
    guard case .document(let document)? = try? read(key) else { return nil }
    return document["head"]?.string.flatMap { EventID($0) }
  }

  /// So few documents are synced each by itself, which does not wait for what other programs write.
  private static let few = 16

  /// Waits until documents are on the disk: these, or everything.
  func settle(_ keys: some Collection<RecordKey>, isAll: Bool) throws {
    if isAll || keys.count > Self.few {
      try FileSystem.settle([layout.root, layout.tickets, layout.customers])
    } else {
      for key in keys { try FileSystem.settleFile(layout.document(key)) }
    }
  }

  /// The ids of all tickets that have a document, in order.
  func ticketIDs() throws -> [TicketID] {
    var ids: [TicketID] = []
    for year in try FileSystem.namesIfPresent(in: layout.tickets) {
      for month in try FileSystem.namesIfPresent(in: "\(layout.tickets)/\(year)") {
        for day in try FileSystem.namesIfPresent(in: "\(layout.tickets)/\(year)/\(month)") {
          ids += try ticketIDs(in: "\(layout.tickets)/\(year)/\(month)/\(day)")
        }
      }
    }
    return ids
  }

  /// The ids of the tickets in the folder of one day.
  func ticketIDs(in folder: String) throws -> [TicketID] {
    try FileSystem.namesIfPresent(in: folder).compactMap { name in
      name.hasSuffix(".json") ? TicketID(name.dropLast(5)) : nil
    }
  }

  func customerKeys() throws -> [RecordKey] {
    try FileSystem.namesIfPresent(in: layout.customers).compactMap { name in
      name.hasSuffix(".json")
        ? PercentName.decode(name.dropLast(5)).map { RecordKey(.customer, $0) } : nil
    }
  }

  /// All records that have a document.
  func keys() throws -> [RecordKey] {
    try ticketIDs().map(RecordKey.ticket) + customerKeys()
  }
}
