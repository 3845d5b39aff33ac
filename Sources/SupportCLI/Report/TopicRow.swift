import SupportModel

/// How the topics of tickets are written.
enum TopicRow {
  private static let fields = [
    "topic", "tickets", "before", "open", "median_seconds", "words", "examples", "articles",
  ]

  /// The columns of a pipe, which are a contract.
  static var listing: Listing<Topic> {
    Listing(
      columns: fields.map { field in Column(field) { CSV.value($0.json[field]) } }, fields: fields,
      json: \.json)
  }

  static var shown: [Column<Topic>] {
    [
      Column("TOPIC", isElastic: true) { $0.label },
      Column("TICKETS", isNumber: true) { "\($0.tickets)" },
      Column("CHANGE", isNumber: true, plain: change) { Cell(change($0), style($0)) },
      Column("OPEN", isNumber: true) { "\($0.open)" },
      Column("MEDIAN", isNumber: true) { FigureText.span($0.medianSeconds) },
      Column("WORDS", isElastic: true, isOptional: true) { $0.words.joined(separator: ", ") },
      Column("EXAMPLE") { $0.examples.first?.description ?? "" },
      Column("ARTICLE", isElastic: true) {
        $0.articles.first ?? "none"
      } shown: {
        Cell($0.articles.first ?? "none", $0.articles.isEmpty ? .dim : .plain)
      },
    ]
  }

  /// `+5`, `-3`, `new` where there was none before, nothing where that is not known.
  private static func change(_ topic: Topic) -> String {
    guard let before = topic.before else { return "" }
    if before == 0 { return "new" }
    let change = topic.tickets - before
    return change > 0 ? "+\(change)" : "\(change)"
  }

  private static func style(_ topic: Topic) -> Style {
    guard let before = topic.before else { return .plain }
    return topic.tickets > before ? .yellow : topic.tickets < before ? .green : .plain
  }

  /// `57 tickets opened since 2026-10-21, 23 of them in groups of three and more`
  static func heading(_ report: TopicReport, at now: Instant) -> String {
    let period = ClosedPeriod(since: report.since, until: report.until).text(now)
    return "\(counted(report.all, "ticket")) opened \(period), "
      + "\(report.grouped) of them in groups of three and more"
  }
}

/// A ticket of a topic, as `--explain` lists them.
struct TopicTicketRow {
  let topic: String
  let ticket: TicketID

  static func all(_ topics: [Topic]) -> [TopicTicketRow] {
    topics.flatMap { topic in topic.ids.map { TopicTicketRow(topic: topic.label, ticket: $0) } }
  }

  static var listing: Listing<TopicTicketRow> {
    Listing(
      columns: [Column("topic") { $0.topic }, Column("id") { $0.ticket.description }],
      fields: ["topic", "id"],
      json: {
        JSONObject([("topic", .string($0.topic)), ("id", .string($0.ticket.description))])
      })
  }
}
