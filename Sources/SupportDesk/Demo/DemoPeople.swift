/// The company of the sample desk: Gruff Badger, nine people in Ghent who make connected coffee
/// grinders (the Sett for kitchens, the Cub for rucksacks, the Boar for cafés), the app that runs
/// them (Den) and a subscription for beans (Forage).
package enum DemoCompany {
  package static let name = "Gruff Badger"
  package static let teams = ["tier-1", "tier-2", "billing"]
  package static let categories = ["account", "billing", "orders", "hardware", "app", "how-to"]
}

/// Somebody who works at the sample desk.
package struct DemoPerson: Hashable, Sendable {
  package enum Role: String, Sendable { case admin, agent, viewer }
  package enum Availability: String, Sendable { case active, away }

  package var handle: String
  package var name: String
  package var emails: [String]
  package var role: Role
  package var teams: [String]
  package var availability: Availability
}

extension DemoPerson {
  package static let all = [ada, ben, chioma, dario, noor]

  static let ada = DemoPerson(
    handle: "ada", name: "Ada Verhaeghe",
    emails: ["ada@gruffbadger.example", "ada@verhaeghe.example"],
    role: .admin, teams: ["tier-1", "tier-2"], availability: .active)

  static let ben = DemoPerson(
    handle: "ben", name: "Ben Halloran", emails: ["ben@gruffbadger.example"],
    role: .agent, teams: ["tier-1"], availability: .active)

  static let chioma = DemoPerson(
    handle: "chioma", name: "Chioma Eze", emails: ["chioma@gruffbadger.example"],
    role: .agent, teams: ["tier-2"], availability: .active)

  static let dario = DemoPerson(
    handle: "dario", name: "Dario Bianchi", emails: ["dario@gruffbadger.example"],
    role: .agent, teams: ["billing", "tier-1"], availability: .away)

  /// Product manager: reads everything, answers nobody.
  static let noor = DemoPerson(
    handle: "noor", name: "Noor Aydin", emails: ["noor@gruffbadger.example"],
    role: .viewer, teams: [], availability: .active)
}
