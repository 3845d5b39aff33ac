/// How a parameter's value is completed.
package enum Completion: Sendable, Equatable {
  case none, file, directory
  case choices([String])
  /// A list that the face supplies by name: `ticket`, `agent`, `status`.
  case live(String)
  /// The program's own commands and help topics, as `help` takes them.
  case commands
}

/// One word that could stand at the cursor.
package struct Candidate: Sendable, Equatable {
  package let value: String
  package let description: String

  package init(_ value: String, _ description: String = "") {
    self.value = value
    self.description = description
  }
}
