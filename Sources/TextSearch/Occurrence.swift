/// A place of a word in a document: a field, and a position among the words of that field.
struct Occurrence: Comparable, Hashable, Sendable {
  /// The field in the upper 6 bits, the position in the lower 26.
  let bits: UInt32

  /// The largest number of fields.
  static let mostFields = 64
  private static let lastPosition = 1 << 26 - 1

  /// Positions past the last that fits are taken for the last.
  init(field: Int, position: Int) {
    bits = UInt32(field) << 26 | UInt32(min(position, Self.lastPosition))
  }

  init(bits: UInt32) {
    self.bits = bits
  }

  var field: Int { Int(bits >> 26) }
  var position: Int { Int(bits) & Self.lastPosition }

  static func < (left: Occurrence, right: Occurrence) -> Bool { left.bits < right.bits }
}

extension Occurrence {
  /// Adds those of some places that come right after another place, in the same field; all rising.
  static func append(
    _ places: ArraySlice<Occurrence>, after first: ArraySlice<Occurrence>,
    to result: inout [Occurrence]
  ) {
    var next = first.startIndex
    for place in places {
      while next < first.endIndex, first[next].bits &+ 1 < place.bits { next += 1 }
      if next == first.endIndex { return }
      if first[next].bits &+ 1 == place.bits, first[next].field == place.field {
        result.append(place)
      }
    }
  }
}
