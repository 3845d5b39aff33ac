/// A help page that belongs to no command, such as the table of exit codes.
package struct HelpTopic: Sendable, Equatable {
  package let name: String
  package let title: String
  package let text: String

  package init(_ name: String, _ title: String, text: String) {
    self.name = name
    self.title = title
    self.text = text
  }
}

/// What somebody wants to read about.
package enum HelpSubject: Sendable, Equatable {
  case program
  /// The program with every command there is.
  case everything
  case group(String)
  /// A command by its whole path: `["ticket", "close"]`.
  case command([String])
  case topic(String)
}
