/// Which tickets, and in what order: the one language of lists, views, bulk edits, rules and
/// policies.
///
///     filter     = [ expression ]
///     expression = all { "or" all }
///     all        = factor { [ "and" ] factor }           side by side means and
///     factor     = { "-" } ( term | "(" expression ")" ) "-" negates
///     term       = words | name ":" item { "," item }    any of the items
///     words      = word | quoted                         in subject, messages, customer
///     item       = [ ">" | ">=" | "<" | "<=" ] operand
///                | operand ".." [ operand ] | ".." operand
///     operand    = bare | quoted
///     quoted     = '"' { any character, \" and \\ for " and \ } '"'
///     bare       = characters up to a space, "(", ")" or ","
///
/// Names are those of `FilterField`, and `is`, `has` and `sort`. Comparisons and ranges are for
/// times, priorities and numbers; ranges include both ends. Times are read by `FilterMoment`.
package struct Filter: Hashable, Sendable {
  package var expression: FilterExpression
  package var sorts: [SortTerm]

  package init(_ expression: FilterExpression = .everything, sorts: [SortTerm] = []) {
    (self.expression, self.sorts) = (expression, sorts)
  }

  package static let everything = Filter()

  /// The tickets of some customers: by their addresses, or by what stands behind the `@`.
  package static func ofCustomers(
    _ addresses: [String], domains: [String] = []
  ) -> Filter {
    let values = addresses.map { $0.lowercased() }
    let domains = domains.map { "@" + $0 }
    let term = FilterTerm(
      text: "customer:" + (values + domains).map(FilterText.value).joined(separator: ","),
      anyOf: [.holds(.among(.customer, values))] + domains.map { .holds(.domain($0)) },
      isRelative: false)
    return Filter(.term(term))
  }

  /// The tickets of others in which some customers take part.
  package static func withGuests(_ addresses: [String]) -> Filter {
    let values = addresses.map { $0.lowercased() }
    let term = FilterTerm(
      text: "cc:" + values.map(FilterText.value).joined(separator: ","),
      anyOf: [.holds(.among(.cc, values))], isRelative: false)
    return Filter(.term(term))
  }

  /// The tickets that have a value in a field, whatever words it is made of.
  package static func having(_ value: String, in field: FilterField) -> Filter {
    only(field, value, .among(field, [value.lowercased()]))
  }

  /// The tickets of a category and of those below it.
  package static func inCategory(_ path: String) -> Filter {
    only(.category, path, .below(path.lowercased()))
  }

  private static func only(_ field: FilterField, _ value: String, _ fact: FilterFact) -> Filter {
    let text = "\(field):" + FilterText.value(value.lowercased())
    return Filter(.term(FilterTerm(text: text, anyOf: [.holds(fact)], isRelative: false)))
  }

  /// The order asked for; the newest activity first where none was.
  package var order: SortOrder { sorts.isEmpty ? .standard : SortOrder(sorts) }

  /// Both conditions; the other's sort keys come after this one's.
  package func and(_ other: Filter) -> Filter {
    Filter(.all(of: [expression, other.expression]), sorts: sorts + other.sorts)
  }

  /// Everything that the parts ask for, such as the words and the flags of a command line.
  package static func and(_ parts: [Filter]) -> Filter {
    parts.reduce(.everything) { $0.and($1) }
  }
}

extension Filter {
  /// Reads a filter. Relative times are resolved against the context's `now`, names against its
  /// settings.
  package static func parse(
    _ text: String, _ context: FilterContext
  ) throws(FilterError) -> Filter {
    var parser = try FilterParser(FilterSource(text), context)
    return try parser.filter()
  }

  /// Reads the words of a command line, joined as `FilterWords` says.
  package static func parse(
    words: [String], _ context: FilterContext
  ) throws(FilterError) -> Filter {
    try parse(FilterWords.joined(words), context)
  }

  /// What a flag stands for: `--status open --status new` is `status:open,new`.
  package static func parse(
    _ field: FilterField, anyOf values: [String], _ context: FilterContext
  ) throws(FilterError) -> Filter {
    let items = values.map { FilterWords.value($0) }
    return try parse("\(field):" + items.joined(separator: ","), context)
  }
}

extension Filter: CustomStringConvertible {
  /// The filter in its normal form, which reads back as the same filter.
  package var description: String {
    let parts = [expression.description] + sorts.map(\.description)
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
