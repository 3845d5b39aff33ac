import Platform
import SupportModel

/// Names of people that nobody at the desk bears, in settings and on tickets.
extension Fsck {
  /// The agents who have a file, also those whose file is broken.
  private var handles: Set<String> {
    Set(
      tree.folders.filter { $0.path == layout.agents }.flatMap(\.names)
        .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
  }

  mutating func checkPeople(in teams: [Team], _ categories: [Category], _ staff: Staff) {
    let handles = handles
    for team in teams {
      let file = layout.relative(layout.team(team.code))
      if let lead = team.lead, !handles.contains(lead) {
        note("lead", "no agent is called \"\(lead)\"", file)
      }
    }
    for category in categories {
      let file = layout.relative(layout.category(category.path))
      if let assignee = category.assignee {
        if !handles.contains(assignee) {
          note("assignee", "no agent is called \"\(assignee)\"", file)
        } else if staff[assignee]?.role == .viewer {
          note("assignee", "\(assignee) is a viewer and gets no tickets", file)
        }
      }
      if let team = category.team, !staff.teams.contains(team) {
        note("team", "no team is called \"\(team)\"", file)
      }
    }
  }

  /// What each agent's file alone cannot tell: addresses that two have, categories that there are not,
  /// and that somebody has to be an admin.
  mutating func checkAgents(_ agents: [Agent], areAll: Bool, _ categories: [Category]) {
    var owners: [String: String] = [:]
    for agent in agents.sorted(by: { $0.handle < $1.handle }) {
      let file = layout.relative(layout.agent(agent.handle))
      for email in agent.emails {
        if let owner = owners[email] {
          note("emails", "\(email) is an address of \(owner) too", file)
        }
        owners[email] = owners[email] ?? agent.handle
      }
      for path in agent.categories.filter({ isUnknown($0, categories) }) {
        note("categories", "no category is called \"\(path)\"", file)
      }
    }
    if areAll, !agents.isEmpty, !agents.contains(where: { $0.role == .admin }) {
      let folder = layout.relative(layout.agents)
      findings.append(Finding(.settingsName, file: folder, "nobody is an admin"))
    }
  }

  /// Categories without which a field is asked for nowhere.
  mutating func checkFields(_ categories: [Category]) {
    for (place, field) in settings.fields.all.enumerated() {
      for path in field.requiredIn.filter({ isUnknown($0, categories) }) {
        note(
          "fields[\(place)].required_in", "no category is called \"\(path)\"", DeskSettings.fileName
        )
      }
    }
  }

  /// Where the desk declares categories, there are no others.
  private func isUnknown(_ path: String, _ categories: [Category]) -> Bool {
    !categories.isEmpty && !categories.contains { $0.path == path }
  }

  private mutating func note(_ field: String, _ detail: String, _ file: String) {
    let bytes = try? FileSystem.readIfPresent(layout.root + "/" + file)
    let line = bytes.flatMap { try? JSONParser.lines(of: $0) }?[field]
    findings.append(Finding(.settingsName, file: file, line: line, "\(field): \(detail)"))
  }

  /// Open tickets whose owner has no file: nobody looks after them.
  mutating func checkOwners(_ records: [RecordKey]) {
    let handles = handles
    var owned: [String: Int] = [:]
    for key in records where key.kind == .ticket {
      let owner = histories[key].lazy.compactMap { $0.patch.set["assigned_to"]?.string }.first {
        !handles.contains($0)
      }
      // Only what was once given to somebody unknown has to be folded.
      guard owner != nil, let ticket = Fold.document(histories[key]).flatMap(Ticket.init),
        let assignee = ticket.assignee, !handles.contains(assignee),
        settings.lifecycle.phase(of: ticket.status) != .done
      else { continue }
      owned[assignee, default: 0] += 1
    }
    for (handle, count) in owned.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Finding(
          .ownerUnknown, file: layout.relative(layout.agent(handle)),
          "\(counted(count, "open ticket")) of \(handle), and there is no such agent"))
    }
  }
}
