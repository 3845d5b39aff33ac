import SupportModel

/// A custom field as typed: `KEY=VALUE`.
enum FieldWord {
  static func split(_ word: String) throws -> (name: String, value: String) {
    guard let equals = word.firstIndex(of: "=") else {
      throw Refusal.invalid(field: "field", value: word, expected: "KEY=VALUE")
    }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }
}
