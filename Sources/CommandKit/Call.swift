/// A command's parsed words, read through the keys that declared them.
package struct Call: Sendable, Equatable {
  private var values: [String: [String]] = [:]

  package init() {}

  package subscript<Value>(_ argument: Argument<Value>) -> Value {
    argument.decode(values[argument.shape.name] ?? [])
  }

  package subscript<Value>(_ option: Option<Value>) -> Value {
    option.decode(values[option.shape.name])
  }

  /// Whether the parameter was given at all.
  package func has(_ parameter: any Parameter) -> Bool {
    has(parameter.shape)
  }

  func has(_ shape: ParameterShape) -> Bool {
    values[shape.name] != nil
  }

  /// Notes an option; of a single-valued one the last value stays.
  mutating func give(_ option: ParameterShape, _ value: String?) {
    let given = value.map { [$0] } ?? []
    values[option.name] = option.isRepeatable ? (values[option.name] ?? []) + given : given
  }

  mutating func give(_ argument: ParameterShape, words: ArraySlice<String>) {
    values[argument.name] = Array(words)
  }
}
