/// Cuts a filter's text into tokens, in one walk over its bytes.
struct FilterScanner {
  private let source: FilterSource
  private var at = 0

  init(_ source: FilterSource) { self.source = source }

  mutating func tokens() throws(FilterError) -> [FilterToken] {
    var tokens: [FilterToken] = []
    while true {
      take(while: FilterText.isSpace)
      guard let byte = next else { return tokens }
      let start = at
      let kind = try kind(beginningWith: byte)
      tokens.append(FilterToken(kind: kind, range: start..<at))
    }
  }

  private var next: UInt8? { at < source.bytes.count ? source.bytes[at] : nil }

  private func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { source.bytes[at...].starts(with: $0) }
  }

  private mutating func take(while holds: (UInt8) -> Bool) {
    while let byte = next, holds(byte) { at += 1 }
  }

  private mutating func kind(beginningWith byte: UInt8) throws(FilterError) -> FilterToken.Kind {
    switch byte {
    case UInt8(ascii: "("):
      at += 1
      return .open
    case UInt8(ascii: ")"):
      at += 1
      return .close
    case UInt8(ascii: "-"):
      at += 1
      return .minus
    case UInt8(ascii: "\""): return .words(try quoted())
    default: return try wordOrField()
    }
  }

  private mutating func wordOrField() throws(FilterError) -> FilterToken.Kind {
    let start = at
    if let name = FilterText.name(at: start, in: source.bytes) {
      at = name.upperBound + 1
      return .field(FilterName(text: source.string(name), range: name), try items())
    }
    take { !FilterText.endsWord($0) }
    let word = source.string(start..<at)
    switch word.lowercased() {
    case "or": return .or
    case "and": return .and
    default: return .words(word)
    }
  }

  private mutating func items() throws(FilterError) -> [FilterItem] {
    var items = [try item()]
    while next == UInt8(ascii: ",") {
      at += 1
      items.append(try item())
    }
    return items
  }

  private mutating func item() throws(FilterError) -> FilterItem {
    let start = at
    let comparison = comparison()
    let low = try operand(isEnd: comparison != nil)
    if let comparison {
      guard let low else { throw source.error(.emptyValue, at..<at) }
      return FilterItem(shape: .compared(comparison, low), range: start..<at)
    }
    guard isNext("..") else {
      guard let low else { throw source.error(.emptyValue, at..<at) }
      return FilterItem(shape: .single(low), range: start..<at)
    }
    at += 2
    let high = try operand(isEnd: true)
    return FilterItem(shape: .between(low, high), range: start..<at)
  }

  private mutating func comparison() -> FilterItem.Comparison? {
    guard let byte = next, byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") else {
      return nil
    }
    at += 1
    let isLess = byte == UInt8(ascii: "<")
    guard next == UInt8(ascii: "=") else { return isLess ? .less : .more }
    at += 1
    return isLess ? .atMost : .atLeast
  }

  /// One side of a range or the whole of a value; nil where there is nothing.
  private mutating func operand(isEnd: Bool) throws(FilterError) -> FilterOperand? {
    let start = at
    if next == UInt8(ascii: "\"") {
      let text = try quoted(isInItem: true, isEnd: isEnd)
      return FilterOperand(text: text, isQuoted: true, range: start..<at)
    }
    while let byte = next, !FilterText.endsBareValue(byte), isEnd || !isNext("..") { at += 1 }
    guard at > start else { return nil }
    return FilterOperand(text: source.string(start..<at), isQuoted: false, range: start..<at)
  }

  private mutating func quoted(
    isInItem: Bool = false, isEnd: Bool = true
  ) throws(FilterError) -> String {
    let start = at
    var text: [UInt8] = []
    at += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\"), at + 1 < source.bytes.count { at += 1 }
      text.append(source.bytes[at])
      at += 1
    }
    guard next != nil else { throw source.error(.unterminatedQuote, start..<at) }
    at += 1
    if let byte = next, isInItem ? !FilterText.endsBareValue(byte) : !FilterText.endsWord(byte),
      isEnd || !isNext("..")
    {
      let end = at
      take { !FilterText.endsWord($0) }
      throw source.error(.textAfterQuote, end..<at)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
