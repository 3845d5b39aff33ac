import CommandKit
import SupportDesk

/// Shows a template as it is written.
extension Command where Context == Session {
  static var templateShow: Command {
    Command(
      "show", "Show a template as it is written", needs: .desk,
      arguments: [TemplateParameter.name],
      details:
        "--json has the variables that whoever uses it has to have values for, and its uses.",
      examples: ["support template show refund", "support template show refund --json=variables"]
    ) { call, session in
      let desk = try session.desk()
      let template = try desk.template(call[TemplateParameter.name])
      guard session.output.isText else {
        let json = TemplateRow.json(try desk.uses(of: template))
        return try session.output.show(json, fields: TemplateRow.fields) { "" }
      }
      for line in template.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      {
        try session.output.say(session.output.visible(String(line)))
      }
    }
  }
}
