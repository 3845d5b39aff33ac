import TextSearch

/// Of which tickets of a segment something is so: certainly of some, and of others perhaps, which only
/// their documents tell.
struct Verdict {
  var sure: DocumentSet
  /// Those of `sure`, and the others.
  var maybe: DocumentSet

  init(_ exactly: DocumentSet) { (sure, maybe) = (exactly, exactly) }

  init(sure: DocumentSet, maybe: DocumentSet) { (self.sure, self.maybe) = (sure, maybe) }

  /// Nothing is known but that it can only be so of these.
  init(perhaps documents: DocumentSet) {
    (sure, maybe) = (DocumentSet(capacity: documents.capacity), documents)
  }

  static func unknown(_ count: Int) -> Verdict { Verdict(perhaps: DocumentSet(allOf: count)) }

  var negated: Verdict { Verdict(sure: maybe.inverted, maybe: sure.inverted) }

  mutating func formUnion(_ other: Verdict) {
    sure.formUnion(other.sure)
    maybe.formUnion(other.maybe)
  }

  mutating func formIntersection(_ other: Verdict) {
    sure.formIntersection(other.sure)
    maybe.formIntersection(other.maybe)
  }

  mutating func formIntersection(_ documents: DocumentSet) {
    sure.formIntersection(documents)
    maybe.formIntersection(documents)
  }
}
