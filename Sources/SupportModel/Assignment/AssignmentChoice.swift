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
  package init(
    _ question: AssignmentQuestion, among candidates: [AssignmentCandidate],
    _ settings: DeskSettings, at now: Instant
  ) {
    self.question = question
    let words = question.words
    let standings = candidates.map { candidate in
      Standing(
        candidate: candidate,
        obstacle: Self.obstacle(for: candidate, question.ticket, settings, now),
        speaksLanguage: Self.speaks(candidate.agent, question.language, settings.language),
        skills: candidate.agent.skills.filter(words.contains).sorted())
    }
    // They are large: to move their places is fast.
    let order = standings.indices.sorted { left, right in
      Self.precedes(standings[left], standings[right], question.method)
    }
    self.standings = order.map { standings[$0] }
  }

  private static func obstacle(
    for candidate: AssignmentCandidate, _ ticket: Ticket, _ settings: DeskSettings, _ now: Instant
  ) -> Obstacle? {
    let agent = candidate.agent
    if agent.role == .viewer { return .viewer }
    if agent.isAway(at: now) { return .away }
    guard Permissions(Person(agent), settings.permissions).mayRead(ticket) else {
      return .mayNotSee
    }
    return candidate.hasRoom ? nil : .full
  }

  /// Whoever names no languages answers in the desk's. `en` serves a reader of `en-gb`, and the other
  /// way round.
  private static func speaks(_ agent: Agent, _ language: String?, _ ofDesk: String) -> Bool {
    guard let language else { return true }
    let known = agent.languages.isEmpty ? [ofDesk] : agent.languages
    return known.contains { $0.prefix { $0 != "-" } == language.prefix { $0 != "-" } }
  }

  /// Those between whom it is decided by who was given a ticket last, for they are alike in all that
  /// comes before that; nobody where there is one first.
  package var tied: [String] {
    guard let first = standings.first, first.obstacle == nil else { return [] }
    let tied = standings.prefix { other in
      other.obstacle == nil && first.speaksLanguage == other.speaksLanguage
        && first.skills.count == other.skills.count
        && first.candidate.turn == other.candidate.turn
        && (question.method == .roundRobin || first.candidate.load == other.candidate.load)
    }
    return tied.count > 1 ? tied.map(\.handle) : []
  }

  private static func precedes(
    _ left: Standing, _ right: Standing, _ method: Team.Method
  ) -> Bool {
    if (left.obstacle == nil) != (right.obstacle == nil) { return left.obstacle == nil }
    if left.speaksLanguage != right.speaksLanguage { return left.speaksLanguage }
    if left.skills.count != right.skills.count { return left.skills.count > right.skills.count }
    let (one, other) = (left.candidate, right.candidate)
    if method != .roundRobin, one.load != other.load { return one.load < other.load }
    if one.turn != other.turn { return one.turn < other.turn }
    if one.lastGiven != other.lastGiven { return one.isEarlier(than: other) }
    return left.handle < right.handle
  }
}

extension AssignmentCandidate {
  /// Whoever was never given a ticket waits longest.
  fileprivate func isEarlier(than other: AssignmentCandidate) -> Bool {
    guard let last = lastGiven else { return true }
    return other.lastGiven.map { last < $0 } ?? false
  }
}
