import Platform
import SupportModel

/// The documents as they lie on disk.
struct Documents: Sendable {
  let layout: DeskLayout

  enum Found {
    case document(JSONObject)
    case nothing
    /// What a merge of two texts left, with its markers.
    case conflicted
    /// Bytes that are no document of this record: a cut file, somebody's edit.
    case unreadable(String)
  }

  func read(_ key: RecordKey) throws -> Found { try readWithTime(key).found }

  /// The same with the time when the file was last changed, in nanoseconds; 0 where none was read.
  func readWithTime(_ key: RecordKey) throws -> (found: Found, changed: Int64) {
    do {
      let (bytes, status) = try FileSystem.readWithStatus(layout.document(key))
      return (Self.parse(bytes, key), status.changed)
    } catch let error as SystemError where error.isMissing {
      return (.nothing, 0)
    } catch let error as SystemError where error.isNoFile || error.isReadOnly {
      return (.unreadable(error.reason), 0)
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
      if ConflictMarker.begins(in: bytes) { return .conflicted }
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
  func ticketIDs() throws -> [TicketID] { try ticketFolders().flatMap(ticketIDs) }

  /// The folders of the days, in order.
  private func ticketFolders() throws -> [String] {
    try (1...3).reduce([layout.tickets]) { folders, _ in
      try folders.flatMap { folder in
        try FileSystem.namesIfPresent(in: folder).map { folder + "/" + $0 }
      }
    }
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

  /// The names of all customers that have a document. A file name that is not the whole of a name is
  /// looked into.
  func customerNames() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.customers).compactMap { file in
      if let key = Self.customerKey(file) { return key.name }
      guard file.hasSuffix(".json"), file.utf8.contains(UInt8(ascii: "~")),
        let bytes = try FileSystem.readIfPresent(layout.customers + "/" + file),
        let name = (try? JSONParser.parse(bytes))?["email"]?.string,
        PercentName.encode(name) + ".json" == file
      else { return nil }
      return name
    }
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

  /// The records of the folders in which a file was made, replaced or removed after a time, in
  /// nanoseconds.
  func keys(stirredAfter time: Int64) throws -> [RecordKey] {
    func isStirred(_ folder: String) throws -> Bool {
      try FileSystem.statusIfPresent(folder).map { $0.changed > time } ?? false
    }
    let tickets = try ticketFolders().filter(isStirred).flatMap(ticketIDs)
    let customers = try isStirred(layout.customers) ? customerKeys() : []
    return tickets.map(RecordKey.ticket) + customers
  }
}
