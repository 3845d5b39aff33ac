import CommandKit
import SupportModel

/// Shows a field.
extension Command where Context == Session {
  static var fieldShow: Command {
    Command(
      "show", "Show a field", needs: .desk, arguments: [FieldParameter.name],
      examples: ["support field show serial"]
    ) { call, session in
      try session.showEntry(CustomField.self, call[FieldParameter.name])
    }
  }
}
