/// Why a template cannot be used: facts, which a face turns into words.
package enum TemplateError: Error, Hashable, Sendable {
  /// A place in a template's file.
  package struct Place: Hashable, Sendable {
    package var template: String
    /// Counted from 1.
    package var line: Int
  }

  /// `{{` without `}}` on the same line.
  case unclosed(Place)
  /// What stands between the braces is no name.
  case badName(Place, word: String)
  /// A place to fill stands in the fallback of a variable, where nothing is filled.
  case nested(Place, name: String)
  /// Nothing has a value of that name.
  case unknownVariable(Place, name: String, known: [String])
  /// Values that nobody gave, and that have no fallback.
  case missing([Gap])
  /// A value that was given, and that no template has a place for.
  case unused(name: String, used: [String])
  /// It includes a template that is not there.
  case unknownInclude(Place, name: String, known: [String])
  /// A template includes itself, by way of the others of the chain.
  case cycle([String])
  /// In bytes; or more templates are included in each other than anybody means.
  case tooLong(template: String, limit: Int)
  /// It names a category that the desk does not have.
  case unknownCategory(Place, String, [String])
  /// It is for tickets of other categories.
  case elsewhere(template: String, categories: [String], category: String?)
  /// It is not used by itself.
  case inactive(template: String)
  /// It cannot go while others include it.
  case included(template: String, by: [String])

  package struct Gap: Hashable, Sendable {
    package var place: Place
    package var name: String
  }
}

extension TemplateError {
  /// The line that it is about, where it is about one.
  var line: Int? {
    switch self {
    case .unclosed(let place), .badName(let place, _), .nested(let place, _),
      .unknownVariable(let place, _, _),
      .unknownInclude(let place, _, _), .unknownCategory(let place, _, _):
      place.line
    case .missing, .unused, .cycle, .tooLong, .elsewhere, .inactive, .included: nil
    }
  }
}
