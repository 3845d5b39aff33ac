import CommandKit
import SupportModel

extension ProgramDescription {
  /// The command table as `support commands --json` gives it.
  var json: JSONObject {
    JSONObject([
      ("program", .string(program)), ("summary", .string(summary)), ("version", .string(version)),
      ("globals", .array(globals.map { .object($0.json) })),
      ("common", .array(common.map { .object($0.json) })),
      (
        "nouns",
        .array(
          groups.map { group in
            .object(
              JSONObject([("name", .string(group.name)), ("summary", .string(group.summary))]))
          })
      ),
      ("commands", .array(commands.filter { !$0.isHidden }.map { .object($0.json) })),
    ])
  }
}

extension CommandDescription {
  static let fields = [
    "command", "summary", "usage", "details", "needs", "arguments", "options", "examples",
  ]

  var json: JSONObject {
    JSONObject([
      ("command", .string(path.joined(separator: " "))), ("summary", .string(summary)),
      ("usage", .string(usage)), ("details", .string(details)), ("needs", .string(needs)),
      ("arguments", .array(arguments.map { .object($0.json) })),
      ("options", .array(options.map { .object($0.json) })),
      ("examples", .array(examples.map(JSON.string))),
    ])
  }
}

extension ParameterDescription {
  var json: JSONObject {
    var json = JSONObject([("name", .string(name))])
    json["short"] = short.map(JSON.string)
    json["value"] = .string(value)
    if !placeholder.isEmpty { json["placeholder"] = .string(placeholder) }
    json["help"] = .string(help)
    json["default"] = defaultText.map(JSON.string)
    if !choices.isEmpty { json["choices"] = .array(choices.map(JSON.string)) }
    json["required"] = .bool(isRequired)
    json["repeatable"] = .bool(isRepeatable)
    return json
  }
}
