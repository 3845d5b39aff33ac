/// Who gets a ticket, and why: a value that can be shown.
///
/// The choice follows from what it is given and from nothing else. Of those who are there, may see the
/// ticket and have room for it, whoever answers in the customer's language comes first, then whoever has
/// most of the skills that the ticket asks for, then whoever the team's method says; of those who are
/// alike in all of it, the first by the handle.
package struct AssignmentChoice: Hashable, Sendable {
  /// Why somebody is not asked.
  package enum Obstacle: String, Sendable, CaseIterable {
    case viewer, away, full
    case mayNotSee = "may_not_see"
  }

  /// One agent in the order in which they would get the ticket; who is not asked comes last.
  package struct Standing: Hashable, Sendable {
    package let candidate: AssignmentCandidate
    package let obstacle: Obstacle?
    package let speaksLanguage: Bool
    /// The skills that the ticket asks for and that they have.
    package let skills: [String]

    package var handle: String { candidate.agent.handle }
  }

  package let question: AssignmentQuestion
  package let standings: [Standing]

  /// Nil where nobody can be given it: then it waits.
  package var chosen: Agent? {
    standings.first.flatMap { $0.obstacle == nil ? $0.candidate.agent : nil }
  }
}

extension AssignmentChoice {
  /// Where the choice is for nobody to see, `onlyFirst` keeps the standing of whoever comes first.
  package init(
    _ question: AssignmentQuestion, among candidates: [AssignmentCandidate],
    _ settings: DeskSettings, at now: Instant, onlyFirst: Bool = false
  ) {
    self.question = question
    let words = question.words
    func skills(of agent: Agent) -> [String] {
      agent.skills.isEmpty ? [] : agent.skills.filter(words.contains)
    }
    let ranks = candidates.map { candidate in
      Rank(
        obstacle: Self.obstacle(for: candidate, question.ticket, settings, now),
        speaksLanguage: Self.speaks(candidate.agent, question.language, settings.language),
        skills: skills(of: candidate.agent).count,
        load: question.method == .roundRobin ? 0 : candidate.load,
        turn: candidate.turn, lastGiven: candidate.lastGiven)
    }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      ranks[left].precedes(ranks[right])
        ?? (candidates[left].agent.handle < candidates[right].agent.handle)
    }
    let first = onlyFirst ? candidates.indices.min(by: precedes) : nil
    let order = first.map { [$0] } ?? candidates.indices.sorted(by: precedes)
    standings = order.map { place in
      Standing(
        candidate: candidates[place], obstacle: ranks[place].obstacle,
        speaksLanguage: ranks[place].speaksLanguage,
        skills: ranks[place].skills == 0 ? [] : skills(of: candidates[place].agent).sorted())
    }
  }

  /// The places of those among all agents who could come before the one that is chosen, or are them,
  /// whatever their files said; everybody where nobody is chosen.
  package func rivals(among staff: [AssignmentCandidate]) -> [Int] {
    guard let first = standings.first, first.obstacle == nil else { return Array(staff.indices) }
    let mostSkills = question.words.isEmpty ? 0 : Int.max
    func rank(_ load: Int, _ turn: Int, _ lastGiven: EventID?) -> Rank {
      Rank(
        obstacle: nil, speaksLanguage: true, skills: mostSkills,
        load: question.method == .roundRobin ? 0 : load, turn: turn, lastGiven: lastGiven)
    }
    let chosen = first.candidate
    var present = rank(chosen.load, chosen.turn, chosen.lastGiven)
    (present.speaksLanguage, present.skills) = (first.speaksLanguage, first.skills.count)
    return staff.indices.filter { place in
      rank(staff[place].load, staff[place].turn, staff[place].lastGiven).precedes(present)
        ?? (staff[place].agent.handle <= first.handle)
    }
  }

  private static func obstacle(
    for candidate: AssignmentCandidate, _ ticket: Ticket, _ settings: DeskSettings, _ now: Instant
  ) -> Obstacle? {
    if candidate.agent.role == .viewer { return .viewer }
    if candidate.agent.isAway(at: now) { return .away }
    if settings.permissions.confines(candidate.agent),
      !Permissions(Person(candidate.agent), settings.permissions).mayRead(ticket)
    {
      return .mayNotSee
    }
    return candidate.hasRoom ? nil : .full
  }

  /// Whoever names no languages answers in the desk's.
  private static func speaks(_ agent: Agent, _ language: String?, _ ofDesk: String) -> Bool {
    guard let language else { return true }
    if agent.languages.isEmpty { return serves(ofDesk, language) }
    return agent.languages.contains { serves($0, language) }
  }

  /// `en` serves a reader of `en-gb`, and the other way round.
  private static func serves(_ known: String, _ asked: String) -> Bool {
    func isPart(_ byte: UInt8) -> Bool { byte != UInt8(ascii: "-") }
    return known.utf8.prefix(while: isPart).elementsEqual(asked.utf8.prefix(while: isPart))
  }
}

/// What of a candidate decides when they are asked, but for the handle: agents are large, and to compare
/// these instead is fast.
private struct Rank {
  var obstacle: AssignmentChoice.Obstacle?
  var speaksLanguage: Bool
  /// How many they have of those that the ticket asks for.
  var skills: Int
  /// 0 for everybody where it does not count.
  var load: Int
  var turn: Int
  var lastGiven: EventID?

  /// Nil where both are alike.
  func precedes(_ other: Rank) -> Bool? {
    if (obstacle == nil) != (other.obstacle == nil) { return obstacle == nil }
    if speaksLanguage != other.speaksLanguage { return speaksLanguage }
    if skills != other.skills { return skills > other.skills }
    if load != other.load { return load < other.load }
    if turn != other.turn { return turn < other.turn }
    if lastGiven != other.lastGiven { return isEarlier(than: other) }
    return nil
  }

  /// Whoever was never given a ticket waits longest.
  private func isEarlier(than other: Rank) -> Bool {
    guard let last = lastGiven else { return true }
    return other.lastGiven.map { last < $0 } ?? false
  }
}
