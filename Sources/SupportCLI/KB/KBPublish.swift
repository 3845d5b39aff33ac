import CommandKit
import SupportModel

/// Publishes an article.
extension Command where Context == Session {
  static var kbPublish: Command {
    Command(
      "publish", "Publish an article", needs: .desk, arguments: [KBParameter.slug],
      options: [KBParameter.language, Shared.dryRun],
      examples: ["support kb publish reset-password"]
    ) { call, session in
      try session.change(call, to: .published)
    }
  }
}
