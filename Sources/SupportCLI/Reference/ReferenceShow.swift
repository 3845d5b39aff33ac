import CommandKit
import SupportModel

/// Shows a reference.
extension Command where Context == Session {
  static var referenceShow: Command {
    Command(
      "show", "Show a reference", needs: .desk, arguments: [ReferenceParameter.name],
      examples: ["support reference show consignment"]
    ) { call, session in
      try session.showEntry(ReferenceKind.self, call[ReferenceParameter.name])
    }
  }
}
