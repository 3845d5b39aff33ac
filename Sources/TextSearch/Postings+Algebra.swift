/// Postings made from postings, so that a phrase or a prefix is looked up and ranked like a word.
extension Postings {
  /// The occurrences in one field.
  func inField(_ field: Int) -> Postings {
    var result = Postings()
    var cursor = makeCursor()
    while cursor.next() {
      let occurrences = cursor.occurrences.filter { $0.field == field }
      if !occurrences.isEmpty { result.append(cursor.document, occurrences) }
    }
    return result
  }

  /// The occurrences of words that stand next to each other in the order of `parts`: the places of
  /// the last of them.
  static func phrase(_ parts: [Postings]) -> Postings {
    guard var result = parts.first else { return Postings() }
    for part in parts.dropFirst() {
      if result.isEmpty { break }
      result = result.followed(by: part)
    }
    return result
  }

  private func followed(by other: Postings) -> Postings {
    var result = Postings()
    var (here, there) = (makeCursor(), other.makeCursor())
    var isOpen = here.next() && there.next()
    while isOpen {
      if here.document < there.document {
        isOpen = here.next()
      } else if there.document < here.document {
        isOpen = there.next()
      } else {
        var places: [Occurrence] = []
        Occurrence.append(there.occurrences[...], after: here.occurrences[...], to: &places)
        if !places.isEmpty { result.append(here.document, places) }
        isOpen = here.next() && there.next()
      }
    }
    return result
  }

  /// The occurrences of any of several words, as if they were one.
  static func union(_ parts: [Postings]) -> Postings {
    let parts = parts.filter { !$0.isEmpty }
    if parts.count < 2 { return parts.first ?? Postings() }
    var places: [UInt64] = []
    for part in parts {
      var cursor = part.makeCursor()
      while cursor.next() {
        let document = UInt64(cursor.document) << 32
        places += cursor.occurrences.lazy.map { document | UInt64($0.bits) }
      }
    }
    places.sort()
    var result = Postings()
    var rest = places[...]
    while let first = rest.first {
      let document = first >> 32
      let end = rest.firstIndex { $0 >> 32 != document } ?? rest.endIndex
      result.append(
        Int(document), rest[..<end].map { Occurrence(bits: UInt32(truncatingIfNeeded: $0)) })
      rest = rest[end...]
    }
    return result
  }
}
