import SupportModel

/// A reference as typed: `KIND=REF`.
enum ReferenceWord {
  static func split(_ word: String) throws -> OutsideReference {
    guard let equals = word.firstIndex(of: "=") else {
      throw Refusal.invalid(field: "reference", value: word, expected: "KIND=REF")
    }
    return OutsideReference(
      kind: String(word[..<equals]), ref: String(word[word.index(after: equals)...]))
  }
}

/// A custom field as typed: `KEY=VALUE`.
enum FieldWord {
  static func split(_ word: String) throws -> (name: String, value: String) {
    guard let equals = word.firstIndex(of: "=") else {
      throw Refusal.invalid(field: "field", value: word, expected: "KEY=VALUE")
    }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }
}
