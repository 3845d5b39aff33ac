/// A text with places to fill, taken apart:
///
///     {{customer.name}}          a value
///     {{customer.name|there}}    a value, or this where there is none
///     {{> goodbye}}              another template
///     \{{                        two braces
struct TemplateText {
  enum Piece: Hashable {
    case text(String)
    case variable(String, fallback: String?, line: Int)
    case include(String, line: Int)
  }

  private(set) var pieces: [Piece] = []
  /// What is wrong with it; what comes after a mistake is read all the same.
  private(set) var mistakes: [TemplateError] = []
  private let template: String
  private var line: Int

  /// `line` is the line of the template's file that the text begins on.
  init(reviewing text: String, of template: String, line: Int) {
    (self.template, self.line) = (template, line)
    var rest = text[...]
    while let open = rest.range(ofBraces: "{{") {
      let before = rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      if before.last == "\\" {
        add(before.dropLast() + "{{")
        continue
      }
      add(before)
      let inside = rest.prefix { !$0.isNewline }
      guard let close = inside.range(ofBraces: "}}") else {
        mistakes.append(.unclosed(place))
        continue
      }
      addPiece(rest[..<close.lowerBound])
      rest = rest[close.upperBound...]
    }
    add(rest)
  }

  /// Throws the first mistake.
  init(_ text: String, of template: String, line: Int) throws(TemplateError) {
    self.init(reviewing: text, of: template, line: line)
    if let mistake = mistakes.first { throw mistake }
  }

  private var place: TemplateError.Place { .init(template: template, line: line) }

  private mutating func add(_ text: some StringProtocol) {
    line += text.count(where: \.isNewline)
    if !text.isEmpty { pieces.append(.text(String(text))) }
  }

  private mutating func addPiece(_ inside: Substring) {
    let word = trimmed(inside)
    if word.first == ">" {
      let name = trimmed(word.dropFirst())
      guard Template.isLegal(name: name) else { return noteBadName(word) }
      return pieces.append(.include(name, line: line))
    }
    let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = trimmed(parts[0])
    guard Self.isLegal(variable: name) else { return noteBadName(word) }
    let fallback = parts.count == 2 ? trimmed(parts[1]) : nil
    // What stands there is sent as it is: nobody means braces, or half of the place behind them.
    if let fallback, fallback[...].range(ofBraces: "{{") != nil {
      return mistakes.append(.nested(place, name: name))
    }
    pieces.append(.variable(name, fallback: fallback, line: line))
  }

  private mutating func noteBadName(_ word: String) {
    mistakes.append(.badName(place, word: word))
  }

  /// Letters, digits, `_` and `-` in parts joined by dots.
  fileprivate static func isLegal(variable: String) -> Bool {
    variable.utf8.count <= 100
      && variable.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy(isWordByte)
      }
  }
}

extension Template {
  /// Whether a place to fill can be called that.
  package static func isLegal(variable: String) -> Bool {
    TemplateText.isLegal(variable: variable)
  }

  package static let expectedVariable = "letters, digits, - _ and dots between them"
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
  default: false
  }
}

extension Substring {
  /// The first place where two braces stand.
  fileprivate func range(ofBraces braces: String) -> Range<Index>? {
    guard let brace = braces.first else { return nil }
    var start = startIndex
    while let place = self[start...].firstIndex(of: brace) {
      let next = index(after: place)
      if next < endIndex, self[next] == brace { return place..<index(after: next) }
      start = next
    }
    return nil
  }
}
