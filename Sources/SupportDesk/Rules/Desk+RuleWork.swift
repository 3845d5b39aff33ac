import SupportModel
import SupportStore

/// The desk's rules at work within one command.
struct RuleWork {
  fileprivate var rules: RuleSet
  fileprivate var notices = RuleNotices()
  fileprivate let names: RuleNames
  /// Nil where there are no rules.
  fileprivate var people: RulePeople?
  fileprivate let isDryRun: Bool

  /// Of a desk without rules.
  static func none(_ settings: DeskSettings) -> RuleWork {
    var settings = settings
    settings.rules = RuleSettings()
    return RuleWork(
      rules: RuleSet(settings, at: Instant(milliseconds: 0)), names: RuleNames(Staff([])),
      isDryRun: false)
  }

  fileprivate mutating func note(_ run: RuleRun, _ id: TicketID) {
    notices.warn(run.warnings)
    guard isDryRun else { return }
    notices.effects += run.firings.map {
      RuleNotices.Effect(ticket: id, rule: $0.rule, drafts: $0.drafts)
    }
  }
}

extension Desk {
  func ruleWork(isDryRun: Bool) -> RuleWork {
    let people = RulePeople(self)
    return RuleWork(
      rules: RuleSet(settings, at: now), names: ruleNames(people), people: people,
      isDryRun: isDryRun)
  }

  /// What rules came to, where the person is one of those who may know of them.
  func notices(of work: RuleWork) -> RuleNotices {
    person.isStaff ? work.notices : RuleNotices()
  }

  /// Adds an event to a ticket, and those that the desk's rules make of it: the one way in which the
  /// verbs of people change tickets.
  func record(
    _ draft: EventDraft, to before: JSONObject?, in transaction: inout Transaction,
    _ work: inout RuleWork
  ) throws {
    transaction.record(draft, to: before, by: person.actor)
    guard !work.rules.isEmpty, let id = draft.subject.ticketID else { return }
    try follow(
      [RuleOccasion(draft, by: person.actor)], of: id, from: before.flatMap(Ticket.init),
      in: &transaction, &work)
  }

  /// Adds the events that rules make of what was recorded about a ticket. `before` is how it was; nil
  /// for one that is new.
  func follow(
    _ occasions: [RuleOccasion], of id: TicketID, from before: Ticket?,
    in transaction: inout Transaction, _ work: inout RuleWork
  ) throws {
    guard !work.rules.isEmpty, let ticket = try transaction.snapshot.ticket(id) else { return }
    work.people?.before = transaction.before
    work.names.changed(before, ticket)
    let run = try RuleRun(
      after: occasions, ticket, &work.rules, actingAsDesk(in: transaction.snapshot), work.names)
    for draft in run.drafts { try transaction.record(draft, by: .system) }
    work.note(run, id)
  }

  /// The ticket as rules would leave it after something that would be recorded about it: nothing is.
  func foresee(
    _ occasions: [RuleOccasion], of ticket: Ticket, from before: Ticket, in snapshot: Snapshot,
    _ work: inout RuleWork
  ) throws -> Ticket {
    guard !work.rules.isEmpty else { return ticket }
    work.names.changed(before, ticket)
    let run = try RuleRun(
      after: occasions, ticket, &work.rules, actingAsDesk(in: snapshot), work.names)
    work.note(run, ticket.id)
    return run.drafts.reduce(ticket) { $0.after($1, at: now, by: .system) }
  }

  /// Rules act for the desk, whoever made them fire.
  func actingAsDesk(in snapshot: Snapshot) -> Acting {
    Acting(
      Person(.system), settings, at: now, rules: rules, customers: Self.customers(in: snapshot))
  }

  /// Whom rules mean.
  func ruleNames(_ people: RulePeople) -> RuleNames {
    RuleNames(
      agent: people.agent, team: people.team, choice: people.choice(for:),
      changed: people.note,
      render: templateRendering)
  }

  /// Templates as the desk itself uses them: whoever made a rule fire does not sign its answer.
  private var templateRendering: RuleNames.Rendering {
    let desk = Desk(store, as: Person(.system), at: now, chance: chance)
    return { names, ticket, customers in
      var use = TemplateUse()
      use.names = names
      do {
        let rendered = try desk.render(
          use, for: ticket, category: ticket.category, customers)
        return .success((rendered.body, rendered.names))
      } catch let error as TemplateError {
        return .failure(.template(error))
      } catch let error as SettingsError {
        return .failure(.broken(file: error.file))
      } catch DeskError.notFound(_, let name, _) {
        return .failure(.unknown(kind: "template", name: name))
      }
    }
  }
}
