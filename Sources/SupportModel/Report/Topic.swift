/// What many tickets of a period are about.
package struct Topic: Hashable, Sendable {
  /// The two words that stand together in most of their subjects, or the words that tell them from
  /// the rest.
  package var label: String
  /// The words that tell them from the rest, the most telling first.
  package var words: [String]
  /// Their number.
  package var tickets: Int
  /// How many such tickets there were in the period before; nil where that was not looked at.
  package var before: Int?
  /// How many of them are open now.
  package var open: Int
  /// What half of those that are done did not exceed, from opening to resolution, in seconds; nil
  /// where none is.
  package var medianSeconds: Int?
  /// Those that are most like all of them.
  package var examples: [TicketID]
  /// All of them, where they are asked for.
  package var ids: [TicketID] = []
  /// The articles that would answer them, as `language/slug`.
  package var articles: [String] = []

  package init(
    label: String, words: [String], tickets: Int, before: Int?, open: Int, medianSeconds: Int?,
    examples: [TicketID]
  ) {
    (self.label, self.words, self.tickets, self.before) = (label, words, tickets, before)
    (self.open, self.medianSeconds, self.examples) = (open, medianSeconds, examples)
  }
}

/// What the tickets of a period are about, the topics with most tickets first.
package struct TopicReport: Hashable, Sendable {
  package var since: Instant
  package var until: Instant
  /// The tickets of the period that were looked at, and how many there are.
  package var looked: Int
  package var all: Int
  /// Those of them that belong to a topic.
  package var grouped: Int
  package var topics: [Topic]

  package init(
    since: Instant, until: Instant, looked: Int, all: Int, grouped: Int, topics: [Topic]
  ) {
    (self.since, self.until, self.looked, self.all) = (since, until, looked, all)
    (self.grouped, self.topics) = (grouped, topics)
  }
}

extension Topic {
  package var json: JSONObject {
    func ids(_ ids: [TicketID]) -> JSON { .array(ids.map { .string($0.description) }) }
    var object = JSONObject([
      ("topic", .string(label)), ("words", .array(words.map(JSON.string))),
      ("tickets", .integer(Int64(tickets))),
    ])
    object["before"] = before.map { .integer(Int64($0)) }
    object["open"] = .integer(Int64(open))
    object["median_seconds"] = medianSeconds.map { .integer(Int64($0)) }
    object["examples"] = ids(examples)
    object["articles"] = .array(articles.map(JSON.string))
    if !self.ids.isEmpty { object["ticket_ids"] = ids(self.ids) }
    return object
  }
}

extension TopicReport {
  package var json: JSONObject {
    JSONObject([
      ("since", .string(since.description)), ("until", .string(until.description)),
      ("tickets", .integer(Int64(all))), ("looked_at", .integer(Int64(looked))),
      ("grouped", .integer(Int64(grouped))),
      ("topics", .array(topics.map { .object($0.json) })),
    ])
  }
}
