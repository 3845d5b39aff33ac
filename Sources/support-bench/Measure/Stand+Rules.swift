import Platform
import SupportModel

/// What a hundred rules cost whoever opens a ticket.
extension Stand {
  /// Ten of them listen, each with a condition to read; one of those fires and tags the ticket.
  var rules: Heat {
    heat("ticket new, rules", bound: 1.2) {
      let settings = try FileSystem.read(layout.settings)
      guard var object = try JSONParser.parse(settings).object else { return nil }
      object["rules"] = .array((0..<100).map(Self.rule))
      let withRules = JSON.object(object).prettyBytes
      var (ours, plain) = (new(), new())
      ours.prepare = { try FileSystem.replace(layout.settings, with: withRules) }
      plain.prepare = { try FileSystem.replace(layout.settings, with: settings) }
      plain.name = "without rules"
      return (ours, .runs(plain))
    }
  }

  private static func rule(_ number: Int) -> JSON {
    let isListening = number % 10 == 0
    let condition =
      number == 50 ? "channel:web" : "category:billing/refunds -tag:vip priority:>=high"
    return .object(
      JSONObject([
        ("name", .string("rule-\(number)")),
        ("on", .array([.string(isListening ? "ticket.created" : "ticket.closed")])),
        ("says", .array(["password", "signing in", "voucher*"].map(JSON.string))),
        ("when", .string(condition)),
        ("then", .array([.object(JSONObject([("tag", .array([.string("+seen")]))]))])),
      ]))
  }
}
