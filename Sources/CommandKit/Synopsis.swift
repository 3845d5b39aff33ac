/// One line of usage, as units that no line break may tear apart.
struct Synopsis {
  enum Part: Equatable {
    /// To be typed as it stands.
    case literal(String)
    /// To be replaced by something of one's own.
    case placeholder(String)
    /// Notation: brackets, bars, dots.
    case mark(String)

    var text: String {
      switch self {
      case .literal(let text), .placeholder(let text), .mark(let text): text
      }
    }
  }

  typealias Unit = [Part]

  /// The words that lead to the command: `support ticket close`.
  let name: String
  let units: [Unit]

  init(name: String, units: [Unit]) {
    self.name = name
    self.units = units
  }

  init<Context>(of command: Command<Context>, name: String) {
    self.name = name
    let replacing = command.arguments.flatMap(\.replacedBy)
    var units = command.arguments.map(Self.unit(ofArgument:))
    var seen = Set(replacing.map(\.name))
    for option in command.options where !seen.contains(option.name) {
      let rule = command.rules.first { $0.options.contains { $0.name == option.name } }
      let group = (rule?.options ?? [option]).filter { !seen.contains($0.name) }
      seen.formUnion(group.map(\.name))
      units.append(Self.unit(of: group, isRequired: rule?.demandsOne ?? option.isRequired))
    }
    self.units = units
  }

  private static func unit(ofArgument shape: ParameterShape) -> Unit {
    let name: Unit = [.placeholder(shape.name)] + (shape.isRepeatable ? [.mark("...")] : [])
    if !shape.replacedBy.isEmpty {
      return [.mark("(")] + name + shape.replacedBy.flatMap { [.mark(" | ")] + short($0) }
        + [.mark(")")]
    }
    return shape.isRequired ? name : [.mark("[")] + name + [.mark("]")]
  }

  static func unit(of options: [ParameterShape], isRequired: Bool) -> Unit {
    let choice = Unit(options.map(short).joined(separator: [.mark(" | ")]))
    let dots: Unit = options.contains(where: \.isRepeatable) ? [.mark("...")] : []
    if isRequired, options.count == 1 { return choice + dots }
    return [.mark(isRequired ? "(" : "[")] + choice + [.mark(isRequired ? ")" : "]")] + dots
  }

  /// The option in its shortest form, as in a usage line: `-m TEXT`.
  static func short(_ option: ParameterShape) -> Unit {
    [.literal(option.short.map { "-\($0)" } ?? option.spelling)]
      + value(of: option, isShort: option.short != nil)
  }

  /// The option in all its forms, as in a list: `-m, --message TEXT`.
  static func label(of shape: ParameterShape) -> Unit {
    if shape.role == .argument {
      return [.placeholder(shape.name)] + (shape.isRepeatable ? [.mark("...")] : [])
    }
    let letter: Unit = shape.short.map { [.literal("-\($0)"), .mark(", ")] } ?? []
    return letter + [.literal(shape.spelling)] + value(of: shape, isShort: false)
  }

  private static func value(of option: ParameterShape, isShort: Bool) -> Unit {
    switch option.valueUse {
    case .none: []
    case .required: [.mark(" "), .placeholder(option.placeholder)]
    case .afterEquals where isShort: []
    case .afterEquals: [.mark("[="), .placeholder(option.placeholder), .mark("]")]
    }
  }
}

extension [Synopsis.Part] {
  var text: String { map(\.text).joined() }
}
