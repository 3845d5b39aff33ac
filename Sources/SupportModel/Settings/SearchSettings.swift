/// What a desk has decided about searching.
package struct SearchSettings: Hashable, Sendable {
  /// Groups of words and phrases that mean the same, two at least in each.
  package var synonyms: [[String]] = []

  package init() {}

  private static let mostGroups = 10_000
  private static let mostWords = 100

  init(_ reader: SettingsReader) throws {
    try reader.allowOnly(["synonyms"])
    let groups = try reader.list("synonyms")
    guard groups.count <= Self.mostGroups else {
      throw reader.error("synonyms", "more than \(Self.mostGroups) groups")
    }
    synonyms = try groups.enumerated().map { try Self.group($1, "synonyms[\($0)]", reader) }
  }

  private static func group(
    _ group: JSON, _ place: String, _ reader: SettingsReader
  ) throws -> [String] {
    guard let elements = group.array else {
      throw reader.error(place, "a list of texts should be here, not \(group.kindName)")
    }
    guard (2...mostWords).contains(elements.count) else {
      throw reader.error(place, "2 to \(mostWords) texts should be here, not \(elements.count)")
    }
    return try elements.enumerated().map { number, element in
      guard let text = element.string else {
        throw reader.error(
          "\(place)[\(number)]", "a text should be here, not \(element.kindName)")
      }
      guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || isDigit($0) })
      else { throw reader.error("\(place)[\(number)]", "there is no word in it") }
      return text
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }
}
