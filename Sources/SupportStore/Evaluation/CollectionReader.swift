import SupportModel

/// Takes the lines of one file of a judged collection, and says which one is wrong.
package struct CollectionReader {
  /// The longest line, in bytes: there are whole books in such collections.
  package static let longestLine = 64 << 20

  private let file: String
  private(set) var line = 0
  private var ids: [String: Int] = [:]

  init(_ file: String) { self.file = file }

  /// The text of the next line without what surrounds it; nil where there is none.
  mutating func text(_ bytes: [UInt8]) -> [UInt8]? {
    line += 1
    var bytes = bytes[...]
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes.allSatisfy { $0 <= 0x20 } ? nil : Array(bytes)
  }

  func error(_ fault: CollectionError.Fault) -> CollectionError {
    CollectionError(file: file, line: line, fault)
  }

  /// The object on the line.
  func object(_ bytes: [UInt8]) throws -> JSONObject {
    do {
      let json = try JSONParser.parse(bytes)
      guard let object = json.object else { throw error(.notObject(found: json.kindName)) }
      return object
    } catch let fault as JSONError {
      throw error(.notJSON(fault))
    }
  }

  /// The id of the object, which none before it has: a text or a number.
  mutating func id(_ object: JSONObject) throws -> String {
    let found = object["id"] ?? object["_id"]
    let id: String
    switch found {
    case .string(let text) where !text.isEmpty: id = text
    case .integer(let number): id = String(number)
    case .string, nil: throw error(.missing(member: "id"))
    case let other?:
      throw error(.wrongKind(member: "id", expected: "a text", found: other.kindName))
    }
    if let line = ids.updateValue(line, forKey: id) {
      throw error(.givenTwice(id: id, line: line))
    }
    return id
  }

  /// A text of the object, where there is one.
  func text(_ member: String, of object: JSONObject) throws -> String? {
    guard let value = object[member], value != .null else { return nil }
    guard let text = value.string else {
      throw error(.wrongKind(member: member, expected: "a text", found: value.kindName))
    }
    return text
  }
}
