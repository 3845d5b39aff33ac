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
    do {
      guard let bytes = try FileSystem.readIfPresent(layout.document(key)) else { return .nothing }
      return Self.parse(bytes, key)
    } catch let error as SystemError where error.isNoFile || error.isReadOnly {
      return .unreadable(error.reason)
    }
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
      if ConflictMarker.begins(in: bytes) {
        return .unreadable("merge conflict markers")
      }
      return .unreadable("line \(error.line): \(error.message)")
    } catch {
      return .unreadable("\(error)")
    }
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
      for key in keys {
        do { try FileSystem.settleFile(layout.document(key)) } catch let error as SystemError
          where error.isMissing || error.isInTheWay
        {}
      }
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

  /// The ids of the tickets in the folder of one day. What lies in another day's folder is nobody's
  /// document: the path follows from the id.
  func ticketIDs(in folder: String) throws -> [TicketID] {
    let day = folder.suffix(8).split(separator: "/").joined() + "-"
    return try FileSystem.namesIfPresent(in: folder).compactMap { name in
      name.hasPrefix(day) && name.hasSuffix(".json") ? TicketID(name.dropLast(5)) : nil
    }
  }

  func customerKeys() throws -> [RecordKey] {
    try FileSystem.namesIfPresent(in: layout.customers).compactMap(Self.customerKey)
  }

  /// The customer whose document has this name; nil for a name that no document gets.
  static func customerKey(_ name: String) -> RecordKey? {
    guard name.hasSuffix(".json"), let email = PercentName.decode(name.dropLast(5)),
      PercentName.encode(email) + ".json" == name
    else { return nil }
    return RecordKey(.customer, email)
  }

  /// All records that have a document.
  func keys() throws -> [RecordKey] {
    try ticketIDs().map(RecordKey.ticket) + customerKeys()
  }
}
