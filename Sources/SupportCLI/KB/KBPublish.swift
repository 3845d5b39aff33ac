import CommandKit
import SupportDesk
import SupportModel

/// Publishes an article.
extension Command where Context == Session {
  static var kbPublish: Command {
    Command(
      "publish", "Publish an article", needs: .desk, arguments: [KBParameter.slug],
      options: [Shared.dryRun],
      examples: ["support kb publish reset-password"]
    ) { call, session in
      var edit = ArticleEdit()
      edit.status = .published
      let desk = try session.desk()
      let before = try desk.article(call[KBParameter.slug])
      let article = try session.settled(
        desk.editArticle(call[KBParameter.slug], edit, isDryRun: call[Shared.dryRun]))
      try session.show(
        article, said: "published", unless: before, isDryRun: call[Shared.dryRun])
    }
  }
}
