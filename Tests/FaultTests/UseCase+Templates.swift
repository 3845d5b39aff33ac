import SupportDesk
import SupportModel

extension UseCase {
  static let templateCases = [
    UseCase("template add") { try $0.desk().addTemplate("bye", template("Bye.")).warning },
    UseCase("template edit", after: addTemplate) {
      try $0.desk().editTemplate("hello", template("Good day.")).warning
    },
    UseCase("template duplicate", after: addTemplate) {
      try $0.desk().duplicateTemplate("hello", as: "hello.fr").warning
    },
    UseCase("template remove", after: addTemplate) {
      try $0.desk().removeTemplate("hello").warning
    },
    UseCase("ticket reply", "with a template", after: addTemplate) { scene in
      var use = TemplateUse()
      use.names = ["hello"]
      return try scene.desk().reply(scene.tickets[0].description, "", with: use).warning
    },
  ]

  private static func template(_ body: String) -> TemplateEdit {
    var edit = TemplateEdit()
    edit.body = body
    return edit
  }

  private static func addTemplate(_ scene: Scene) throws {
    _ = try scene.desk().addTemplate("hello", template("Hello {{customer.name|there}}."))
    scene.pass()
  }
}
