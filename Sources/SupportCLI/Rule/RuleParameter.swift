import CommandKit
import Platform
import SupportDesk
import SupportModel

/// Parameters that the rule commands share.
enum RuleParameter {
  static let name = Argument.one("NAME", "The rule", completes: .live("rule"))
  static let names = Argument.many("NAME", "The rules", completes: .live("rule"))
  static let source = Option.text(
    "file", short: "F", value: "FILE", "The rule as JSON; - reads standard input",
    completes: .file)
}

extension Session {
  /// In bytes: more than any rules have.
  private static let longestRules = 10_000_000

  /// The text of a file of rules, and what it is called in errors.
  func rules(from file: String) throws -> (name: String, bytes: [UInt8]) {
    guard file != "-" else { return ("standard input", try StandardStream.readInput()) }
    return (file, try FileSystem.readStream(file, limit: Self.longestRules))
  }

  /// Says what became of rules.
  func show(_ rules: [JSONObject], said: String) throws {
    guard output.isText else { return try output.list(rules, RuleRow.entries) }
    for rule in rules { try output.say("\(rule["name"]?.string ?? "") \(said)") }
  }

  /// Switches the rules of a command line on or off, and says what became of each.
  func switchRules(_ call: Call, active: Bool) throws {
    let names = call[RuleParameter.names]
    let rules = try settled(
      desk().setRules(names, active: active, isDryRun: call[Shared.dryRun]))
    let said = active ? "switched on" : "switched off"
    try show(rules, said: call[Shared.dryRun] ? "would be \(said)" : said)
    let changed = rules.compactMap { $0["name"]?.string }
    for name in names where !changed.contains(name) { try output.say("\(name) unchanged") }
  }
}
