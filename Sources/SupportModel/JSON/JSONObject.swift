/// The members of a JSON object in the order they stand in.
///
/// Look-up walks the list: objects here have a few dozen members at most.
package struct JSONObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSON

    package static func == (left: Member, right: Member) -> Bool {
      haveSameBytes(left.key, right.key) && left.value == right.value
    }
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
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  private func place(of key: String) -> Int? { members.place(of: key) }

  /// Puts a value behind the others of a list, which is made if there is none.
  mutating func append(_ value: JSON, to key: String) {
    guard let place = place(of: key), case .array(var list) = members[place].value else {
      self[key] = .array([value])
      return
    }
    // Held once, the list grows where it lies.
    members[place].value = .null
    list.append(value)
    members[place].value = .array(list)
  }

  /// The value at a dotted path (`satisfaction.rating`).
  package func value(at path: String) -> JSON? {
    guard isDotted(path), let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return self[path]
    }
    return self[String(path[..<dot])]?.object?.value(at: String(path[path.index(after: dot)...]))
  }

  /// Sets the value at a dotted path, making the objects on the way; nil removes it, and an object
  /// that this empties.
  package mutating func set(_ value: JSON?, at path: String) {
    guard isDotted(path), let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      self[path] = value
      return
    }
    let head = String(path[..<dot])
    var inner = self[head]?.object ?? JSONObject()
    inner.set(value, at: String(path[path.index(after: dot)...]))
    self[head] = inner.isEmpty ? nil : .object(inner)
  }

  /// Most paths are keys, and this is told faster than where the dot would be.
  private func isDotted(_ path: String) -> Bool {
    path.utf8.withContiguousStorageIfAvailable { $0.contains(UInt8(ascii: ".")) } ?? true
  }

  /// The same members with those that the order names first; the others follow as they stood.
  package func ordered(by order: KeyOrder) -> JSONObject {
    if stands(in: order) { return self }
    let ranks = members.indices.map { order.rank(of: members[$0].key) ?? Int.max }
    let places = members.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return JSONObject(unique: places.map { members[$0] })
  }

  private func stands(in order: KeyOrder) -> Bool {
    var last = 0
    return members.indices.allSatisfy { place in
      let rank = order.rank(of: members[place].key) ?? Int.max
      defer { last = rank }
      return last <= rank
    }
  }
}

extension [JSONObject.Member] {
  /// The place of a key among the members. Texts are equal when their bytes are, as in values.
  func place(of key: String) -> Int? {
    let length = key.utf8.count
    return indices.first { self[$0].key.utf8.count == length && haveSameBytes(self[$0].key, key) }
  }
}

/// Some keys, and the order in which they stand in an object.
package struct KeyOrder: Sendable {
  /// The keys of each length, with their ranks: few have the same one.
  private let byLength: [[(key: String, rank: Int)]]

  package init(_ keys: [String]) {
    let longest = keys.map(\.utf8.count).max() ?? 0
    var byLength = [[(key: String, rank: Int)]](repeating: [], count: longest + 1)
    for (rank, key) in keys.enumerated() { byLength[key.utf8.count].append((key, rank)) }
    self.byLength = byLength
  }

  func rank(of key: String) -> Int? {
    let length = key.utf8.count
    guard length < byLength.count else { return nil }
    return byLength[length].first { haveSameBytes($0.key, key) }?.rank
  }

  func holds(_ key: String) -> Bool { rank(of: key) != nil }
}
