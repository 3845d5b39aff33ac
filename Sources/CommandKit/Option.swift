/// A named setting of a command, read as `call[option]`.
package struct Option<Value>: Parameter {
  package let shape: ParameterShape
  /// From the values given, or from nil where the option was not given.
  let decode: @Sendable ([String]?) -> Value
}

/// The value of an option that may stand alone: `--json` or `--json=id,status`.
package enum OptionalText: Sendable, Equatable {
  case absent, bare
  case value(String)
}

extension Option where Value == String? {
  package static func text(
    _ name: String, short: Character? = nil, value: String, _ help: String,
    default defaultText: String? = nil, completes: Completion = .none
  ) -> Option {
    Option(
      shape: ParameterShape(
        option: name, short: short, valueUse: .required, placeholder: value, help: help,
        defaultText: defaultText, completion: completes),
      decode: { $0?.last })
  }

  /// One of fixed names.
  package static func choice(
    _ name: String, short: Character? = nil, value: String, _ help: String, of names: [String],
    default defaultText: String? = nil
  ) -> Option {
    Option(
      shape: ParameterShape(
        option: name, short: short, valueUse: .required, placeholder: value, help: help,
        defaultText: defaultText, accepted: .choices(names), completion: .choices(names)),
      decode: { $0?.last })
  }
}

extension Option where Value == String {
  /// An option that must be given.
  package static func required(
    _ name: String, short: Character? = nil, value: String, _ help: String,
    completes: Completion = .none
  ) -> Option {
    Option(
      shape: ParameterShape(
        option: name, short: short, valueUse: .required, placeholder: value, help: help,
        completion: completes, isRequired: true),
      decode: { ($0 ?? []).onlyWord })
  }
}

extension Option where Value == [String] {
  /// An option that may be given again and again.
  package static func texts(
    _ name: String, short: Character? = nil, value: String, _ help: String,
    default defaultText: String? = nil, completes: Completion = .none
  ) -> Option {
    Option(
      shape: ParameterShape(
        option: name, short: short, valueUse: .required, placeholder: value, help: help,
        defaultText: defaultText, completion: completes, isRepeatable: true),
      decode: { $0 ?? [] })
  }

  /// Names out of fixed ones, one for each time the option is given.
  package static func choices(
    _ name: String, short: Character? = nil, value: String, _ help: String, of names: [String],
    default defaultText: String? = nil
  ) -> Option {
    Option(
      shape: ParameterShape(
        option: name, short: short, valueUse: .required, placeholder: value, help: help,
        defaultText: defaultText, accepted: .choices(names), completion: .choices(names),
        isRepeatable: true),
      decode: { $0 ?? [] })
  }
}

extension Option where Value == Int? {
  package static func integer(
    _ name: String, short: Character? = nil, value: String = "N", _ help: String,
    in range: ClosedRange<Int> = Int.min...Int.max, default defaultText: String? = nil
  ) -> Option {
    Option(
      shape: ParameterShape(
        option: name, short: short, valueUse: .required, placeholder: value, help: help,
        defaultText: defaultText, accepted: .integer(range)),
      decode: { $0?.last.flatMap { Int($0) } })
  }
}

extension Option where Value == Bool {
  package static func flag(_ name: String, short: Character? = nil, _ help: String) -> Option {
    Option(
      shape: ParameterShape(option: name, short: short, help: help), decode: { $0 != nil })
  }
}

extension Option where Value == OptionalText {
  /// An option that may stand alone; its value, a comma-separated list for completion, only ever
  /// follows `=`.
  package static func optionalText(
    _ name: String, short: Character? = nil, value: String, _ help: String,
    default defaultText: String? = nil, completes: Completion = .none
  ) -> Option {
    Option(
      shape: ParameterShape(
        option: name, short: short, valueUse: .afterEquals, placeholder: value, help: help,
        defaultText: defaultText, completion: completes),
      decode: { values in
        guard let values else { return .absent }
        return values.last.map { .value($0) } ?? .bare
      })
  }
}
