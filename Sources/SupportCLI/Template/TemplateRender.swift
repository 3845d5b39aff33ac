import CommandKit
import SupportDesk
import SupportModel

private let names = Argument.many(
  "NAME", "The templates, one below the other", completes: .live("template"))
private let ticket = Option.text(
  "ticket", value: "ID", "The ticket that it would answer", completes: .live("ticket"))

/// Shows what templates say, without sending it.
extension Command where Context == Session {
  static var templateRender: Command {
    Command(
      "render", "Show what templates say, without sending it", needs: .desk, arguments: [names],
      options: [ticket, TemplateParameter.values, TemplateParameter.preferred],
      details: """
        Fails where a variable has neither a value nor a fallback, as the reply would. Without \
        --ticket there are no values of a ticket and its customer.
        """,
      examples: [
        "support template render refund --ticket k7q -D amount='12 EUR'",
        "support template render greeting refund goodbye -l fr -D amount=12",
      ]
    ) { call, session in
      var use = try TemplateUse(call[names], call)
      use.language = call[TemplateParameter.preferred]
      let rendered = try session.desk().render(use, for: call[ticket])
      var json = JSONObject()
      json["subject"] = rendered.subject.map(JSON.string)
      json["body"] = .string(rendered.body)
      json["templates"] = .array(rendered.names.map(JSON.string))
      try session.output.show(json, fields: ["subject", "body", "templates"]) {
        rendered.body.split(separator: "\n", omittingEmptySubsequences: false)
          .map { session.output.visible(String($0)) + "\n" }.joined()
      }
    }
  }
}
