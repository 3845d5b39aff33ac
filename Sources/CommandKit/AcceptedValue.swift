/// Which texts a parameter takes for a value.
package enum AcceptedValue: Sendable, Equatable {
  case anything
  case integer(ClosedRange<Int>)
  case choices([String])

  package func allows(_ text: String) -> Bool {
    switch self {
    case .anything: true
    case .integer(let range): Int(text).map(range.contains) ?? false
    case .choices(let names): names.contains(text)
    }
  }

  /// What would have been right, as a noun phrase: "a whole number from 1 to 9".
  package var expectation: String {
    switch self {
    case .anything: "a text"
    case .integer(Int.min...Int.max): "a whole number"
    case .integer(let range) where range.upperBound == Int.max:
      "a whole number of at least \(range.lowerBound)"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choices(let names): "one of " + names.joined(separator: ", ")
    }
  }

  /// The names that a wrong value may have meant.
  package func nearest(to text: String) -> [String] {
    guard case .choices(let names) = self else { return [] }
    return nearestNames(to: text, among: names)
  }
}
