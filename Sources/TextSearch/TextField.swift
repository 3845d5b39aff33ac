/// A part of every document that is searched and weighed on its own, such as a title.
package struct TextField: Hashable, Sendable {
  package let name: String
  /// How many times an occurrence here counts.
  package let weight: Double
  /// How much a long text is held against its words (the `b` of BM25): 0 not at all, 1 in full.
  package let lengthNorm: Double

  package init(name: String, weight: Double = 1, lengthNorm: Double = 0.75) {
    self.name = name
    self.weight = weight
    self.lengthNorm = lengthNorm
  }
}
