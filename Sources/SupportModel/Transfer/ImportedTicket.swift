/// A ticket as it is to be once it is imported: what its events will add up to.
package struct ImportedTicket: Sendable {
  /// The name that it brings along; a loose record gets one.
  package var id: TicketID?
  /// The id of its last event, for a document of ours.
  package var head: EventID?
  package var createdAt: Instant
  package var updatedAt: Instant
  /// All members of its document but those that have a place of their own here.
  var members = JSONObject()
  var statuses: [JSON] = []
  /// Each with its time and author.
  var messages: [JSONObject] = []
  /// The document that its events have to fold to, where it came as one.
  var document: JSONObject?
  package var customerName: String?

  init(createdAt: Instant, updatedAt: Instant) {
    (self.createdAt, self.updatedAt) = (createdAt, updatedAt)
  }

  /// The customer's address; nil for an internal ticket.
  package var customer: String? { members["customer"]?.string }
  /// What it is called in the system that it comes from.
  package var externalID: String? { members["external_id"]?.string }

  /// The SHA-256 of each file that hangs on its messages.
  package var files: [String] {
    messages.filter { $0["attachments"] != nil }
      .flatMap { Message($0).attachments.map(\.sha256) }
  }
}

extension ImportedTicket {
  /// Whom a record names, in its own words.
  package var people: People {
    People(
      customer: customer, authors: messages.compactMap { $0["author"]?.string },
      watchers: members["watchers"]?.strings ?? [])
  }

  /// People as a record names them: few imports ask for their addresses.
  package struct People: Sendable {
    let customer: String?
    let authors: [String]
    let watchers: [String]

    package var addresses: Set<String> {
      let written = authors.compactMap { Actor($0)?.email }
      return Set([customer].compactMap(\.self) + written + watchers.filter { $0.contains("@") })
    }
  }
}

extension ImportedTicket {
  package var messageCount: Int { messages.count }
}

extension JSON {
  /// Reads a record's text. Invalid UTF-8 is repaired: each broken part becomes U+FFFD.
  package init(importing bytes: [UInt8]) throws {
    do { self = try JSONParser.parse(bytes) } catch let error as JSONError {
      let repaired = String(decoding: bytes, as: UTF8.self)
      guard String(validating: bytes, as: UTF8.self) == nil,
        let value = try? JSONParser.parse(repaired)
      else { throw ImportError.notJSON(error) }
      self = value
    }
  }
}
