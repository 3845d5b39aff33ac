import Testing

@testable import SupportModel

struct CategoryPoliciesTests {
  private func settings(_ categories: String) throws -> DeskSettings {
    let targets = #""targets": {"normal": {"resolution": "1h"}}"#
    let text = #"""
      {"format": 1, "priorities": [{"code": "normal"}], "sla": {
        "policies": [{"name": "vip", "when": "tag:vip", \#(targets)},
                     {"name": "all", \#(targets)}, {"name": "gold", "when": "tag:gold", \#(targets)}],
        "categories": \#(categories)}}
      """#
    return try DeskSettings(file: "support.json", bytes: Array(text.utf8))
  }

  private func policy(_ category: String?, _ tags: [String], _ settings: DeskSettings) -> String? {
    var document = JSONObject([("id", "261120-k7qx9m"), ("priority", "normal")])
    document["category"] = category.map(JSON.string)
    document["tags"] = .array(tags.map(JSON.string))
    let rules = SLARules(settings, at: Instant(milliseconds: 0))
    return Ticket(document).flatMap { rules.policy(for: $0) { _ in nil } }?.name
  }

  @Test("The policy of the nearest category comes before those whose conditions hold")
  func nearest() throws {
    let settings = try settings(#"{"shop": "gold", "shop/fax": "all"}"#)
    #expect(policy("shop", ["vip"], settings) == "gold")
    #expect(policy("shop/orders", [], settings) == "gold")
    #expect(policy("shop/fax/old", ["vip"], settings) == "all")
    #expect(policy("shopping", ["vip"], settings) == "vip")
    #expect(policy(nil, [], settings) == "all")
    #expect(policy("Shop", [], settings) == "gold")
  }

  @Test("A policy that only a category leads to is no mistake, and one that nothing leads to is")
  func review() throws {
    func codes(_ categories: String) throws -> [PolicyMistake.Code] {
      PolicyReview.mistakes(
        in: try settings(categories), at: Instant(milliseconds: 0), KnownNames(Staff([]))
      ).map(\.code)
    }
    #expect(try codes("{}") == [.shadowed])
    #expect(try codes(#"{"shop": "gold"}"#) == [])
    #expect(try codes(#"{"shop": "all", "shop/fax": "gold"}"#) == [])
  }

  @Test(
    "A mistake is told with its place",
    arguments: [
      (#"{"shop": "silver"}"#, "sla.categories.shop"), (#"{"Shop": "all"}"#, "sla.categories.Shop"),
      (#"{"shop": 7}"#, "sla.categories.shop"), ("[]", "sla.categories"),
    ])
  func mistakes(categories: String, field: String) {
    let error = #expect(throws: SettingsError.self) { try settings(categories) }
    #expect(error?.field == field)
  }

  @Test("A moved category takes along what support.json says of it, and nothing else")
  func move() throws {
    let text = """
      {"name":"x","sla":{"policies":[{"name":"a","categories":{"shop":{},"bar":{}}}],\
      "categories":{"shop/fax":"a","shopping":"a"}},\
      "fields":[{"name":"f","required_in":["shop","bar"]},{"name":"g"}]}
      """
    let object = try #require(try JSONParser.parse(Array(text.utf8)).object)
    let moved = CategoryMove(from: "shop", to: "sale/web").text(object)
    #expect(
      JSON.object(moved).compact
        == text.replacingOccurrences("\"shop\"", "\"sale/web\"")
        .replacingOccurrences("shop/fax", "sale/web/fax"))
  }

  @Test("A list that changes keeps the entries that stay, as they are written")
  func entries() throws {
    let text = """
      {"format":1,"priorities":[{"code":"normal"},{"code":"high","rank":7}],"name":"x"}
      """
    var object = try #require(try JSONParser.parse(Array(text.utf8)).object)
    let settings = try DeskSettings(file: "", bytes: Array(text.utf8))
    var all = settings.priorities.all
    all[1].colour = .named(.red)
    object.setEntries(all, in: settings)
    #expect(
      JSON.object(object).compact == """
        {"format":1,"priorities":[{"code":"normal"},\
        {"code":"high","name":"high","rank":7,"colour":"red"}],"name":"x"}
        """)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    var (result, rest) = ("", self[...])
    while let range = rest.firstRange(of: old) {
      result += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
