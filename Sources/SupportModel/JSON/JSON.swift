/// A JSON value that keeps the order of an object's members, so that a document written again has
/// the same bytes.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON {
  /// Texts are equal when their bytes are. Swift's canonical equivalence would make a fold depend on
  /// a version of Unicode.
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): haveSameBytes(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }
}

/// Whether two texts have the same bytes. Short texts lie in the value itself, and long ones are often
/// one and the same: then it takes no look at what they hold.
@inline(__always)
func haveSameBytes(_ left: String, _ right: String) -> Bool {
  let length = left.utf8.count
  guard length == right.utf8.count else { return false }
  if isSameValue(left, right) { return true }
  // Swift tells two short texts of ASCII apart in one step, and what it does not take for equal has not
  // the same bytes.
  return (length > 15 || left == right) && haveSameContent(left, right)
}

/// Whether two texts are the same value, bit by bit.
@inline(__always)
private func isSameValue(_ left: String, _ right: String) -> Bool {
  guard MemoryLayout<String>.size == 16 else { return false }
  return withUnsafeBytes(of: left) { left in
    withUnsafeBytes(of: right) { right in
      left.load(as: UInt64.self) == right.load(as: UInt64.self)
        && left.load(fromByteOffset: 8, as: UInt64.self)
          == right.load(fromByteOffset: 8, as: UInt64.self)
    }
  }
}

private func haveSameContent(_ left: String, _ right: String) -> Bool {
  let count = left.utf8.count
  return left.utf8.withContiguousStorageIfAvailable { left in
    right.utf8.withContiguousStorageIfAvailable { right in
      if left.baseAddress == right.baseAddress { return true }
      let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
      var place = 0
      while place + 8 <= count {
        guard
          left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        else { return false }
        place += 8
      }
      return (place..<count).allSatisfy { left[$0] == right[$0] }
    }
  }.flatMap { $0 } ?? left.utf8.elementsEqual(right.utf8)
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements))
  }
}

extension JSON {
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
  package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
  package var isNull: Bool { if case .null = self { true } else { false } }

  /// The value as a whole number, also where it was written as `5.0`.
  package var integer: Int? {
    switch self {
    case .integer(let value): Int(exactly: value)
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The strings of an array; anything else in it is passed over.
  package var strings: [String] {
    guard case .array(let elements) = self else { return [] }
    var strings: [String] = []
    strings.reserveCapacity(elements.count)
    for case .string(let string) in elements { strings.append(string) }
    return strings
  }

  /// What the value is called in an error text.
  package var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// A member of an object; nil for anything that is not an object.
  package subscript(key: String) -> JSON? { object?[key] }
}
