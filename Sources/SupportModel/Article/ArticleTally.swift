/// What readers did with an article.
package struct ArticleTally: Hashable, Sendable {
  /// How often customers opened it.
  package var views = 0
  package var helpful = 0
  package var notHelpful = 0

  package init() {}
}

/// What readers did with all articles: a fold of the events about them, in any order and with any
/// repeats.
package struct ArticleTallies: Sendable {
  private struct Vote {
    let id: EventID
    let isHelpful: Bool
  }

  private var views: [String: Set<EventID>] = [:]
  /// Everybody has one vote, and the later one counts.
  private var votes: [String: [Actor: Vote]] = [:]

  package init() {}

  package mutating func add(_ event: Event) {
    guard event.subject.kind == .article else { return }
    switch event.type {
    case .articleViewed: views[event.subject.name, default: []].insert(event.id)
    case .articleVoted:
      guard let isHelpful = event.meta["helpful"]?.bool else { return }
      let earlier = votes[event.subject.name]?[event.by]
      guard earlier.map({ $0.id < event.id }) ?? true else { return }
      votes[event.subject.name, default: [:]][event.by] = Vote(id: event.id, isHelpful: isHelpful)
    default: break
    }
  }

  package subscript(article: Article) -> ArticleTally {
    var tally = ArticleTally()
    tally.views = views[article.key.name]?.count ?? 0
    for vote in (votes[article.key.name] ?? [:]).values {
      if vote.isHelpful { tally.helpful += 1 } else { tally.notHelpful += 1 }
    }
    return tally
  }
}
