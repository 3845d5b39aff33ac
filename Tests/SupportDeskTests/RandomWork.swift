import Platform
import SupportModel

@testable import SupportDesk

/// People at work by chance, in a desk that promises one thing to some customers and another to the
/// rest.
enum RandomWork {
  static let settings = """
    {"format": 1, "name": "Test", "sla": {"policies": [
      {"name": "vip", "when": "customer.tier:gold", "targets": {"normal": {"first_response": "1h",
        "next_response": "2h", "resolution": "8h"}}},
      {"name": "rest", "targets": {
        "low": {"first_response": "8h", "resolution": "4d"},
        "normal": {"first_response": "4h", "next_response": "4h", "resolution": "2d"},
        "high": {"first_response": "1h", "next_response": "1h", "resolution": "8h"}}}]}}
    """

  private static let merging = {
    var merging = Merging()
    merging.crossesCustomers = true
    return merging
  }()

  static func step(_ office: Office, _ ids: inout [String], _ dice: inout Chance) throws {
    let customer = "c\(Int.random(in: 0..<4, using: &dice))@example.com"
    let priority = ["low", "normal", "high"][Int.random(in: 0..<3, using: &dice)]
    let id = ids.randomElement(using: &dice)
    let verb = Int.random(in: 0..<18, using: &dice)
    let other = ids.randomElement(using: &dice) ?? ""
    do {
      switch (verb, id) {
      case (0...2, _), (13...14, _), (_, nil):
        ids.append(try office.open("about \(ids.count)", by: customer, priority: nil))
      case (3, let id?): _ = try office.desk("eve").reply(id, "looking")
      case (4, let id?): _ = try office.desk("ada").setStatus([id], "pending")
      case (5, let id?): _ = try office.desk("ada").setStatus([id], "resolved")
      case (6, let id?):
        var edit = Edit()
        edit.priority = priority
        _ = try office.desk("ada").edit([id], edit)
      case (7, _): _ = try office.desk("ada").checkSLAs()
      case (8...9, let id?):
        let ticket = try office.desk("ada").ticket(id)
        if let owner = ticket.customer {
          _ = try office.desk(owner).reply(ticket.id.description, "and now?")
        }
      case (10, let id?): _ = try office.desk("ada").merge([id], into: other, merging)
      case (11, let id?): _ = try office.desk("ada").unmerge([id])
      case (12, let id?):
        let split = try office.desk("ada").split(id, ["\(Int.random(in: 1..<5, using: &dice))"])
        ids += split.tickets.prefix(1).map(\.id.description)
      case (16...17, let id?):
        let handle = ["ada", "eve", nil].randomElement(using: &dice) ?? nil
        _ = try office.desk("ada").assign([id], to: handle, team: nil, nobody: handle == nil)
      default: office.now = office.now + TimeSpan(seconds: Int.random(in: 0..<90_000, using: &dice))
      }
    } catch is Refusal {
      // Not every step is allowed in every state.
    }
  }
}
