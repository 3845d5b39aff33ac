/// The addresses that a text names once, on lines of their own: `[label]: address`.
struct MarkdownReferences {
  private var addresses: [String: String] = [:]

  static let longestLabel = 200

  init(_ lines: [MarkdownLine]) {
    var fence: (mark: Character, count: Int, language: String)?
    for line in lines {
      if let open = fence {
        if line.closes(open) { fence = nil }
      } else if let open = line.fence {
        fence = open
      } else if let (label, address) = Self.definition(line), addresses[label] == nil {
        addresses[label] = address
      }
    }
  }

  var isEmpty: Bool { addresses.isEmpty }

  func address(_ label: String) -> String? { addresses[Self.key(label)] }

  func isDefinition(_ line: MarkdownLine) -> Bool {
    !isEmpty && Self.definition(line) != nil
  }

  /// Labels differ in neither case nor blanks.
  private static func key(_ label: some StringProtocol) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func definition(_ line: MarkdownLine) -> (label: String, address: String)? {
    guard !line.isIndented, line.text.first == "[", let end = line.text.firstIndex(of: "]") else {
      return nil
    }
    let label = key(line.text[line.text.index(after: line.text.startIndex)..<end])
    let rest = line.text[line.text.index(after: end)...]
    guard !label.isEmpty, label.utf8.count <= longestLabel, rest.first == ":" else { return nil }
    let words = rest.dropFirst().split(whereSeparator: \.isWhitespace)
    guard let first = words.first, words.count == 1 || "\"'(".contains(words[1].first ?? " ")
    else { return nil }
    let isBracketed = first.first == "<" && first.last == ">"
    return (label, String(isBracketed ? first.dropFirst().dropLast() : first))
  }
}
