/// Weighs an occurrence of a word: BM25F of Robertson and Zaragoza ("The Probabilistic Relevance
/// Framework", 2009) with the inverse document frequency of Lucene, which is never negative.
struct BM25 {
  private let fields: [TextField]
  private let saturation: Double
  private let documents: Int
  /// One over the mean number of words in each field.
  private let scales: [Double]

  /// Weighs for a number of documents that have so many words in each field, all together.
  init(_ fields: [TextField], saturation: Double, documents: Int, lengths: [Int]) {
    self.fields = fields
    self.saturation = saturation
    self.documents = documents
    scales = lengths.map { $0 == 0 ? 0 : Double(documents) / Double($0) }
  }

  /// How much a word tells that `frequency` of the documents have.
  func rarity(_ frequency: Int) -> Double {
    let frequency = Double(min(frequency, documents))
    return naturalLogarithm(1 + (Double(documents) - frequency + 0.5) / (frequency + 0.5))
  }

  /// How much a document is about a word, from 0 to 1, by the word's occurrences in it and the
  /// lengths of its fields.
  func relevance<Failure>(
    _ occurrences: some Sequence<Occurrence>, length: (Int) throws(Failure) -> Int
  ) throws(Failure) -> Double {
    var frequency = 0.0
    for occurrence in occurrences {
      frequency += weight(ofField: occurrence.field, length: try length(occurrence.field))
    }
    return relevance(frequency)
  }

  /// How much an occurrence counts in a field with so many words.
  func weight(ofField field: Int, length: Int) -> Double {
    let norm = fields[field].lengthNorm
    return fields[field].weight / (1 - norm + norm * Double(length) * scales[field])
  }

  /// How much a document is about a word, from 0 to 1, by what its occurrences count together.
  func relevance(_ frequency: Double) -> Double { frequency / (frequency + saturation) }
}

/// The natural logarithm of a number from 1 upwards, the same to the last bit on every system: the
/// exponent's share and the series of the inverse hyperbolic tangent for the rest.
func naturalLogarithm(_ number: Double) -> Double {
  let ratio = (number.significand - 1) / (number.significand + 1)
  var (power, sum) = (ratio, 0.0)
  for odd in stride(from: 1.0, through: 35, by: 2) {
    sum += power / odd
    power *= ratio * ratio
  }
  return Double(number.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}
