/// Understands one term: which field, which values, what they come to.
struct FilterTermReader {
  let source: FilterSource
  let context: FilterContext

  /// What one item of a term means.
  struct Reading {
    /// In normal form.
    var text: String
    /// One of them has to hold.
    var tests: [FilterTest]
    /// Whether it means something else at another time.
    var isRelative = false

    init(_ text: String, _ test: FilterTest) { (self.text, tests) = (text, [test]) }
    init(_ text: String, _ fact: FilterFact) { self.init(text, .holds(fact)) }
  }

  /// Words without a field.
  func phrase(_ text: String, at range: Range<Int>) throws(FilterError) -> FilterTerm {
    guard let needle = Needle(text) else { throw source.error(.emptyValue, range) }
    return FilterTerm(
      text: FilterText.phrase(words(text)),
      anyOf: [.holds(.mentions(needle, inNotes: context.isStaff))], isRelative: false)
  }

  func term(_ name: FilterName, _ items: [FilterItem]) throws(FilterError) -> FilterTerm {
    let plain = plainName(name.text)
    if plain == "is", !context.isAboutCustomers { return try term("is", items, read: state) }
    if plain == "has" { return try term("has", items, read: part) }
    guard let field = context.found(name.text), context.allows(field) else {
      let near = nearestNames(to: plain, among: context.fieldNames)
      guard !context.isAboutCustomers else {
        throw source.error(.unknownValue(kind: "field", word: name.text, near: near), name.range)
      }
      throw source.error(.unknownField(name.text, near: near), name.range)
    }
    return try term(field.description, items) { item throws(FilterError) in
      try reading(field, item)
    }
  }

  private func term(
    _ name: String, _ items: [FilterItem], read: (FilterItem) throws(FilterError) -> Reading
  ) throws(FilterError) -> FilterTerm {
    var all = try read(items[0])
    for item in items.dropFirst() {
      let reading = try read(item)
      all.text += "," + reading.text
      all.tests += reading.tests
      all.isRelative = all.isRelative || reading.isRelative
    }
    return FilterTerm(
      text: name + ":" + all.text, anyOf: Self.gathered(all.tests), isRelative: all.isRelative)
  }

  /// Values of one field become one list: `status:open,new` is one look-up.
  private static func gathered(_ tests: [FilterTest]) -> [FilterTest] {
    guard tests.count > 1 else { return tests }
    var field: FilterField?
    var values: [String] = []
    var others: [FilterTest] = []
    for test in tests {
      if case .among(let its, let more) = test.fact, !test.isNegated {
        field = its
        values += more
      } else {
        others.append(test)
      }
    }
    return (field.map { [.holds(.among($0, values))] } ?? []) + others
  }

  private func reading(
    _ field: FilterField, _ item: FilterItem
  ) throws(FilterError) -> Reading {
    switch field.kind {
    case .priority: try priority(item)
    case .time: try time(field, item)
    case .number: try number(field, item)
    case .free: try free(field, item)
    case .message: try message(field, item)
    case .id, .words, .status, .category, .channel, .customer, .agent, .name, .link:
      try value(field, try single(item, of: field.description))
    }
  }

  /// The item as one value, for a field without an order; `..` is then nothing special.
  func single(
    _ item: FilterItem, of name: @autoclosure () -> String
  ) throws(FilterError) -> FilterOperand {
    switch item.shape {
    case .single(let operand):
      guard !operand.text.allSatisfy(\.isWhitespace) else {
        throw source.error(.emptyValue, operand.range)
      }
      return operand
    case .between(let low, let high) where low?.isQuoted != true && high?.isQuoted != true:
      return FilterOperand(text: source.string(item.range), isQuoted: true, range: item.range)
    case .compared, .between:
      throw source.error(.noOrder(field: name()), item.range)
    }
  }

  /// The text with single spaces.
  func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func unknown(
    _ kind: String, _ operand: FilterOperand, among known: [String]
  ) -> FilterError {
    let near = nearestNames(to: plainName(operand.text), among: known)
    return source.error(
      .unknownValue(kind: kind, word: operand.text, near: near), operand.range)
  }
}
