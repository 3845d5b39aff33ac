@testable import SupportModel

/// Random numbers that come out the same in every run (SplitMix64).
struct FilterRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Makes texts of the grammar.
enum RandomFilter {
  static func text(depth: Int, _ random: inout FilterRandom) -> String {
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      factor(depth: depth, &random)
    }
    return parts.joined(separator: pick([" ", " ", " or ", " and ", "  "], &random))
  }

  private static func factor(depth: Int, _ random: inout FilterRandom) -> String {
    let sign = pick(["", "", "", "-", "--"], &random)
    guard depth > 0, Bool.random(using: &random) else { return sign + term(&random) }
    return sign + "(" + text(depth: depth - 1, &random) + ")"
  }

  private static func term(_ random: inout FilterRandom) -> String {
    let values = (0..<Int.random(in: 1...3, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return word(&random)
    case 1:
      let field = pick(["tag", "team", "subject", "order", "category", "customer"], &random)
      return field + ":" + values.map { _ in word(&random) }.joined(separator: ",")
    case 2:
      let field = pick(["created", "due", "resolved", "activity", "field.x"], &random)
      let span = ["2026", "2026-11", "today", "-7d", "+2h", "mon", "2026-11-20T10:00:00Z"]
      return field + ":" + pick(["", ">", ">=", "<", "<="], &random) + pick(span, &random)
    case 3:
      return "created:" + pick(["2025..", "..now", "2025..2026-11", "-9d..-1h,none"], &random)
    case 4:
      return "priority:" + pick(["", ">", ">=", "<", "<="], &random)
        + pick(["low", "medium", "critical"], &random)
    case 5: return pick(["is:open", "is:waiting,unread", "has:due", "status:new,open"], &random)
    default: return pick(["field.x:1..2", "field.Y:>=3", "rating:<3", "assignee:me"], &random)
    }
  }

  private static func word(_ random: inout FilterRandom) -> String {
    let letters = [
      "a", "B", "ß", "é", "\u{301}", " ", "-", ":", "\"", "\\", "(", ",", ".", "..", ">",
    ]
    let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in pick(letters, &random) }
    return FilterText.quoted("x" + text.joined())
  }

  private static func pick(_ choices: [String], _ random: inout FilterRandom) -> String {
    choices.randomElement(using: &random) ?? ""
  }
}
