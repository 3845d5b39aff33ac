/// A colour that a desk gives to one of its words: a name that every terminal knows, or `#rrggbb`.
package enum Colour: Hashable, Sendable {
  case named(Name)
  /// 24 bits: eight each of red, green and blue.
  case mixed(UInt32)

  package enum Name: String, Sendable, CaseIterable {
    case black, red, green, yellow, blue, magenta, cyan, white, grey
  }

  package static let expected =
    Name.allCases.map(\.rawValue).joined(separator: ", ") + " or #rrggbb"

  /// Reads a colour, in any case; nil for what is none.
  package init?(_ word: String) {
    let plain = word.lowercased()
    if let name = Name(rawValue: plain == "gray" ? "grey" : plain) {
      self = .named(name)
      return
    }
    let digits = plain.utf8.dropFirst()
    guard plain.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let mixed = UInt32(String(plain.dropFirst()), radix: 16)
    else { return nil }
    self = .mixed(mixed)
  }
}

extension Colour: CustomStringConvertible {
  /// As a settings file says it.
  package var description: String {
    switch self {
    case .named(let name): name.rawValue
    case .mixed(let mixed):
      "#" + String(String(mixed + 0x100_0000, radix: 16).dropFirst())
    }
  }
}

extension SettingsReader {
  /// The colour under a key.
  func colour(_ key: String) throws -> Colour? {
    guard let word = try text(key) else { return nil }
    guard let colour = Colour(word) else {
      throw error(key, "\"\(word)\" is no colour: \(Colour.expected)")
    }
    return colour
  }
}
