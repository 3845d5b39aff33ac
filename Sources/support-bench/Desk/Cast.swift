import SupportModel

/// The people of a made desk.
struct Cast: Sendable {
  let agents: [Agent]
  private let customers: Wheel

  init(tickets: Int) {
    let names = ["Ada", "Bela", "Chidi", "Dana", "Emre", "Fumi", "Goran", "Hana", "Ines", "Jomo"]
    agents = names.enumerated().map { place, name in
      Agent(
        handle: name.lowercased(), name: "\(name) \(Self.surname(place))",
        emails: ["\(name.lowercased())@desk.example"], role: place == 0 ? .admin : .agent,
        teams: [place % 3 == 2 ? "tier-2" : "tier-1"])
    }
    customers = .zipf(tickets / 3 + 1)
  }

  /// A customer; a few write often, most of them once.
  func customer(_ chance: inout some RandomNumberGenerator) -> (email: String, name: String) {
    let place = customers.spin(&chance)
    let first = Self.firstNames[place % Self.firstNames.count]
    let last = Self.surname(place / Self.firstNames.count)
    let house = ["example.com", "example.org", "mail.example", "post.example"][place % 4]
    return ("\(first).\(last)\(place)@\(house)".lowercased(), "\(first) \(last)")
  }

  private static let firstNames = [
    "Alma", "Bruno", "Clara", "Dario", "Elif", "Farid", "Greta", "Hugo", "Irma", "Jonas", "Kaya",
    "Lena", "Milan", "Nora", "Oskar", "Petra", "Quinn", "Rosa", "Samir", "Tilda", "Umar", "Vera",
    "Wanda", "Yusuf", "Zoe",
  ]

  /// Put together from syllables, a different one for each of a few hundred numbers.
  private static func surname(_ number: Int) -> String {
    let heads = ["Bar", "Ker", "Lin", "Mor", "Nov", "Pal", "Ros", "Sand", "Tor", "Wes", "Ild"]
    let tails = ["berg", "dale", "ek", "field", "ic", "man", "otti", "ova", "sen", "strom", "aya"]
    return heads[number % heads.count]
      + tails[(number / heads.count + number) % tails.count]
  }
}
