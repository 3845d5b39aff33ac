/// Where something asked for stands in each of some documents.
struct GatheredPlaces {
  /// Document by document, in rising order.
  private var occurrences: [Occurrence] = []
  /// Where the occurrences of each document end.
  private var ends: [Int] = []

  private init(for documents: Int) {
    ends.reserveCapacity(documents)
  }

  /// Those of one word in documents that all have it.
  init(
    _ list: DocumentList, _ reader: PlaceReader, in documents: [UInt16]
  ) throws(TextDamage) {
    self.init(for: documents.count)
    var reader = reader
    var places: [Int] = []
    places.reserveCapacity(documents.count)
    try list.forEachShared(with: documents) { _, place in places.append(place) }
    guard places.count == documents.count else { throw TextDamage() }
    for place in places {
      try reader.read(place) { occurrences.append($0) }
      ends.append(occurrences.count)
    }
  }

  /// Those of any of several words, as if they were one.
  init(
    _ words: [(list: DocumentList, reader: PlaceReader)], in documents: [UInt16]
  ) throws(TextDamage) {
    self.init(for: documents.count)
    var all: [UInt64] = []
    for (list, reader) in words {
      var reader = reader
      var places: [(given: Int, place: Int)] = []
      try list.forEachShared(with: documents) { places.append(($0, $1)) }
      for (given, place) in places {
        try reader.read(place) { all.append(UInt64(given) << 32 | UInt64($0.bits)) }
      }
    }
    all.sort()
    for given in documents.indices {
      while occurrences.count < all.count, all[occurrences.count] >> 32 == given {
        let bits = UInt32(truncatingIfNeeded: all[occurrences.count])
        occurrences.append(Occurrence(bits: bits))
      }
      ends.append(occurrences.count)
    }
  }

  /// Those in the document with an index among the documents.
  subscript(_ index: Int) -> ArraySlice<Occurrence> {
    occurrences[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The places of something else in the same documents that come right after a place of this.
  func followed(by other: GatheredPlaces) -> GatheredPlaces {
    var result = GatheredPlaces(for: ends.count)
    for index in ends.indices {
      Occurrence.append(other[index], after: self[index], to: &result.occurrences)
      result.ends.append(result.occurrences.count)
    }
    return result
  }

  /// The places in some fields.
  func within(_ fields: FieldSet) -> GatheredPlaces {
    var result = GatheredPlaces(for: ends.count)
    for index in ends.indices {
      for place in self[index] where fields.contains(place.field) {
        result.occurrences.append(place)
      }
      result.ends.append(result.occurrences.count)
    }
    return result
  }

  /// Leaves the documents in which there are places, and removes the others from a list of all.
  mutating func dropEmpty(_ documents: inout [UInt16]) {
    var (kept, last) = (0, 0)
    for index in ends.indices where ends[index] > last {
      (last, ends[kept], documents[kept]) = (ends[index], ends[index], documents[index])
      kept += 1
    }
    ends.removeLast(ends.count - kept)
    documents.removeLast(documents.count - kept)
  }
}
