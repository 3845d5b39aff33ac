/// Something a command takes: a typed key, declared once and shared by commands.
package protocol Parameter: Sendable {
  var shape: ParameterShape { get }
}

/// All that parsing, help and completion need to know of a parameter, whatever its Swift type.
package struct ParameterShape: Sendable, Equatable {
  package enum Role: Sendable, Equatable { case argument, option }

  /// Whether an option has a value and where it stands.
  package enum ValueUse: Sendable, Equatable {
    case none, required
    /// Only ever attached: `--json=id,status`.
    case afterEquals
  }

  package let role: Role
  /// `ID` for an argument, `message` for an option.
  package let name: String
  package let short: Character?
  package let valueUse: ValueUse
  /// What stands for the value in help: `TEXT`.
  package let placeholder: String
  package let help: String
  package let defaultText: String?
  package let accepted: AcceptedValue
  package let completion: Completion
  package let isRequired: Bool
  package let isRepeatable: Bool
  /// Whether filter words such as `-tag:vip` count as arguments.
  package let takesDashWords: Bool
  /// The options that make this argument superfluous: with one of them it takes no word.
  package let replacedBy: [ParameterShape]

  init(
    argument name: String, help: String, accepted: AcceptedValue = .anything,
    completion: Completion = .none, isRequired: Bool, isRepeatable: Bool = false,
    takesDashWords: Bool = false, replacedBy: [ParameterShape] = []
  ) {
    role = .argument
    self.name = name
    short = nil
    valueUse = .required
    placeholder = name
    self.help = help
    defaultText = nil
    self.accepted = accepted
    self.completion = completion
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
    self.takesDashWords = takesDashWords
    self.replacedBy = replacedBy
  }

  init(
    option name: String, short: Character? = nil, valueUse: ValueUse = .none,
    placeholder: String = "", help: String, defaultText: String? = nil,
    accepted: AcceptedValue = .anything, completion: Completion = .none,
    isRequired: Bool = false, isRepeatable: Bool = false
  ) {
    role = .option
    self.name = name
    self.short = short
    self.valueUse = valueUse
    self.placeholder = placeholder
    self.help = help
    self.defaultText = defaultText
    self.accepted = accepted
    self.completion = completion
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
    takesDashWords = false
    replacedBy = []
  }

  /// How the parameter is written in a message: `--message`, `ID`.
  package var spelling: String { role == .option ? "--\(name)" : name }
}
