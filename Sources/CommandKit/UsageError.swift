/// Why a command line makes no sense: facts only, the face words them. `path` is the command found
/// so far.
package enum UsageError: Error, Sendable, Equatable {
  /// No command at all.
  case missingCommand
  case unknownCommand(String, in: String?, nearest: [String])
  case missingVerb(noun: String, verbs: [String])
  case unknownOption(String, path: [String], nearest: [String])
  /// An option that stands before the command it belongs to.
  case misplacedOption(String, path: [String])
  case missingValue(option: String, placeholder: String, path: [String])
  case unexpectedValue(option: String, value: String, path: [String])
  case missingArgument(String, path: [String])
  case unexpectedArgument(String, path: [String])
  /// `expected` is a noun phrase: "one of low, high".
  case invalidValue(
    of: String, value: String, expected: String, nearest: [String], path: [String])
  /// Options given together that exclude each other.
  case conflictingOptions([String], path: [String])
  /// One of these is needed and none was given.
  case missingOption([String], path: [String])
  /// An argument and an option given together where one stands for the other.
  case replacedArgument(String, value: String, by: String, path: [String])
  /// Aliases that lead back to the first of them.
  case aliasLoop([String])
  /// An alias whose quotes do not close, or that is empty.
  case malformedAlias(name: String, text: String)

  package var path: [String] {
    switch self {
    case .missingCommand, .aliasLoop, .malformedAlias: []
    case .unknownCommand(_, let noun, _): noun.map { [$0] } ?? []
    case .missingVerb(let noun, _): [noun]
    case .unknownOption(_, let path, _), .misplacedOption(_, let path),
      .missingValue(_, _, let path), .unexpectedValue(_, _, let path),
      .missingArgument(_, let path), .unexpectedArgument(_, let path),
      .invalidValue(_, _, _, _, let path), .conflictingOptions(_, let path),
      .missingOption(_, let path), .replacedArgument(_, _, _, let path):
      path
    }
  }
}
