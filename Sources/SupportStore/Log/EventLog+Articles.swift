import SupportModel

extension EventLog {
  /// What readers did with the articles, from reading the whole log.
  package func articleTallies() throws -> ArticleTallies {
    var tallies = ArticleTallies()
    try visit { line in
      // A line that looks unusual may be about an article all the same.
      guard (line.subject?.kind ?? .article) == .article else { return }
      if let event = try? line.event() { tallies.add(event) }
    }
    return tallies
  }
}
