/// The members of a JSON object in the order they stand in.
///
/// Look-up walks the list: objects here have a few dozen members at most.
package struct JSONObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSON
  }

  package private(set) var members: [Member] = []

  package init() {}

  package init(_ pairs: [(String, JSON)]) {
    for (key, value) in pairs { self[key] = value }
  }

  /// Takes members whose keys are known to be unique.
  init(unique members: [Member]) { self.members = members }

  package var isEmpty: Bool { members.isEmpty }
  package var keys: [String] { members.map(\.key) }

  /// Setting an existing key keeps its place, a new one goes to the end, nil removes.
  package subscript(key: String) -> JSON? {
    get { members.first { $0.key == key }?.value }
    set {
      let place = members.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The value at a dotted path (`satisfaction.rating`).
  package func value(at path: String) -> JSON? {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return self[path] }
    return self[String(path[..<dot])]?.object?.value(at: String(path[path.index(after: dot)...]))
  }

  /// Sets the value at a dotted path, making the objects on the way; nil removes it, and an object
  /// that this empties.
  package mutating func set(_ value: JSON?, at path: String) {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      self[path] = value
      return
    }
    let head = String(path[..<dot])
    var inner = self[head]?.object ?? JSONObject()
    inner.set(value, at: String(path[path.index(after: dot)...]))
    self[head] = inner.isEmpty ? nil : .object(inner)
  }

  /// The same members with those that the order names first; the others follow as they stood.
  package func ordered(by order: KeyOrder) -> JSONObject {
    let ranks = members.map { order.ranks[$0.key] ?? Int.max }
    if zip(ranks, ranks.dropFirst()).allSatisfy(<=) { return self }
    let places = members.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return JSONObject(unique: places.map { members[$0] })
  }
}

/// The order in which the members of an object stand.
package struct KeyOrder: Sendable {
  fileprivate let ranks: [String: Int]

  package init(_ keys: [String]) {
    ranks = Dictionary(zip(keys, keys.indices)) { first, _ in first }
  }
}
