import Platform
import SupportDesk
import SupportModel

extension UseCase {
  static let ruleCases = [
    UseCase("rule add") { try $0.desk().addRules(file: "f", rule).warning },
    UseCase("rule edit", after: addRule) {
      let other = Array(#"{"name":"hum","on":["ticket.closed"],"then":[{"tag":["+hum"]}]}"#.utf8)
      return try $0.desk().editRule("hum", file: "f", other).warning
    },
    UseCase("rule disable", after: addRule) {
      try $0.desk().setRules(["hum"], active: false).warning
    },
    UseCase(
      "rule enable",
      after: { scene in
        try addRule(scene)
        _ = try scene.desk().setRules(["hum"], active: false)
        scene.pass()
      },
      run: { try $0.desk().setRules(["hum"], active: true).warning }),
    UseCase("rule remove", after: addRule) { try $0.desk().removeRules(["hum"]).warning },
    UseCase("ticket new", "with a rule", after: addRule) {
      try $0.desk("bob@example.com").open(Opening(subject: "It hums", body: "loud")).warning
    },
    UseCase("ticket close", "several, with a rule", after: addRule) {
      try $0.desk().setStatus(.these(Array($0.tickets.prefix(2))), "closed").warning
    },
  ]

  private static let rule = Array(
    """
    {"name":"hum","on":["ticket.created","ticket.closed"],"when":"hum",
     "then":[{"raise":"high"},{"tag":["+hum"]},{"note":"It hums."}]}
    """.utf8)

  @Sendable private static func addRule(_ scene: Scene) throws {
    _ = try scene.desk().addRules(file: "f", rule)
    scene.pass()
  }
}
