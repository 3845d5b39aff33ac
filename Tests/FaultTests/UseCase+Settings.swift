import Platform
import SupportDesk
import SupportModel

extension UseCase {
  static let settingsCases =
    articleCases + agentCases + viewCases + deskCases + teamCases + categoryCases + tagCases
    + entryCases

  private static let articleCases = [
    UseCase("kb new") {
      var article = ArticleEdit()
      (article.title, article.body) = ("Clean the lamp", "With a dry cloth.")
      return try $0.desk().newArticle("clean-lamp", article).warning
    },
    UseCase("kb new", "the first in a language") {
      var article = ArticleEdit()
      (article.title, article.body) = ("Changer l'ampoule", "Tournez.")
      return try $0.desk().newArticle("ampoule", language: "fr", article).warning
    },
    UseCase("kb edit") {
      var edit = ArticleEdit()
      edit.addTags = ["bulb"]
      return try $0.desk().editArticle("change-bulb", edit).warning
    },
    UseCase(
      "kb publish",
      after: { scene in
        var article = ArticleEdit()
        (article.title, article.body) = ("Clean the lamp", "With a dry cloth.")
        _ = try scene.desk().newArticle("clean-lamp", article)
        scene.pass()
      },
      run: {
        var edit = ArticleEdit()
        edit.status = .published
        return try $0.desk().editArticle("clean-lamp", edit).warning
      }),
    UseCase("kb archive") {
      var edit = ArticleEdit()
      edit.status = .archived
      return try $0.desk().editArticle("change-bulb", edit).warning
    },
    UseCase("kb vote") { try $0.desk().vote(on: "change-bulb", isHelpful: true).warning },
  ]

  private static let agentCases = [
    UseCase("agent add") { scene in
      var agent = AgentEdit()
      agent.addEmails = ["ben@desk.example"]
      return try scene.desk().addAgent("ben", agent).warning
    },
    UseCase("agent edit") { scene in
      var edit = AgentEdit()
      edit.role = .viewer
      return try scene.desk().editAgent("eve", edit).warning
    },
    UseCase("agent status") { scene in
      var edit = AgentEdit()
      edit.status = .away
      return try scene.desk().editAgent("eve", edit).warning
    },
    UseCase("agent remove") { try $0.desk().removeAgent("eve").warning },
    UseCase(
      "agent remove", "with tickets to give away",
      after: { scene in
        _ = try scene.desk().assign(.these(scene.tickets), to: "eve", team: nil)
        scene.pass()
      },
      run: { try $0.desk().removeAgent("eve", heir: .agent("ada")).warning }
    ).stepwise,
  ]

  private static let viewCases = [
    UseCase("view add") { try $0.desk().addView("late", view("is:overdue")).warning },
    UseCase("view edit", after: addView) {
      try $0.desk().editView("bulbs", view("tag:bulb")).warning
    },
    UseCase("view remove", after: addView) { try $0.desk().removeView("bulbs").warning },
  ]

  private static func view(_ filter: String) -> ViewEdit {
    var edit = ViewEdit()
    edit.filter = filter
    return edit
  }

  @Sendable private static func addView(_ scene: Scene) throws {
    _ = try scene.desk().addView("bulbs", view("bulb"))
    scene.pass()
  }

  private static let deskCases = [
    UseCase("config") {
      try $0.desk().setLocal("alias.mine", "ticket list assignee:me")
      return nil
    },
    UseCase(
      "init", after: { try FileSystem.removeTree($0.root) },
      run: {
        try $0.makeDesk()
        return nil
      }),
    UseCase(
      "init", "in a folder that git knows",
      after: { scene in
        try FileSystem.removeTree(scene.root)
        try scene.put("*.log\n", at: ".gitignore")
      },
      run: {
        try $0.makeDesk()
        return nil
      }),
  ]
}
