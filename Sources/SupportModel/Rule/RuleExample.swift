/// Rules that are ready to be taken over: each is switched off until somebody has looked at it.
package enum RuleExample {
  /// They only ever raise a priority; that of tickets which somebody else has judged stays.
  package static let all: [JSONObject] = [keywords, sentiment, category, tier]

  package static let names = all.compactMap { $0["name"]?.string }

  package static func named(_ name: String) -> JSONObject? {
    all.first { $0["name"]?.string == name }
  }

  /// Words that people use when they cannot work.
  private static let keywords = raising(
    "priority-by-keywords", on: ["ticket.created", "ticket.message.added"], by: ["customer"],
    says: [
      "urgent*", "asap", "emergency", "outage", "is down", "cannot log in", "can't log in",
      "locked out", "data loss", "hacked", "fraud*", "security",
    ], to: "high")

  /// Words that angry people use.
  private static let sentiment = raising(
    "priority-by-sentiment", on: ["ticket.created", "ticket.message.added"], by: ["customer"],
    says: [
      "angry", "unacceptable", "furious", "terrible", "worst", "ridiculous", "disgusted",
      "still waiting", "waste of time", "cancel my", "complaint", "refund now", "lawyer",
      "never again",
    ], to: "high")

  private static let category = raising(
    "priority-by-category", on: ["ticket.created", "ticket.updated"], changed: ["category"],
    when: "category:security or category:billing/fraud", to: "urgent")

  private static let tier = raising(
    "priority-by-tier", on: ["ticket.created"], when: "customer.tier:gold,platinum", to: "high")

  private static func raising(
    _ name: String, on: [String], by: [String] = [], changed: [String] = [], says: [String] = [],
    when: String? = nil, to priority: String
  ) -> JSONObject {
    var rule = JSONObject([("name", .string(name)), ("active", false)])
    rule["on"] = .array(on.map(JSON.string))
    if !by.isEmpty { rule["by"] = .array(by.map(JSON.string)) }
    if !changed.isEmpty { rule["changed"] = .array(changed.map(JSON.string)) }
    if !says.isEmpty { rule["says"] = .array(says.map(JSON.string)) }
    rule["when"] = when.map(JSON.string)
    rule["then"] = .array([.object(JSONObject([("raise", .string(priority))]))])
    return rule
  }
}
