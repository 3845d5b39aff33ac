/// The changing commands of a desk.
extension History {
  func work(in clone: Clone, times: Int) throws {
    for _ in 0..<times { try change(command(in: clone), in: clone) }
  }

  private func command(in clone: Clone) -> String {
    let tickets = folder(clone).tickets()
    guard !tickets.isEmpty, !dice.once(in: 5) else { return opening() }
    let agent = dice.pick(["ada", "ben", "cleo"])
    let one = dice.pick(tickets)
    let another = dice.pick(tickets.filter { $0 != one } + ["000101-000000"])
    let several = dice.some(tickets, most: 5).joined(separator: " ")
    return switch dice.roll(22) {
    case 0...2: "support --as \(agent) ticket reply \(one) -m '\(text())'\(attachment())"
    case 3: "support --as \(customer()) ticket reply \(one) -m '\(text())'"
    case 4: "support --as \(agent) ticket note \(one) -m '\(text())'\(attachment())"
    case 5: "support --as \(agent) ticket assign \(several) \(dice.pick(["ada", "ben", "--none"]))"
    case 6:
      "support --as \(agent) ticket status \(several) \(dice.pick(["open", "pending", "on_hold"]))"
    case 7: "support --as \(agent) ticket \(dice.pick(["close", "resolve", "reopen"])) \(several)"
    case 8: "support --as \(agent) ticket edit \(several) --tag +\(word()) --tag -\(word())"
    case 9:
      "support --as \(agent) ticket edit \(one) --priority \(dice.pick(["low", "high", "urgent"]))"
    case 10:
      "support --as \(agent) ticket edit \(one) --field \(word())=\(word()) --subject '\(text())'"
    case 11: "support --as \(agent) ticket watch \(several)\(dice.pick(["", " --off"]))"
    case 12:
      "support --as \(agent) ticket link \(one) \(another)\(dice.pick(["", " --remove"]))"
    case 13: "support --as \(customer()) ticket rate \(one) \(1 + dice.roll(5))"
    case 14:
      "support --as ada ticket list -a tag:\(word()) --format '%(id)' "
        + "| support --as ada ticket edit - --tag +bulk --priority \(dice.pick(["low", "normal"]))"
    case 15...16: article()
    case 17: people()
    case 18: erasure()
    case 19: "support --as \(agent) ticket merge \(one) --into \(another) --cross-customer"
    case 20:
      dice.once(in: 2)
        ? "support --as \(agent) ticket unmerge \(one)"
        : "support --as \(agent) ticket split \(one) \(1 + dice.roll(3))"
    default: "support --as \(agent) \(dice.pick(["sla check -q", "ticket read \(several)"]))"
    }
  }

  private func opening() -> String {
    let who = dice.once(in: 3) ? customer() : dice.pick(["ada", "ben"])
    let whose = who.hasPrefix("customer") ? "" : " --customer \(customer().dropFirst(9))"
    return "support --as \(who) ticket new -s '\(text())' -m '\(text())'\(whose)\(attachment())"
  }

  /// Articles of the same names in all clones: git's own conflicts come from these.
  private func article() -> String {
    let slug = dice.pick(["paper", "ink"])
    return switch dice.roll(3) {
    case 0: "support --as ada kb new \(slug) -t '\(text())' -m '\(text())'"
    case 1: "support --as ada kb edit \(slug) -m '\(text())' --tag +\(word())"
    default: "support --as ada kb publish \(slug)"
    }
  }

  private func people() -> String {
    let handle = dice.pick(["dora", "emil", "finn"])
    return switch dice.roll(3) {
    case 0: "support --as ada agent add \(handle) --name '\(text())'"
    case 1: "support --as ada agent edit \(handle) --team +\(word()) --name '\(text())'"
    default: "support --as ada agent remove \(handle) --yes"
    }
  }

  /// Seldom: an erased ticket takes no more work.
  private func erasure() -> String {
    guard dice.once(in: 3) else { return "support --as ada sla check -q" }
    return dice.once(in: 2)
      ? "support --as ada customer erase \(customer().dropFirst(9)) --yes"
      : "support --as ada gc --closed-before now --yes"
  }

  private func customer() -> String {
    "customer:" + dice.pick(["bob", "eve", "zoe", "jörg"]) + "@example.com"
  }

  private func attachment() -> String {
    guard dice.once(in: 5) else { return "" }
    return " --attach \"$(f=../\(word()).txt; echo \(word()) >$f; echo $f)\""
  }

  private func word() -> String { dice.pick(["red", "blue", "green", "loud", "lost", "late"]) }

  private func text() -> String {
    (0..<(1 + dice.roll(6))).map { _ in word() }.joined(separator: dice.once(in: 9) ? "\n" : " ")
  }
}
