import CommandKit
import SupportModel

/// Lists the fields.
extension Command where Context == Session {
  static var fieldList: Command {
    Command(
      "list", "List the fields", needs: .desk, examples: ["support field list"]
    ) { _, session in
      try session.listEntries(CustomField.self, FieldParameter.columns)
    }
  }
}
