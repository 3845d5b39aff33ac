import SupportModel
import SupportStore

/// What came of a commit, or would after a dry run.
package struct Committed: Sendable {
  /// The commit's name; nil for a dry run.
  package var commit: String?
  package var subject: String
  package var events: Int
  /// How many of the desk's files it holds.
  package var files: Int
  /// Files of others that were staged: they stay so, or had to go along with a merge.
  package var foreign: [String]
  package var isMerge: Bool
}

extension Desk {
  /// The git repository that versions this desk. Where nobody is `isAttended`, git asks for no
  /// password.
  package func repository(
    _ environment: Environment, isAttended: Bool
  ) throws -> Repository {
    try requireStaff("use the desk's git repository")
    return try Repository(store, environment, isAttended: isAttended)
  }

  /// Commits what is new in the desk, and nothing else; nil where nothing is. `agent` is who
  /// commits where git does not know. With `concluding`, a merge that somebody began is ended.
  package func commit(
    in repository: Repository, as agent: Agent? = nil, message: String? = nil,
    concluding: Bool = true, isDryRun: Bool = false
  ) throws -> Committed? {
    var subject = ""
    func text(of plan: CommitPlan) throws -> String {
      let text = try message ?? self.text(of: plan, repository)
      subject = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return text.hasSuffix("\n") ? text : text + "\n"
    }
    let done: (plan: CommitPlan, commit: String?)?
    if isDryRun {
      let plan = try store.commitPlan(in: repository)
      done = plan.isEmpty ? nil : (plan, nil)
      _ = try done.map { try text(of: $0.plan) }
    } else {
      done = try store.commit(
        in: repository, by: Self.committer(agent), concluding: concluding, message: text)
    }
    return done.map { plan, commit in
      Committed(
        commit: commit, subject: subject, events: plan.events.count, files: plan.files.count,
        foreign: plan.foreign, isMerge: plan.isMerge)
    }
  }

  /// A merge that a person began keeps the subject that git gave it.
  private func text(of plan: CommitPlan, _ repository: Repository) throws -> String {
    let begin = plan.isNewDesk && plan.events.isEmpty ? "A new desk" : nil
    let title = plan.isMerge ? repository.mergeSubject : begin
    return try text(events: plan.events, files: plan.files, title: title)
  }

  func text(events: [Event], files: [String] = [], title: String? = nil) throws -> String {
    let snapshot = try store.snapshot()
    return CommitMessage(events: events, files: files).text(title: title) { id in
      (try? snapshot.ticket(id))??.subject
    }
  }

  static func committer(_ agent: Agent?) -> Committer? {
    guard let agent, let email = agent.emails.first else { return nil }
    return Committer(name: agent.name, email: email)
  }
}
