import SupportModel
import SupportStore

/// What readers do with articles.
extension Desk {
  /// What readers did so far. It is counted from the whole log.
  package func articleTallies() throws -> ArticleTallies { try store.log.articleTallies() }

  /// Logs that a customer opened an article. Who it was is nobody's business and is not logged.
  ///
  /// A view that cannot be logged (another command is at work, the disk is full) keeps nobody from
  /// reading: it does not count.
  package func noteView(of article: Article) {
    guard !person.isStaff, article.status == .published else { return }
    var store = store
    store.patience = 200
    guard
      var transaction = try? store.transaction(for: "kb show", chance: chance, at: now),
      (try? transaction.record(EventDraft(.articleViewed, article.key), by: .system)) != nil
    else { return }
    _ = try? transaction.commit()
  }

  /// Says whether an article helped; of what one person says the last counts.
  package func vote(
    on name: String, isHelpful: Bool, language: String? = nil, isDryRun: Bool = false
  ) throws -> Written<Article> {
    var transaction = try store.transaction(for: "kb vote", chance: chance, at: now)
    let article = try article(name, language: language)
    guard article.status == .published else {
      throw Refusal.notPublished(article: article.key.name, status: article.status.rawValue)
    }
    let meta = JSONObject([("helpful", .bool(isHelpful))])
    try transaction.record(EventDraft(.articleVoted, article.key, meta: meta), by: person.actor)
    return Written(value: article, warning: isDryRun ? nil : try transaction.commit())
  }
}
