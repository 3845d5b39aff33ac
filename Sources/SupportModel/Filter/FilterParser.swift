/// Builds a filter out of tokens, by recursive descent; nesting is bounded before it recurses.
struct FilterParser {
  /// Parentheses within parentheses.
  static let deepest = 100

  private let source: FilterSource
  private let reader: FilterTermReader
  private let tokens: [FilterToken]
  private var at = 0
  private var depth = 0
  private var sorts: [SortTerm] = []

  init(_ source: FilterSource, _ context: FilterContext) throws(FilterError) {
    self.source = source
    reader = FilterTermReader(source: source, context: context)
    var scanner = FilterScanner(source)
    tokens = try scanner.tokens()
  }

  mutating func filter() throws(FilterError) -> Filter {
    let expression = try alternatives()
    if let token = next { throw source.error(.unbalancedParenthesis, token.range) }
    return Filter(expression, sorts: sorts)
  }

  private var next: FilterToken? { at < tokens.count ? tokens[at] : nil }

  /// `everything` where there is nothing but sort keys.
  private mutating func alternatives() throws(FilterError) -> FilterExpression {
    var parts = [try conjunction()]
    while let token = next, case .or = token.kind {
      at += 1
      parts.append(try conjunction())
      if parts.suffix(2).contains(.everything) { throw dangling(token) }
    }
    return .any(of: parts)
  }

  private mutating func conjunction() throws(FilterError) -> FilterExpression {
    var parts: [FilterExpression] = []
    while let token = next {
      switch token.kind {
      case .or, .close: return .all(of: parts)
      case .and:
        at += 1
        guard !parts.isEmpty, let after = next, after.beginsFactor else { throw dangling(token) }
      case .open, .minus, .words, .field:
        if let part = try factor() { parts.append(part) }
      }
    }
    return .all(of: parts)
  }

  /// A term or group with what negates it; nil for a sort key.
  private mutating func factor() throws(FilterError) -> FilterExpression? {
    var isNegated = false
    while let minus = next, case .minus = minus.kind {
      at += 1
      isNegated.toggle()
      guard let after = next, after.beginsFactor, after.range.lowerBound == minus.range.upperBound
      else { throw dangling(minus) }
    }
    guard let token = next else { return nil }
    at += 1
    let part: FilterExpression
    switch token.kind {
    case .open: part = try group(openedBy: token)
    case .words(let text): part = .term(try reader.phrase(text, at: token.range))
    case .field(let name, let items) where plainName(name.text) == "sort":
      let isPlain = at < 2 || !tokens[at - 2].isMinus
      guard isPlain else { throw source.error(.negatedSort, token.range) }
      sorts += try reader.sorts(items)
      return nil
    case .field(let name, let items): part = .term(try reader.term(name, items))
    case .close, .minus, .or, .and: return nil
    }
    return isNegated ? part.negated : part
  }

  private mutating func group(openedBy open: FilterToken) throws(FilterError) -> FilterExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw source.error(.tooDeep(limit: Self.deepest), open.range)
    }
    let inside = try alternatives()
    guard let close = next else { throw source.error(.unbalancedParenthesis, open.range) }
    at += 1
    guard inside != .everything else {
      throw source.error(.emptyGroup, open.range.lowerBound..<close.range.upperBound)
    }
    return inside
  }

  private func dangling(_ token: FilterToken) -> FilterError {
    source.error(.danglingOperator(source.string(token.range).lowercased()), token.range)
  }
}

extension FilterToken {
  fileprivate var isMinus: Bool { if case .minus = kind { true } else { false } }

  fileprivate var beginsFactor: Bool {
    switch kind {
    case .open, .minus, .words, .field: true
    case .close, .or, .and: false
    }
  }
}
