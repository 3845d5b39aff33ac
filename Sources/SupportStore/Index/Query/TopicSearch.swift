import SupportModel
import TextSearch

/// Finds out what the tickets of a period are about: groups of those that are alike.
package struct TopicSearch: Sendable {
  package let period: ClosedPeriod
  package let settings: DeskSettings
  /// Topics that are told of at most.
  package let limit: Int
  /// Whether all tickets of a topic are named.
  package let explains: Bool

  /// Of more tickets in a period the newest are looked at: they are in memory while they are grouped.
  private static let most = 200_000
  private static let examples = 3
  /// Of so many tickets in the middle of a topic the subjects are read for its words.
  private static let read = 500

  package init(
    _ period: ClosedPeriod, _ settings: DeskSettings, limit: Int, explains: Bool = false
  ) {
    (self.period, self.settings, self.limit) = (period, settings, limit)
    self.explains = explains
  }

  /// A ticket and where its words are.
  struct Place {
    let ticket: TopicTicket
    let text: Int
    let document: Int
  }

  func choice(of candidates: [TopicCandidate]) -> TopicChoice {
    TopicChoice(of: candidates, during: period, most: Self.most)
  }

  /// `places` are those of the tickets that were chosen: of the period, and then of the one before.
  func report(
    _ choice: TopicChoice, _ places: [Place], in texts: TextSegments<IndexText>
  ) throws -> TopicReport {
    let vectors = try TextVectors(
      texts, places: Self.numbers(places, of: texts), count: places.count
    ) { places[$0].ticket.customer.map { [$0] } ?? [] }
    let end = choice.own.count
    let groups = TextGroups(of: vectors, among: 0..<end)
    let counts = choice.before == nil ? nil : groups.counts(of: end..<places.count)
    let names = TextGroupNames(of: groups, among: end)
    let topics = groups.groups.prefix(limit).enumerated().map { number, members in
      let tickets = members.map { places[$0.document].ticket }
      let name = names.name(ofGroup: number, texts: tickets.prefix(Self.read).map(\.subject))
      return topic(name.label, name.words, tickets, before: counts?[number])
    }
    return TopicReport(
      since: period.since, until: period.until, looked: end, all: choice.all,
      grouped: groups.groups.reduce(0) { $0 + $1.count }, topics: topics)
  }

  /// For each document of each text the number of its ticket, or -1.
  private static func numbers(
    _ places: [Place], of texts: TextSegments<IndexText>
  ) -> [[Int32]] {
    var numbers = texts.segments.map { Array(repeating: Int32(-1), count: $0.count) }
    for (number, place) in places.enumerated() {
      numbers[place.text][place.document] = Int32(number)
    }
    return numbers
  }

  private func topic(
    _ label: String, _ words: [String], _ tickets: [TopicTicket], before: Int?
  ) -> Topic {
    let isDone = { settings.lifecycle.phase(of: $0) == .done }
    let done = tickets.filter { isDone($0.status) }
    let seconds = done.compactMap { ticket in
      ticket.doneAt.map { Int(($0 - ticket.createdAt).milliseconds / 1000) }
    }
    var topic = Topic(
      label: label, words: words, tickets: tickets.count, before: before,
      open: tickets.count - done.count, medianSeconds: SLASpread(seconds)?.median,
      examples: tickets.prefix(Self.examples).map(\.id))
    if explains { topic.ids = tickets.map(\.id).sorted() }
    return topic
  }
}
