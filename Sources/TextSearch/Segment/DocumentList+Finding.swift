/// Finding some documents among those of a list.
extension DocumentList {
  /// Calls `body` for each of some documents in rising order that is in the list: with the place
  /// among those given, and with the one in the list.
  @inline(__always)
  func forEachShared(
    with documents: [UInt16], _ body: (_ given: Int, _ place: Int) -> Void
  ) throws(TextDamage) {
    switch members {
    case .single(let document): merge(documents, { _ in document }, body)
    case .sparse(let own):
      merge(documents, { Int(own.fixed(UInt16.self, at: 2 * $0)) }, body)
    case .made(let own): merge(documents, { Int(own[$0]) }, body)
    case .blocks(let starts, let lows):
      for given in documents.indices {
        let document = Int(documents[given])
        let low = UInt8(truncatingIfNeeded: document)
        for place in try places(document >> 8, starts) where lows[place] >= low {
          if lows[place] == low { body(given, place) }
          break
        }
      }
    case .bitmap(let starts, let bits):
      for given in documents.indices {
        if let place = try place(Int(documents[given]), starts, bits) { body(given, place) }
      }
    }
  }

  /// Goes through two rising lists side by side, in leaps through ours.
  @inline(__always)
  private func merge(
    _ documents: [UInt16], _ own: (Int) -> Int, _ body: (_ given: Int, _ place: Int) -> Void
  ) {
    var place = 0
    for given in documents.indices {
      let document = Int(documents[given])
      var leap = 1
      while place + leap < count, own(place + leap) < document {
        place += leap
        leap *= 2
      }
      while leap > 0 {
        if place + leap < count, own(place + leap) < document { place += leap }
        leap /= 2
      }
      if own(place) < document { place += 1 }
      if place == count { return }
      if own(place) == document { body(given, place) }
    }
  }

  /// The place of a document, if its bit is set: the bits before it, counted.
  @inline(__always)
  private func place(
    _ document: Int, _ starts: UnsafeRawBufferPointer, _ bits: UnsafeRawBufferPointer
  ) throws(TextDamage) -> Int? {
    let (word, bit) = (document >> 6, UInt64(document & 63))
    let own = bits.fixed(UInt64.self, at: 8 * word)
    if own >> bit & 1 == 0 { return nil }
    var place = Int(starts.fixed(UInt16.self, at: 2 * (document >> 8)))
    for before in word & ~3..<word {
      place += bits.fixed(UInt64.self, at: 8 * before).nonzeroBitCount
    }
    place += (own & (1 << bit - 1)).nonzeroBitCount
    guard place < count else { throw TextDamage() }
    return place
  }

  /// Leaves those of some documents in rising order that are in the list.
  func narrow(_ documents: inout [UInt16]) throws(TextDamage) {
    var kept = 0
    var narrowed = documents
    try forEachShared(with: documents) { given, _ in
      narrowed[kept] = documents[given]
      kept += 1
    }
    narrowed.removeLast(narrowed.count - kept)
    documents = narrowed
  }
}
