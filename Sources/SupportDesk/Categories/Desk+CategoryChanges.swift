import SupportModel
import SupportStore

extension Desk {
  package func addCategory(
    _ path: String, _ edit: CategoryEdit, isDryRun: Bool = false
  ) throws -> Written<CategoryStanding> {
    try permissions.requireAdmin("add categories")
    try requireLegal(path)
    return try changeSettings(for: "category add", ChangeOptions(isDryRun: isDryRun)) { _ in
      guard try categoryFiles.category(path) == nil else {
        throw Refusal.exists(kind: "category", name: path)
      }
      return try change(Category(path), edit, .categoryAdded)
    }
  }

  package func editCategory(
    _ path: String, _ edit: CategoryEdit, isDryRun: Bool = false
  ) throws -> Written<CategoryStanding> {
    try permissions.requireAdmin("edit categories")
    return try changeSettings(for: "category edit", ChangeOptions(isDryRun: isDryRun)) { _ in
      try change(categoryAsWritten(path), edit, .categoryUpdated)
    }
  }

  /// Removes a category that has none below it. Its open tickets keep it from going, and so do the agents
  /// who look after it and templates for it, unless they get another one.
  package func removeCategory(
    _ path: String, replacedBy other: String? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<CategoryStanding> {
    try permissions.requireAdmin("remove categories")
    return try changeSettings(for: "category remove", options) { snapshot in
      let category = try categoryAsWritten(path)
      let below = try categoryFiles.paths(below: path)
      guard below.isEmpty else {
        throw Refusal.hasBelow(kind: "category", name: path, below: below)
      }
      var change = SettingsChange()
      let open = Filter.inCategory(path).and(try Filter.parse("is:open", filterContext))
      if let other {
        guard other != path else {
          throw Refusal.invalid(field: "category", value: other, expected: "another one")
        }
        _ = try defaults(ofCategory: other)
        let move = CategoryMove(from: path, to: other)
        change.tickets = SettingsChange.TicketsBehind(filter: open) { try $0.follow(move, $1) }
      } else {
        let count = try ids(open, in: snapshot).count
        guard count == 0 else {
          throw Refusal.inUse(kind: "category", name: path, tickets: count)
        }
      }
      change.tell(EventDraft(.categoryRemoved, category.key))
      try replace(path, other, &change)
      try change.writeDesk(DeskFile(self), "category remove", path) { $0.forgetCategory(path) }
      change.leftAlone = try filters(naming: path)
      change.clear { try categoryFiles.remove(path) }
      return (CategoryStanding(category, settings), change)
    }
  }

  /// Gives a category another path, also below another one, and with it those below it, all their
  /// tickets, and what `support.json`, agents' files and templates say of them.
  package func moveCategory(
    _ old: String, to new: String, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<CategoryStanding> {
    try permissions.requireAdmin("move categories")
    try requireLegal(new)
    guard !Category.isWithin(new, old) else {
      throw Refusal.intoItself(kind: "category", name: old)
    }
    let move = CategoryMove(from: old, to: new)
    return try changeSettings(for: "category move", options) { _ in
      let category = try categoryAsWritten(old)
      var change = SettingsChange()
      for path in [old] + (try categoryFiles.paths(below: old)) {
        try self.move(try categoryAsWritten(path), move, &change)
      }
      for file in try files(after: move) { change.take(along: file) }
      try change.writeDesk(DeskFile(self), "category move", new) { $0 = move.text($0) }
      change.leftAlone = try filters(naming: old)
      change.tickets = SettingsChange.TicketsBehind(filter: .inCategory(old)) {
        try $0.follow(move, $1)
      }
      return (CategoryStanding(category.at(new), settings), change)
    }
  }

  /// Gives agents and templates another category in the place of one that goes; refused where they have it
  /// and nobody said which: one that has none left is for all of them.
  private func replace(
    _ path: String, _ other: String?, _ change: inout SettingsChange
  ) throws {
    for file in try files(after: CategoryMove(from: path, to: other ?? "")) {
      change.take(along: file)
    }
    guard other != nil || change.alongside.isEmpty else {
      throw DeskError.inUseBy(kind: "category", name: path, change.alongside)
    }
  }

  /// The files of agents and templates that say another category once one has moved.
  private func files(after move: CategoryMove) throws -> [FileChange] {
    let people = try agents.all().values.compactMap { agent -> FileChange? in
      var moved = agent
      moved.categories = move.paths(agent.categories)
      return moved == agent ? nil : try change(agent, to: moved, .agentUpdated)
    }
    let texts = try templateFiles.all().values.compactMap { template -> FileChange? in
      var moved = template
      moved.categories = move.paths(template.categories)
      return moved == template ? nil : try change(to: moved, .templateUpdated)
    }
    return people + texts
  }

  /// What asks for a category in words of its own: views, policies, and rules.
  private func filters(naming path: String) throws -> [SettingsName] {
    let context = FilterContext.ofAnAgent(settings)
    let views = try viewFiles.all().values.filter { view in
      try Filter.parse(view.filter, context).expression.names(category: path)
    }
    let policies = zip(rules.policies, rules.conditions).filter { $1.names(category: path) }
    let others = (0..<settings.rules.count).compactMap { place -> Rule? in
      // A broken rule names nothing.
      guard let rule = try? settings.rules.rule(place, settings, at: now) else { return nil }
      return rule.names(category: path) ? rule : nil
    }
    return views.map { SettingsName(kind: "view", name: $0.name) }
      + policies.map { SettingsName(kind: "policy", name: $0.0.name) }
      + others.map { SettingsName(kind: "rule", name: $0.name) }
  }

  /// One of the files. A move that was begun and killed can be ended: then what is to be written is
  /// there already.
  private func move(
    _ category: Category, _ move: CategoryMove, _ change: inout SettingsChange
  ) throws {
    let moved = category.at(move.path(category.path))
    try requireLegal(moved.path)
    if let other = try categoryFiles.category(moved.path), other != moved {
      throw Refusal.exists(kind: "category", name: moved.path)
    }
    var draft = EventDraft(.categoryMoved, moved.key, Patch(set: moved.json))
    draft.meta["from"] = .string(category.path)
    change.tell(draft)
    change.write(try categoryFiles.kept(moved.path)) { try categoryFiles.write(moved) }
    change.clear { try categoryFiles.remove(category.path) }
  }

  private func requireLegal(_ path: String) throws {
    guard Category.isLegal(path: path) else {
      throw Refusal.invalid(
        field: "path of a category", value: path, expected: Category.expected)
    }
  }

  private func change(
    _ before: Category, _ edit: CategoryEdit, _ type: EventType
  ) throws -> (CategoryStanding, SettingsChange?) {
    var category = before
    try edit.apply(to: &category, settings)
    if let assignee = edit.assignee?.filled {
      let agent = try assignableAgent(assignee)
      try agent.requireTakingTickets()
      category.assignee = agent.handle
    }
    if let team = edit.team?.filled { try requireTeam(team) }
    var change = SettingsChange()
    if category != before || type == .categoryAdded {
      change.add(try self.change(to: category, type))
    }
    var standing = CategoryStanding(category, settings)
    if let sla = edit.sla, sla.filled != standing.sla {
      standing.sla = try sla.filled.map(policyName)
      try change.writeDesk(DeskFile(self), "category edit", category.path) {
        $0.setPolicy(standing.sla, of: category.path)
      }
    }
    return (standing, change)
  }

  func change(to category: Category, _ type: EventType) throws -> FileChange {
    let draft = EventDraft(type, category.key, Patch(set: category.json))
    return FileChange(draft: draft, kept: try categoryFiles.kept(category.path)) {
      try categoryFiles.write(category)
    }
  }

  private func policyName(_ name: String) throws -> String {
    let known = settings.sla.policies.map(\.name)
    guard known.contains(name) else {
      throw Refusal.unknown(kind: "SLA policy", word: name, known: known)
    }
    return name
  }
}

extension Category {
  /// The same at another place. One that is called as its path ends is called as that does.
  fileprivate func at(_ path: String) -> Category {
    var moved = self
    moved.path = path
    if name == Category(self.path).name { moved.name = Category(path).name }
    return moved
  }
}

extension SettingsChange {
  /// Changes `support.json` where the text becomes another one; all of it is checked before any is
  /// written.
  fileprivate mutating func writeDesk(
    _ file: DeskFile, _ action: String, _ name: String, _ edit: (inout JSONObject) -> Void
  ) throws {
    let before = try file.read()
    var after = before
    edit(&after)
    guard after != before else { return }
    try file.require(after, after: before)
    tell(file.draft(from: before, to: after, action: action, name: name))
    write(try file.kept()) { [after] in try file.write(after) }
  }
}

extension JSONObject {
  /// The policy that is promised to the tickets of a category, in the text of `support.json`.
  fileprivate mutating func setPolicy(_ name: String?, of category: String) {
    var sla = self["sla"]?.object ?? JSONObject()
    var categories = sla["categories"]?.object ?? JSONObject()
    categories[category] = name.map(JSON.string)
    sla["categories"] = categories.isEmpty ? nil : .object(categories)
    self["sla"] = sla.isEmpty ? nil : .object(sla)
  }

  /// Takes what is said of a category out of the text of `support.json`.
  fileprivate mutating func forgetCategory(_ path: String) {
    if self["sla"]?["categories"]?[path] != nil { setPolicy(nil, of: path) }
    guard let fields = self["fields"]?.array else { return }
    self["fields"] = .array(
      fields.map { json in
        guard var field = json.object, let paths = field["required_in"]?.array,
          paths.contains(.string(path))
        else { return json }
        let rest = paths.filter { $0 != .string(path) }
        field["required_in"] = rest.isEmpty ? nil : .array(rest)
        return .object(field)
      })
  }
}
