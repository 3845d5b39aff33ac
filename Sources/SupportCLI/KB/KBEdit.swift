import CommandKit
import Platform
import SupportDesk
import SupportModel

private let title = Option.text("title", short: "t", value: "TITLE", "A new title")
private let text = Option.text("message", short: "m", value: "TEXT", "A new text")

/// Changes an article.
extension Command where Context == Session {
  static var kbEdit: Command {
    Command(
      "edit", "Change an article", needs: .desk, arguments: [KBParameter.slug],
      options: [
        title, text, Shared.file, KBParameter.category, KBParameter.excerpt,
        KBParameter.description, KBParameter.tags, KBParameter.language, Shared.dryRun,
      ],
      rules: [.atMostOne(of: text, Shared.file)],
      details: "Without an option, opens the article in the editor.",
      examples: ["support kb edit reset-password", "support kb edit reset-password --tag +login"]
    ) { call, session in
      let desk = try session.desk()
      let before = try desk.article(
        call[KBParameter.slug], language: call[KBParameter.language])
      var edit = ArticleEdit(call)
      edit.title = call[title]
      edit.body = try call[text] ?? call[Shared.file].map(MessageInput.read)
      if edit == ArticleEdit() {
        return try session.show(
          try session.editInEditor(before, isDryRun: call[Shared.dryRun]), said: "changed",
          unless: before, isDryRun: call[Shared.dryRun])
      }
      let article = try session.settled(
        desk.editArticle(before.key.name, edit, isDryRun: call[Shared.dryRun]))
      try session.show(
        article, said: "changed", unless: before, isDryRun: call[Shared.dryRun])
    }
  }
}

extension Session {
  /// Lets the person edit the whole file of an article. What they wrote stays on disk until it has
  /// been taken.
  fileprivate func editInEditor(_ article: Article, isDryRun: Bool) throws -> Article {
    guard prompt.isPossible else {
      throw UsageError.missingOption(
        ["--title", "--message", "--file", "--category", "--tag"], path: output.commandPath)
    }
    let desk = try desk()
    let path = try desk.draftPath("kb-\(article.language)-\(article.slug)")
    if try FileSystem.statusIfPresent(path) == nil {
      try FileSystem.replace(path, with: Array(article.text.utf8))
    }
    try Editor(self).edit(path)
    do {
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      let edited = try settled(desk.replaceArticle(article, with: text, isDryRun: isDryRun))
      if !isDryRun { try FileSystem.removeIfPresent(path) }
      return edited
    } catch {
      output.note("your text is kept in \(path)")
      throw error
    }
  }
}
