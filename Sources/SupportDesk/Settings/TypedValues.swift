import SupportModel

// What people type for the values of settings.

extension String {
  /// The text, or nil where it says nothing.
  var filled: String? { isEmpty ? nil : self }
}

extension [String] {
  /// Adds what is not there yet, and takes what goes.
  mutating func edit(adding new: [String], removing gone: [String]) {
    for word in new where !contains(word) { append(word) }
    removeAll { gone.contains($0) }
  }
}

extension Colour {
  /// What somebody typed; nil for the empty text.
  static func typed(_ word: String) throws -> Colour? {
    guard !word.isEmpty else { return nil }
    guard let colour = Colour(word) else {
      throw Refusal.invalid(field: "colour", value: word, expected: Colour.expected)
    }
    return colour
  }
}
