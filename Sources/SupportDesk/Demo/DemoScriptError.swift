/// Why a script cannot be read; `line` counts from 1.
package enum DemoScriptError: Error, Hashable, Sendable {
  /// Text where only a ticket's header, a step or an indented body may stand.
  case unexpectedText(String, line: Int)
  case unknownHeader(String, line: Int)
  case repeatedHeader(String, line: Int)
  /// `line` is that of the ticket.
  case missingHeader(String, line: Int)
  /// Not of the shape `Name <address>`.
  case badContact(String, line: Int)
  /// Not made of days, hours and minutes such as `2d4h30m`.
  case badDuration(String, line: Int)
  case unknownAction(String, line: Int)
  /// A message or note without a body.
  case missingBody(line: Int)
  /// A body under an action that takes none.
  case unexpectedBody(line: Int)
  /// The first step is not the customer's message at +0m; `line` is its own, or the ticket's.
  case notOpenedByCustomer(line: Int)
  /// A step that does not come after the one before it.
  case notLater(line: Int)
  /// A step that would happen now or in the future.
  case notInThePast(line: Int)
}
