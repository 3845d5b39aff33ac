import Platform
import SupportModel

/// The branch of a remote that a copy syncs with.
package struct Upstream: Hashable, Sendable {
  package var remote: String
  package var branch: String
  /// The local branch.
  package var local: String
  /// Whether git knows already that they belong together.
  var isSet: Bool

  package var name: String { "\(remote)/\(branch)" }
}

extension Repository {
  /// The branch that is checked out and what it syncs with: the remote that is asked for, the
  /// branch's own, the only one, or `origin`.
  package func upstream(_ wanted: String?) throws -> Upstream {
    guard let local = try git.lineIfAny(["symbolic-ref", "-q", "--short", "HEAD"]) else {
      throw GitError.detached
    }
    let known = try git.lines(["remote"])
    let own = try git.lineIfAny(["config", "branch.\(local).remote"])
    let usual = own ?? (known.count == 1 ? known[0] : known.first { $0 == "origin" })
    guard let remote = wanted ?? usual else { throw GitError.noRemote }
    // A path or an address is a remote as well, as it is for git.
    guard known.contains(remote) || remote.contains("/") else {
      throw GitError.unknownRemote(remote, known: known)
    }
    let merge = try git.lineIfAny(["config", "branch.\(local).merge"])
    let isSet = own == remote && merge != nil
    let branch = isSet ? merge.map { $0.replacingPrefix("refs/heads/", with: "") } : nil
    return Upstream(
      remote: remote, branch: branch ?? local, local: local,
      isSet: isSet || !known.contains(remote))
  }

  /// Where a fetch puts what it brings: a place that no other fetch, of an editor for instance,
  /// writes to.
  private static let fetched = "refs/support/fetched"

  /// Fetches the branch. Returns its commit; nil where the remote does not have it yet.
  package func fetch(_ upstream: Upstream) throws -> String? {
    let branch = "refs/heads/" + upstream.branch
    let answer = try git.run([
      "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", upstream.remote,
      "+\(branch):\(Self.fetched)",
    ])
    guard answer.status == 0 else {
      let look = try git.run(["ls-remote", "--exit-code", "--heads", upstream.remote, branch])
      if look.status == 2 { return nil }
      throw GitError.unreachable(remote: upstream.remote, said: Git.said(answer))
    }
    let commit = try git.line(["rev-parse", Self.fetched])
    try git.ask(["update-ref", "-d", Self.fetched])
    return commit
  }

  /// How many events a fetched commit has that ours has not.
  package func news(in theirs: String) throws -> Int {
    guard let ours = try head() else { return try countEvents(in: theirs) }
    return try events(in: theirs, butNotIn: ours).count
  }

  /// What our branch has that the remote's has not: any commit at all, and how many events.
  package func outgoing(past theirs: String?) throws -> (isAny: Bool, events: Int) {
    guard let ours = try head() else { return (false, 0) }
    guard let theirs else { return (true, try countEvents(in: ours)) }
    if try isAncestor(ours, of: theirs) { return (false, 0) }
    return (true, try events(in: ours, butNotIn: theirs).count)
  }

  func isAncestor(_ old: String, of new: String) throws -> Bool {
    try git.run(["merge-base", "--is-ancestor", old, new]).status == 0
  }

  func haveCommonAncestor(_ one: String, _ other: String) throws -> Bool {
    try git.run(["merge-base", one, other]).status == 0
  }

  /// Pushes the branch that is checked out and nothing else. False where the remote has moved
  /// since it was fetched.
  package func push(_ upstream: Upstream) throws -> Bool {
    var arguments = ["push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no"]
    if !upstream.isSet { arguments.append("--set-upstream") }
    let answer = try git.run(
      arguments + [
        upstream.remote, "refs/heads/\(upstream.local):refs/heads/\(upstream.branch)",
      ])
    guard answer.status != 0 else { return true }
    let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
    guard let refusal = lines.first(where: { $0.hasPrefix("!") }) else {
      throw GitError.unreachable(remote: upstream.remote, said: Git.said(answer))
    }
    // Two who push at the same moment meet in the remote's lock.
    let isRace = ["[rejected]", "failed to update ref", "cannot lock ref", "fetch first"]
      .contains { refusal.contains($0) }
    if isRace { return false }
    throw GitError.rejected(
      remote: upstream.remote, branch: upstream.branch, said: Git.said(answer))
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
