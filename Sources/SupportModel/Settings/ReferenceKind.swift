/// A kind of thing outside of the desk that tickets can be about: orders, consignments, invoices.
package struct ReferenceKind: Hashable, Sendable {
  /// As tickets name it.
  package var kind: String
  /// The name that people read.
  package var label: String
  /// Where such a thing can be looked at, with `{id}` for its number; nil where nowhere.
  package var url: String?

  package init(_ kind: String) { (self.kind, label) = (kind, kind) }

  /// The one kind that every desk has, kept in a ticket's `order`.
  package static let order = "order"

  /// The address of one of them. Its number comes from strangers: whatever could mean something in an
  /// address is encoded.
  package func address(of reference: String) -> String? {
    url.map { pattern in
      let parts = pattern.split(separator: "{id}", omittingEmptySubsequences: false)
      return parts.joined(separator: Self.encoded(reference))
    }
  }

  /// RFC 3986: all but the unreserved characters as `%XX` of their UTF-8.
  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}

extension ReferenceKind {
  package static let expectedKind =
    "lower-case letters, digits, - _; no kind of link and no word of filters"
  package static let expectedURL = "https://, an address, and {id} in it"

  /// Kinds of links between tickets are taken: both lie in a ticket's `links`. So are the fields of
  /// filters, where `KIND:5` asks for a reference; only an order is one itself.
  package static func isLegal(kind: String) -> Bool {
    CustomField.isLegal(name: kind) && LinkKind(rawValue: kind) == nil
      && (kind == "order" || !FilterField.named.contains { $0.names.contains(kind) })
  }

  package static func isLegal(url: String) -> Bool {
    ["https://", "http://"].contains { url.lowercased().hasPrefix($0) } && url.contains("{id}")
      && !url.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
  }

  init(_ reader: SettingsReader) throws {
    try reader.allowOnly(["kind", "label", "url"])
    self.init(try reader.requiredText("kind"))
    guard Self.isLegal(kind: kind) else {
      throw reader.error("kind", "\"\(kind)\" is no kind of reference: \(Self.expectedKind)")
    }
    label = try reader.filledText("label") ?? kind
    url = try reader.filledText("url")
    if let url, !Self.isLegal(url: url) {
      throw reader.error("url", "\"\(url)\" is no pattern: \(Self.expectedURL)")
    }
  }

  /// The entry in `support.json`.
  package var json: JSONObject {
    var object = JSONObject([("kind", .string(kind))])
    if label != kind { object["label"] = .string(label) }
    object["url"] = url.map(JSON.string)
    return object
  }
}

/// What the tickets of a desk can be about outside of it.
package struct ReferenceKinds: Hashable, Sendable {
  package var all: [ReferenceKind] = []

  package init() {}

  /// With `order`, which need not be declared.
  package var kinds: [String] {
    let declared = all.map(\.kind)
    return declared.contains(ReferenceKind.order) ? declared : [ReferenceKind.order] + declared
  }

  package subscript(kind: String) -> ReferenceKind? { all.first { $0.kind == kind } }

  init(_ readers: [SettingsReader]) throws {
    all = try readers.map(ReferenceKind.init)
    for (reader, one) in zip(readers, all) where all.count(where: { $0.kind == one.kind }) > 1 {
      throw reader.error("kind", "two references are called \"\(one.kind)\"")
    }
  }
}
