import SupportModel
import SupportStore

extension Desk {
  /// What the tickets of a period are about, of those that exist for this person and that a filter
  /// finds; with the articles that would answer them.
  package func topics(
    _ period: ClosedPeriod, _ filter: Filter = .everything, limit: Int, explains: Bool = false
  ) throws -> TopicReport {
    try requireStaff("see what tickets are about")
    let snapshot = try store.snapshot()
    let search = TopicSearch(period, settings, limit: limit, explains: explains)
    let query = query(filter, in: snapshot)
    var report = try indexedTopics(search, query, snapshot) ?? readTopics(search, query, snapshot)
    let articles = try publishedArticles()
    for place in report.topics.indices {
      let question = Question(report.topics[place].words.joined(separator: " "))
      report.topics[place].articles = articles.articles(
        for: question, least: Self.leastPart
      ).prefix(Self.mostArticles)
        .map(\.article.key.name)
    }
    return report
  }

  /// An article that is about a smaller part of the words of a topic does not answer it.
  private static let leastPart = 0.25
  private static let mostArticles = 2

  private func publishedArticles() throws -> ArticleIndex {
    ArticleIndex(try allArticles().values.filter { $0.status == .published }, settings.search)
  }

  /// Nil where the index cannot serve, or knows of tickets that do not exist for this person.
  private func indexedTopics(
    _ search: TopicSearch, _ query: TicketQuery, _ snapshot: Snapshot
  ) throws -> TopicReport? {
    guard permissions.mayReadAll else { return nil }
    return try withIndex(snapshot) { try $0.topics(search, query) }
  }

  private func readTopics(
    _ search: TopicSearch, _ query: TicketQuery, _ snapshot: Snapshot
  ) throws -> TopicReport {
    var tickets: [Ticket] = []
    try visit(query, in: snapshot) { subject in
      if search.period.withBefore.covers(subject.ticket.createdAt) {
        tickets.append(subject.ticket)
      }
    }
    return try snapshot.topics(search, among: tickets)
  }
}
