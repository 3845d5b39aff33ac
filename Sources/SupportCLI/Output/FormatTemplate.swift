import SupportModel

/// The text of `--format`: `%(field)` stands for a member of the record, `%%` for a per cent sign,
/// `%` and two hexadecimal digits for that byte (`%09` is a tab), as in git's formats.
struct FormatTemplate {
  private enum Part {
    case text(String)
    case field(String)
  }

  private let parts: [Part]

  init(_ template: String) throws {
    var parts: [Part] = []
    var rest = Substring(template)
    while let sign = rest.firstIndex(of: "%") {
      parts.append(.text(String(rest[..<sign])))
      rest = rest[rest.index(after: sign)...]
      parts.append(try Self.atom(&rest, template))
    }
    self.parts = parts + [.text(String(rest))]
  }

  private static func atom(_ rest: inout Substring, _ template: String) throws -> Part {
    if rest.first == "%" {
      rest.removeFirst()
      return .text("%")
    }
    if rest.first == "(" {
      guard let close = rest.firstIndex(of: ")") else {
        throw OutputError.badFormat(template, reason: "a %( is not closed")
      }
      let name = String(rest[..<close].dropFirst())
      rest = rest[rest.index(after: close)...]
      return .field(name)
    }
    let digits = rest.prefix(2)
    guard digits.count == 2, let code = UInt8(digits, radix: 16), code < 0x80 else {
      throw OutputError.badFormat(template, reason: "% is followed by no (field), % or two digits")
    }
    rest = rest.dropFirst(2)
    return .text(String(Unicode.Scalar(code)))
  }

  /// The members that it puts in.
  var fields: [String] {
    parts.compactMap { part in
      if case .field(let name) = part { name } else { nil }
    }
  }

  func check(known: [String]) throws {
    for name in fields { try FieldPick.check(name, known) }
  }

  /// Puts the members in. What strangers wrote in them goes through `shown` first; the template's
  /// own text, which may colour the screen, does not.
  func fill(_ record: JSONObject, _ shown: (String) -> String = { $0 }) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let name): shown(Self.text(record.value(at: name)))
      }
    }.joined()
  }

  /// A value as a script wants it: text bare, lists with commas, nothing for what is absent.
  static func text(_ value: JSON?) -> String {
    switch value {
    case nil, .null: ""
    case .string(let text): text
    case .array(let values) where values.allSatisfy({ $0.string != nil }):
      values.compactMap(\.string).joined(separator: ",")
    case .some(let value): value.compact
    }
  }
}
