import CommandKit
import SupportModel

/// Lists the references.
extension Command where Context == Session {
  static var referenceList: Command {
    Command(
      "list", "List the references", needs: .desk, examples: ["support reference list"]
    ) { _, session in
      try session.listEntries(ReferenceKind.self, ReferenceParameter.columns)
    }
  }
}
