import SupportModel
import SupportStore

/// What a test of rules is about.
package struct RuleQuestion: Sendable {
  /// What is to happen to the ticket; nil for the last thing that did.
  package var type: EventType?
  /// Who does it; nil for whoever did so last, or the desk.
  package var by: Actor?

  package init() {}
}

/// What the rules would make of something that happens to a ticket.
package struct RuleTest: Sendable {
  /// A rule, and either what it would do or why not.
  package struct Line: Sendable {
    package let place: Int
    package let rule: Rule
    package let failure: RuleTrial.Failure?
    package let firing: RuleRun.Firing?
  }

  package let ticket: Ticket
  package let type: EventType
  package let by: Actor
  package let lines: [Line]
  package let warnings: [RuleWarning]
}

/// A ticket that a rule would have fired for.
package struct RuleHit: Sendable {
  package let rule: String
  package let ticket: Ticket
  package let event: Event
}

/// What rules that are not in force would have done.
package struct RuleReplay: Sendable {
  package internal(set) var rules: [String] = []
  /// How many tickets were looked at.
  package internal(set) var tickets = 0
  package internal(set) var hits: [RuleHit] = []

  /// For how many tickets a rule would have fired.
  package func tickets(of rule: String) -> Int {
    Set(hits.filter { $0.rule == rule }.map(\.ticket.id)).count
  }
}

extension Desk {
  /// Says of each rule whether it would fire for a ticket, and what decided. Nothing is written.
  package func testRules(_ reference: String, _ question: RuleQuestion) throws -> RuleTest {
    try requireStaff("test rules")
    let snapshot = try store.snapshot()
    let ticket = try resolve(reference, in: snapshot)
    let occasion = try occasion(question, ticket, in: snapshot)
    let rules = try settings.rules.all(settings, at: now)
    var set = RuleSet(settings, at: now)
    let acting = actingAsDesk(in: snapshot)
    let run = try RuleRun(after: [occasion], ticket, &set, acting, ruleNames(RulePeople(self)))
    let subject = FilterSubject(ticket, acting.rules, customers: acting.customers)
    let lines = rules.enumerated().map { place, rule in
      let firing = run.firings.first { $0.place == place }
      return RuleTest.Line(
        place: place + 1, rule: rule,
        failure: firing == nil
          ? Self.failure(of: rule, place, occasion, subject, run) : nil,
        firing: firing)
    }
    return RuleTest(
      ticket: ticket, type: occasion.type, by: occasion.by, lines: lines, warnings: run.warnings)
  }

  /// Why a rule would not fire; where it holds and was not reached, that another one ended the run.
  private static func failure(
    of rule: Rule, _ place: Int, _ occasion: RuleOccasion, _ before: FilterSubject,
    _ run: RuleRun
  ) -> RuleTrial.Failure? {
    if let failure = rule.trial(occasion, before).failure { return failure }
    return run.stop.map { .stopped(by: $0.rule) }
  }

  /// The newest event of the ticket that is meant, as if it happened again; where there was none, one
  /// that says and changes nothing.
  private func occasion(
    _ question: RuleQuestion, _ ticket: Ticket, in snapshot: Snapshot
  ) throws -> RuleOccasion {
    let events = try snapshot.history(of: ticket.key)
    let last = events.last { event in
      event.meta["rule"] == nil && (question.type.map { event.type == $0 } ?? true)
        && (question.by.map { event.by == $0 } ?? true)
    }
    if let last { return RuleOccasion(last) }
    let type = question.type ?? .ticketUpdated
    let same = events.last { $0.type == type }
    return RuleOccasion(
      EventDraft(type, ticket.key, same?.patch ?? Patch()), by: question.by ?? .system)
  }

  /// Tries rules that are not in force on the past of the newest tickets: each event of theirs, with
  /// the ticket as it was then. `file` names the text in errors. Nothing is written.
  package func replayRules(file: String, _ bytes: [UInt8], newest count: Int) throws -> RuleReplay {
    try requireStaff("test rules")
    let rules = try settings.proposedRules(file: file, bytes: bytes, at: now)
    let snapshot = try store.snapshot()
    let filter = try Filter.parse("sort:-created", filterContext)
    let ids = try list(filter, limit: count).rows.map(\.id)
    let histories = try snapshot.histories(of: ids.map(RecordKey.ticket))
    let acting = actingAsDesk(in: snapshot)
    var replay = RuleReplay(rules: rules.map(\.name), tickets: ids.count)
    for id in ids {
      var document: JSONObject?
      for event in histories[.ticket(id)] ?? [] {
        document = Fold.document(document, adding: event)
        guard let ticket = document.flatMap(Ticket.init), event.meta["rule"] == nil else {
          continue
        }
        let subject = FilterSubject(ticket, acting.rules, customers: acting.customers)
        for rule in rules where rule.fires(RuleOccasion(event), subject) {
          replay.hits.append(RuleHit(rule: rule.name, ticket: ticket, event: event))
        }
      }
    }
    return replay
  }
}
