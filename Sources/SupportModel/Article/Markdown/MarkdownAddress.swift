/// Which addresses a link may have. An article may be anybody's work, and its readers click.
enum MarkdownAddress {
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// The address as it may stand in a page: of the web, of a mail box, of a telephone, or relative;
  /// nil for any other. Bytes that have no place in an address are percent-encoded (RFC 3986).
  static func safe(_ typed: String) -> String? {
    // Browsers take control characters and blanks out before they look for a scheme.
    let bare = typed.unicodeScalars.filter { $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) }
    let address = encoded(String(String.UnicodeScalarView(bare)))
    // Without a scheme it would be another host's, or another file's where the page is a file.
    guard !address.isEmpty, !address.hasPrefix("//") else { return nil }
    guard let colon = address.firstIndex(of: ":"),
      address[..<colon].allSatisfy({ $0 != "/" && $0 != "?" && $0 != "#" })
    else { return address }
    return schemes.contains(address[..<colon].lowercased()) ? address : nil
  }

  /// Whether the address begins with one of the schemes that links may have.
  static func hasScheme(_ typed: String) -> Bool {
    schemes.contains(typed.prefix { $0 != ":" }.lowercased()) && typed.contains(":")
  }

  private static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var encoded = ""
    for (place, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && bytes.count > place + 2
        && bytes[place + 1].isHexDigit && bytes[place + 2].isHexDigit
      if isEscape || legal.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }

  private static let legal = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=".utf8)
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
