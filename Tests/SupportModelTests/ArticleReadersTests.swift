import Testing

@testable import SupportModel

struct ArticleReadersTests {
  private func article(_ category: String?, tags: [String] = []) -> Article {
    var article = Article(language: "en", slug: "a", title: "A", body: "")
    (article.category, article.tags) = (category, tags)
    return article
  }

  private func event(
    _ number: UInt128, _ type: EventType, by actor: Actor, isHelpful: Bool? = nil
  ) -> Event {
    let meta = isHelpful.map { JSONObject([("helpful", .bool($0))]) } ?? JSONObject()
    let draft = EventDraft(type, RecordKey(.article, "en/a"), meta: meta)
    let id = EventID(time: sampleTime, chance: number)
    return Event(draft, id: id, at: sampleTime, by: actor)
  }

  @Test("Views count once each, votes once a person, in any order and with repeats")
  func tallies() {
    let bob = Actor.customer("bob@example.com")
    let eve = Actor.customer("eve@example.com")
    let events = [
      event(1, .articleViewed, by: .system), event(2, .articleViewed, by: .system),
      event(3, .articleVoted, by: bob, isHelpful: false),
      event(4, .articleVoted, by: eve, isHelpful: false),
      event(5, .articleVoted, by: bob, isHelpful: true), event(6, .articleVoted, by: bob),
    ]
    for order in [events, events.reversed(), events + events] {
      var tallies = ArticleTallies()
      for event in order { tallies.add(event) }
      let tally = tallies[article(nil)]
      #expect((tally.views, tally.helpful, tally.notHelpful) == (2, 1, 1))
    }
  }

  @Test("Categories are a tree, each before those below it")
  func tree() {
    let tree = ArticleCategory.tree(of: [
      article("b"), article("a/c/d"), article("a"), article("a/c/d"), article("a b"), article(nil),
    ])
    #expect(tree.map(\.path) == ["a", "a/c", "a/c/d", "a b", "b"])
    #expect(tree.map(\.own) == [1, 0, 2, 1, 1])
    #expect(tree.map(\.total) == [3, 2, 2, 1, 1])
    #expect(tree.map(\.depth) == [0, 1, 2, 0, 0])
  }

  @Test(
    "A path of categories has a name on every level",
    arguments: [
      ("a", "a"), (" a / b  c ", "a/b c"), ("a//b", nil), ("/a", nil), ("a/", nil), ("", nil),
      ("a/../b", nil), ("1/2/3/4/5/6/7/8", "1/2/3/4/5/6/7/8"), ("1/2/3/4/5/6/7/8/9", nil),
    ] as [(String, String?)])
  func paths(typed: String, path: String?) {
    #expect(ArticleCategory.path(typed) == path)
  }

  @Test("A category takes those below it, in any case, and none that only begins like it")
  func subtree() {
    #expect(ArticleCategory.isWithin("Account/Login", "account"))
    #expect(ArticleCategory.isWithin("account", "Account"))
    #expect(!ArticleCategory.isWithin("accounts", "account"))
    #expect(!ArticleCategory.isWithin("account", "account/login"))
    #expect(!ArticleCategory.isWithin(nil, "account"))
  }

  @Test("All that is asked for must hold")
  func choice() {
    var choice = ArticleChoice()
    #expect(choice.takes(article(nil)))
    (choice.category, choice.tags) = ("x", ["One", "two"])
    #expect(choice.takes(article("x/y", tags: ["one", "two", "three"])))
    #expect(!choice.takes(article("x/y", tags: ["one"])))
    #expect(!choice.takes(article("y", tags: ["one", "two"])))
    choice.status = .published
    #expect(!choice.takes(article("x", tags: ["one", "two"])))
  }

  @Test(
    "An article is looked for in the language asked for, its main one, the desk's, and any",
    arguments: [
      ("de", ["de", "en", "fr", "pt"]), ("pt-br", ["pt", "en", "de", "fr"]),
      ("ja", ["en", "de", "fr", "pt"]), (nil, ["en", "de", "fr", "pt"]),
    ] as [(String?, [String])])
  func languages(asked: String?, order: [String]) {
    #expect(Article.languages(["de", "en", "fr", "pt"], asked: asked, desk: "en") == order)
  }
}
