/// What a command demands of its options together.
package enum OptionRule: Sendable {
  case atMostOne([ParameterShape])
  case exactlyOne([ParameterShape])

  package static func atMostOne(of options: any Parameter...) -> OptionRule {
    .atMostOne(options.map(\.shape))
  }

  package static func exactlyOne(of options: any Parameter...) -> OptionRule {
    .exactlyOne(options.map(\.shape))
  }

  package var options: [ParameterShape] {
    switch self {
    case .atMostOne(let options), .exactlyOne(let options): options
    }
  }

  package var demandsOne: Bool {
    if case .exactlyOne = self { true } else { false }
  }
}
