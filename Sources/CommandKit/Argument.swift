/// A word that a command takes by its place, read as `call[argument]`.
package struct Argument<Value>: Parameter {
  package let shape: ParameterShape
  let decode: @Sendable ([String]) -> Value
}

extension Argument where Value == String {
  /// Exactly one word.
  package static func one(
    _ name: String, _ help: String, completes: Completion = .none, takesDashWords: Bool = false
  ) -> Argument {
    Argument(
      shape: ParameterShape(
        argument: name, help: help, completion: completes, isRequired: true,
        takesDashWords: takesDashWords),
      decode: \.onlyWord)
  }

  /// Exactly one word out of fixed names.
  package static func choice(_ name: String, _ help: String, of names: [String]) -> Argument {
    Argument(
      shape: ParameterShape(
        argument: name, help: help, accepted: .choices(names), completion: .choices(names),
        isRequired: true),
      decode: \.onlyWord)
  }
}

extension Argument where Value == String? {
  /// One word or none.
  package static func optional(
    _ name: String, _ help: String, completes: Completion = .none, takesDashWords: Bool = false
  ) -> Argument {
    Argument(
      shape: ParameterShape(
        argument: name, help: help, completion: completes, isRequired: false,
        takesDashWords: takesDashWords),
      decode: \.first)
  }

  /// One word, unless one of the options given stands in its place; then it takes none.
  package static func one(
    _ name: String, _ help: String, unless options: [any Parameter], completes: Completion = .none
  ) -> Argument {
    Argument(
      shape: ParameterShape(
        argument: name, help: help, completion: completes, isRequired: true,
        replacedBy: options.map(\.shape)),
      decode: \.first)
  }
}

extension Argument where Value == [String] {
  /// One word or more.
  package static func many(
    _ name: String, _ help: String, completes: Completion = .none, takesDashWords: Bool = false
  ) -> Argument {
    Argument(
      shape: ParameterShape(
        argument: name, help: help, completion: completes, isRequired: true, isRepeatable: true,
        takesDashWords: takesDashWords),
      decode: { $0 })
  }

  /// One word or more, unless one of the options given stands in their place; then it takes none.
  package static func many(
    _ name: String, _ help: String, unless options: [any Parameter], completes: Completion = .none
  ) -> Argument {
    Argument(
      shape: ParameterShape(
        argument: name, help: help, completion: completes, isRequired: true, isRepeatable: true,
        replacedBy: options.map(\.shape)),
      decode: { $0 })
  }

  /// Any number of words.
  package static func any(
    _ name: String, _ help: String, completes: Completion = .none, takesDashWords: Bool = false
  ) -> Argument {
    Argument(
      shape: ParameterShape(
        argument: name, help: help, completion: completes, isRequired: false, isRepeatable: true,
        takesDashWords: takesDashWords),
      decode: { $0 })
  }
}

extension [String] {
  /// The word that parsing has made sure of.
  var onlyWord: String {
    precondition(count == 1, "read a required parameter that the command does not declare")
    return self[0]
  }
}
