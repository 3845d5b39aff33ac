import CommandKit
import SupportModel

/// Takes an article out of sight.
extension Command where Context == Session {
  static var kbArchive: Command {
    Command(
      "archive", "Take an article out of sight", needs: .desk, arguments: [KBParameter.slug],
      options: [KBParameter.language, Shared.dryRun],
      details: """
        Customers no longer see it, and searches no longer find it. The file stays; \
        `support kb publish` brings it back.
        """,
      examples: ["support kb archive reset-password"]
    ) { call, session in
      try session.change(call, to: .archived)
    }
  }
}
