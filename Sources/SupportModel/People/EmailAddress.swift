/// An e-mail address as far as a desk cares: one `@`, no spaces or controls, in lower case, so that
/// one person is one customer.
package struct EmailAddress: Hashable, Sendable {
  package let text: String

  package init?(_ address: some StringProtocol) {
    let text = address.lowercased()
    if Self.isPlain(text) {
      self.text = text
      return
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254,
      !text.unicodeScalars.contains(where: Self.isForbidden),
      !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), !parts[1].contains("..")
    else { return nil }
    self.text = text
  }

  /// Whether a text is an address of nothing but the characters that most have. To look at it closer
  /// is slow.
  private static func isPlain(_ text: String) -> Bool {
    var (ats, last) = (0, UInt8(ascii: "@"))
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "@"):
        guard last != UInt8(ascii: "@"), last != UInt8(ascii: ".") else { return false }
        if byte == UInt8(ascii: "@") { ats += 1 }
      default: return false
      }
      last = byte
    }
    return ats == 1 && last != UInt8(ascii: "@") && last != UInt8(ascii: ".")
      && text.utf8.count <= 254
  }

  /// Takes the address out of `Bob Li <bob@example.com>`, with the name before it.
  package static func parse(_ mailbox: String) -> (address: EmailAddress, name: String?)? {
    guard let open = mailbox.lastIndex(of: "<"), mailbox.last == ">" else {
      return EmailAddress(trimmed(mailbox)).map { ($0, nil) }
    }
    let inside = mailbox[mailbox.index(after: open)...].dropLast()
    let name = trimmed(mailbox[..<open].filter { $0 != "\"" })
    return EmailAddress(inside).map { ($0, name.isEmpty ? nil : name) }
  }

  /// Those of some addresses that this one may have been meant for: the same but for a few letters
  /// before the `@` or behind it.
  package func near(_ known: [String]) -> [String] {
    let own = Self.parts(text)
    let others = known.map { (whole: $0, parts: Self.parts($0)) }
    let sameDomain = others.filter { $0.parts.domain == own.domain }
    let names = nearestNames(to: own.name, among: sameDomain.map(\.parts.name))
    let sameName = others.filter { $0.parts.name == own.name }
    let domains = nearestNames(to: own.domain, among: sameName.map(\.parts.domain))
    return names.map { $0 + "@" + own.domain } + domains.map { own.name + "@" + $0 }
  }

  private static func parts(_ address: String) -> (name: String, domain: String) {
    guard let at = address.lastIndex(of: "@") else { return (address, "") }
    return (String(address[..<at]), String(address[address.index(after: at)...]))
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      // The space is one of them, and looking up properties is slow.
      return scalar.value <= 0x20 || scalar.value == 0x7F
        || "<>()[],;:\\\"/".utf8.contains(UInt8(scalar.value))
    }
    return scalar.properties.isWhitespace || (0x80..<0xA0).contains(scalar.value)
  }
}

/// The text without white space at its ends.
package func trimmed(_ text: some StringProtocol) -> String {
  let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) }
  guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end else { return "" }
  return String(text[start..<end])
}
