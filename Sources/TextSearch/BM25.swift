/// Weighs an occurrence of a word: BM25F of Robertson and Zaragoza ("The Probabilistic Relevance
/// Framework", 2009) with the inverse document frequency of Lucene, which is never negative.
struct BM25 {
  private let fields: [SearchIndex.Field]
  private let saturation: Double
  private let documents: Int
  /// One over the mean number of words in each field.
  private let scales: [Double]

  init(_ index: SearchIndex) {
    fields = index.fields
    saturation = index.saturation
    let count = index.count
    documents = count
    scales = index.totalLengths.map { $0 == 0 ? 0 : Double(count) / Double($0) }
  }

  /// How much a word tells that `frequency` of the documents have.
  func rarity(_ frequency: Int) -> Double {
    let frequency = Double(min(frequency, documents))
    return naturalLogarithm(1 + (Double(documents) - frequency + 0.5) / (frequency + 0.5))
  }

  /// How much a document is about a word, from 0 to 1, by the word's occurrences in it and the
  /// lengths of its fields.
  func relevance(_ occurrences: [Occurrence], _ lengths: ArraySlice<Int32>) -> Double {
    var frequency = 0.0
    for occurrence in occurrences {
      let field = fields[occurrence.field]
      let length = Double(lengths[lengths.startIndex + occurrence.field])
      let norm = 1 - field.lengthNorm + field.lengthNorm * length * scales[occurrence.field]
      frequency += field.weight / norm
    }
    return frequency / (frequency + saturation)
  }
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
