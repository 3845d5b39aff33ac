import CommandKit
import Platform
import SupportDesk
import SupportModel

/// The lists that only a desk can give to completion. Whatever goes wrong, completion stays silent:
/// there is nobody to read an error.
struct LiveLists {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func candidates(_ request: LiveRequest) -> [Candidate] {
    if request.list == "command" { return commands(request) }
    guard (try? session.configure(request.call)) != nil, let desk = try? session.desk() else {
      return []
    }
    return (try? candidates(request.list, request.prefix, desk)) ?? []
  }

  private func candidates(
    _ list: String, _ prefix: String, _ desk: Desk
  ) throws -> [Candidate] {
    switch list {
    case "ticket": try tickets(desk)
    case "status": statuses(desk)
    case "priority": desk.settings.priorities.codes.map { Candidate($0) }
    case "channel": desk.settings.channels.map { Candidate($0) }
    case "agent": try agents(desk)
    case "presence": Agent.Presence.allCases.map { Candidate($0.rawValue) } + (try agents(desk))
    case "team": try desk.allTeams().values.map { Candidate($0.team.code, $0.team.name) }
    case "category": try categories(desk)
    case "policy": desk.settings.sla.policies.map { Candidate($0.name) }
    case "field" where desk.person.isStaff:
      desk.settings.fields.all.map { Candidate($0.name, $0.label) }
    case "reference" where desk.person.isStaff:
      desk.settings.references.kinds.map { Candidate($0) }
    case "customer": try values(desk, .customer)
    case "tag":
      desk.person.isStaff
        ? try desk.allTags().values.map { Candidate($0.tag.name, $0.tag.description ?? "") } : []
    case "article": try desk.allArticles().values.map { Candidate($0.slug, $0.title) }
    case "kb-category": try articleCategories(desk)
    case "language":
      Set(try desk.allArticles().values.map(\.language)).sorted().map { Candidate($0) }
    case "template": try desk.templatesToChoose().map { Candidate($0.name, $0.title) }
    case "view": try desk.allSavedViews().values.map { Candidate($0.name, $0.filter) }
    case "rule": try desk.namesOfRules().map { Candidate($0) }
    case "calendar": desk.settings.sla.calendarNames.map { Candidate($0) }
    case "config": Desk.localSettingNames.map { Candidate($0) }
    case "filter": try filterTerms(prefix, desk)
    default: []
    }
  }

  /// Those that the desk has files of, or else those that tickets have.
  private func categories(_ desk: Desk) throws -> [Candidate] {
    let declared = try desk.allCategories().values.filter(\.category.isActive)
    guard declared.isEmpty else {
      return declared.map { Candidate($0.category.path, $0.category.name) }
    }
    return try values(desk, .category)
  }

  private func articleCategories(_ desk: Desk) throws -> [Candidate] {
    ArticleCategory.tree(of: try desk.allArticles().values).map { category in
      Candidate(category.path, counted(category.total, "article"))
    }
  }

  private func statuses(_ desk: Desk) -> [Candidate] {
    desk.settings.lifecycle.statuses.map { Candidate($0.code, $0.phase.rawValue) }
  }

  /// Open tickets, the latest first, as many as a person could choose from.
  private func tickets(_ desk: Desk) throws -> [Candidate] {
    let filter = try Filter.parse("is:open", desk.filterContext)
    return try desk.list(filter, limit: 200).rows.map { row in
      Candidate(row.id.description, Visible.line(row.subject))
    }
  }

  private func agents(_ desk: Desk) throws -> [Candidate] {
    try desk.allAgents().values.map { Candidate($0.handle, $0.name) } + [Candidate("me", "you")]
  }

  /// What tickets have for a field; nothing of a field that is not for this person.
  private func values(_ desk: Desk, _ field: FilterField) throws -> [Candidate] {
    guard desk.filterContext.field(field.description) != nil else { return [] }
    return try desk.counts(.everything, by: field).compactMap(\.value).sorted().map {
      Candidate($0)
    }
  }

  /// A term of the filter language: its name, then its values.
  private func filterTerms(_ prefix: String, _ desk: Desk) throws -> [Candidate] {
    guard let colon = prefix.firstIndex(of: ":") else {
      let fields = FilterField.named.map { "\($0.names[0]):" } + ["is:", "has:", "sort:"]
      return fields.map { Candidate($0) }
    }
    let name = String(prefix[..<colon])
    let lists = [
      "assignee": "agent", "watcher": "agent", "message.author": "agent", "was": "status",
    ]
    let values =
      try fixedValues(name)?.map { Candidate($0) } ?? candidates(lists[name] ?? name, "", desk)
    return values.map { Candidate("\(name):\($0.value)", $0.description) }
  }

  /// The values of terms that have the same in every desk.
  private func fixedValues(_ name: String) -> [String]? {
    switch name {
    case "is": ["open", "closed", "overdue", "unread", "unassigned", "paused", "breached"]
    case "has": ["attachment", "note"] + FilterField.named.map { $0.names[0] }
    case "sort": SortKey.allCases.map(\.rawValue)
    case "message.direction": Message.Direction.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Aliases, and programs called `support-NAME`.
  private func commands(_ request: LiveRequest) -> [Candidate] {
    let aliases = (try? Desk.aliases(from: session.folder)) ?? [:]
    let folders = (session.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let programs = folders.flatMap { folder in
      ((try? FileSystem.names(in: folder)) ?? []).filter { $0.hasPrefix("support-") }
    }
    return aliases.sorted { $0.key < $1.key }.map { Candidate($0.key, $0.value) }
      + Set(programs).sorted().map { Candidate(String($0.dropFirst(8)), "external") }
  }
}
