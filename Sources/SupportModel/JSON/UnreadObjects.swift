/// The objects of a list that were gone past without reading them: a desk's rules, most of which a command
/// has no use for. What they say is as correct as if it had been read.
package struct UnreadObjects: Sendable {
  /// What the list is called in the outermost object of its file.
  let key: String
  /// Members whose values can be read without the rest of their object: the bytes of their keys.
  let noted: [[UInt8]]
  /// For each object where it begins and ends, and then the same of each noted value; 0 and 0 where it
  /// has none.
  private(set) var places: [Int] = []

  init(key: String, noting noted: [String]) {
    (self.key, self.noted) = (key, noted.map { Array($0.utf8) })
  }

  private var width: Int { 2 + 2 * noted.count }
  var count: Int { places.count / width }

  /// The object with a number, out of the bytes of the file.
  func object(_ number: Int, of bytes: [UInt8]) -> JSONObject {
    Self.value(bytes, at: places[number * width]..<places[number * width + 1])?.object
      ?? JSONObject()
  }

  /// The value of a noted member, counted from 0; nil where the object has none.
  func value(of member: Int, in number: Int, of bytes: [UInt8]) -> JSON? {
    let place = number * width + 2 + 2 * member
    return places[place + 1] == 0
      ? nil : Self.value(bytes, at: places[place]..<places[place + 1])
  }

  /// Whether one of some texts is in the list under a noted member; nil where there is no list, or one of
  /// other things than plain texts.
  func holds(
    _ texts: [[UInt8]], of member: Int, in number: Int, of bytes: [UInt8]
  ) -> Bool? {
    let place = number * width + 2 + 2 * member
    return bytes.withUnsafeBufferPointer { bytes in
      var at = places[place]
      let end = places[place + 1]
      guard at < end, bytes[at] == UInt8(ascii: "[") else { return nil }
      while true {
        at += 1
        switch bytes[at] {
        case UInt8(ascii: "]"): return at + 1 == end ? false : nil
        case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","): continue
        case UInt8(ascii: "\""): break
        default: return nil
        }
        let start = at + 1
        repeat { at += 1 } while bytes[at] != UInt8(ascii: "\"") && bytes[at] != 0x5C
        if bytes[at] == 0x5C { return nil }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
        if texts.contains(where: { $0.withUnsafeBufferPointer { areSame($0, text) } }) {
          return true
        }
      }
    }
  }

  private static func value(_ bytes: [UInt8], at place: Range<Int>) -> JSON? {
    bytes.withUnsafeBufferPointer { bytes in
      // It was gone past, which is as strict as reading it.
      try? JSONParser.parse(UnsafeBufferPointer(rebasing: bytes[place]))
    }
  }

  fileprivate mutating func begin(at place: Int) {
    places.append(place)
    for _ in 1..<width { places.append(0) }
  }

  fileprivate mutating func end(at place: Int) { places[places.count - width + 1] = place }

  /// Notes where the value under a key begins and ends, if it is one of those to be noted.
  fileprivate mutating func note(
    _ key: UnsafeBufferPointer<UInt8>, _ from: Int, _ until: Int
  ) {
    for member in noted.indices
    where noted[member].count == key.count && key.elementsEqual(noted[member]) {
      let place = places.count - width + 2 + 2 * member
      (places[place], places[place + 1]) = (from, until)
    }
  }

  fileprivate mutating func forget() { places = [] }
}

/// Whether two short texts have the same bytes.
private func areSame(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool
{
  guard one.count == other.count else { return false }
  var place = 0
  while place < one.count, one[place] == other[place] { place += 1 }
  return place == one.count
}

extension JSONParser {
  /// Reads an object whose list under a key, where it is one of objects, is left unread; an empty one
  /// stands in its place.
  package static func parse(
    _ bytes: [UInt8], leaving unread: UnreadObjects
  ) throws -> (JSON, UnreadObjects) {
    try bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      parser.left = unread
      return (try parser.document(), parser.left ?? unread)
    }
  }

  /// Goes past a list of objects and notes where they are. Any other value is read.
  mutating func unreadList() throws -> JSON {
    skipSpace()
    let start = at
    guard at < bytes.count, bytes[at] == UInt8(ascii: "[") else { return try value() }
    try enter()
    skipSpace()
    if take("]") {
      leave()
      return .array([])
    }
    repeat {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else {
        // What else stands here, its reader tells.
        leave()
        left?.forget()
        at = start
        return try value()
      }
      left?.begin(at: at)
      try passObject(isElement: true)
      left?.end(at: at)
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("\",\" or \"]\" should be here") }
    leave()
    return .array([])
  }

  /// Goes past a value as `value` does, and keeps nothing of it.
  private mutating func pass() throws {
    skipSpace()
    guard at < bytes.count else { throw error("the text ends where a value should be") }
    switch bytes[at] {
    case UInt8(ascii: "{"): try passObject(isElement: false)
    case UInt8(ascii: "["): try passArray()
    case UInt8(ascii: "\""): _ = try passString()
    default: _ = try value()
    }
  }

  private mutating func passArray() throws {
    try enter()
    skipSpace()
    if !take("]") {
      repeat {
        try pass()
        skipSpace()
      } while take(",")
      guard take("]") else { throw error("\",\" or \"]\" should be here") }
    }
    leave()
  }

  private mutating func passObject(isElement: Bool) throws {
    try enter()
    skipSpace()
    if take("}") { return leave() }
    let first = passedKeys.count
    var hasEscapes = false
    repeat {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw error("a key in quotes should be here")
      }
      let keyPlace = at
      let isEscaped = try passString()
      if isEscaped { hasEscapes = true }
      let key = UnsafeBufferPointer(rebasing: bytes[(keyPlace + 1)..<(at - 1)])
      skipSpace()
      guard take(":") else { throw error("\":\" should be here") }
      skipSpace()
      let valuePlace = at
      try pass()
      try requireNewKey(key, at: keyPlace, after: first, hasEscapes: hasEscapes)
      if isElement, isEscaped {
        var text = try text(ofKeyAt: keyPlace)
        text.withUTF8 { left?.note($0, valuePlace, at) }
      } else if isElement {
        left?.note(key, valuePlace, at)
      }
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("\",\" or \"}\" should be here") }
    passedKeys.removeSubrange(first...)
    leave()
  }

  /// Keys are the same where their texts are, however they are written.
  private mutating func requireNewKey(
    _ key: UnsafeBufferPointer<UInt8>, at place: Int, after first: Int, hasEscapes: Bool
  ) throws {
    var earlier = first
    while earlier < passedKeys.count {
      let (start, end) = (passedKeys[earlier], passedKeys[earlier + 1])
      let isSame =
        hasEscapes
        ? haveSameBytes(try text(ofKeyAt: start - 1), try text(ofKeyAt: place))
        : areSame(UnsafeBufferPointer(rebasing: bytes[start..<end]), key)
      if isSame {
        let text = try text(ofKeyAt: place)
        at = place
        throw error("the key \"\(text)\" stands twice")
      }
      earlier += 2
    }
    passedKeys.append(place + 1)
    passedKeys.append(place + 1 + key.count)
  }

  private mutating func text(ofKeyAt place: Int) throws -> String {
    let now = at
    defer { at = now }
    at = place
    return try string()
  }

  /// Returns whether there are escapes in it.
  private mutating func passString() throws -> Bool {
    let start = at
    at += 1
    let isASCII = try plainRun().isASCII
    let hasEscapes = at < bytes.count && bytes[at] == UInt8(ascii: "\\")
    if isASCII, take("\"") { return false }
    at = start
    _ = try string()
    return hasEscapes
  }
}
