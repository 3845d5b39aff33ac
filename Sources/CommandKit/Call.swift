/// A command's parsed words, read through the keys that declared them.
package struct Call: Sendable, Equatable {
  /// In the order of their names. They are few: a dictionary would cost a command more than it saves.
  private var values: [Given] = []

  private struct Given: Equatable {
    var name: String
    var words: [String]
  }

  package init() {}

  package subscript<Value>(_ argument: Argument<Value>) -> Value {
    argument.decode(words(of: argument.shape) ?? [])
  }

  package subscript<Value>(_ option: Option<Value>) -> Value {
    option.decode(words(of: option.shape))
  }

  /// Whether the parameter was given at all.
  package func has(_ parameter: any Parameter) -> Bool {
    has(parameter.shape)
  }

  func has(_ shape: ParameterShape) -> Bool {
    words(of: shape) != nil
  }

  /// Notes an option; of a single-valued one the last value stays.
  mutating func give(_ option: ParameterShape, _ value: String?) {
    let given = value.map { [$0] } ?? []
    let before = option.isRepeatable ? words(of: option) ?? [] : []
    set(option, to: before + given)
  }

  mutating func give(_ argument: ParameterShape, words: ArraySlice<String>) {
    set(argument, to: Array(words))
  }

  /// Nil for a parameter that was not given.
  private func words(of shape: ParameterShape) -> [String]? {
    values.first { $0.name == shape.name }?.words
  }

  private mutating func set(_ shape: ParameterShape, to words: [String]) {
    let place = values.firstIndex { $0.name >= shape.name } ?? values.count
    if place < values.count, values[place].name == shape.name {
      values[place].words = words
    } else {
      values.insert(Given(name: shape.name, words: words), at: place)
    }
  }
}
