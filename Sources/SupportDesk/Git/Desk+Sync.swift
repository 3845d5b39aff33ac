import SupportModel
import SupportStore

/// What a sync did, or would do.
package struct Synced: Sendable {
  package var remote: String
  package var branch: String
  /// How many events were committed, came from the remote, and went there.
  package var committed = 0
  package var pulled = 0
  package var pushed = 0
  /// Whether a merge commit was made.
  package var isMerged = false
  /// Whether commits came, and whether commits went.
  package var hasPulled = false
  package var hasPushed = false
}

extension Desk {
  /// Commits, takes in what the remote's branch has, and pushes. A remote that moves meanwhile is
  /// fetched again, up to `attempts` times; `pause` waits in between.
  package func sync(
    with remote: String?, in repository: Repository, as agent: Agent?, attempts: Int = 8,
    pause: (_ milliseconds: Int) -> Void
  ) throws -> Synced {
    try store.whileAlone(store.layout.syncLock, "sync", patience: 60_000) {
      let run = SyncRun(desk: self, repository: repository, committer: Self.committer(agent))
      try run.endInterrupted()
      if let operation = repository.unfinished { throw GitError.unfinished(operation) }
      let upstream = try repository.upstream(remote)
      return try run.perform(upstream, attempts: attempts, pause: pause) {
        try commit(in: repository, as: agent, concluding: false)?.events ?? 0
      }
    }
  }

  /// What a sync would commit, and with which remote it would speak; the network is left alone.
  package func syncPlan(with remote: String?, in repository: Repository) throws -> Synced {
    if let operation = repository.unfinished { throw GitError.unfinished(operation) }
    let upstream = try repository.upstream(remote)
    let plan = try store.commitPlan(in: repository)
    return Synced(
      remote: upstream.remote, branch: upstream.branch, committed: plan.events.count)
  }
}

/// One sync, step by step.
private struct SyncRun {
  let desk: Desk
  let repository: Repository
  let committer: Committer?

  /// A sync that was killed in a merge left one that nobody else would end.
  func endInterrupted() throws {
    try desk.store.endInterruptedMerge(in: repository, by: committer) { events in
      try desk.text(events: events, title: "Merge")
    }
  }

  func perform(
    _ upstream: Upstream, attempts: Int, pause: (_ milliseconds: Int) -> Void,
    commit: () throws -> Int
  ) throws -> Synced {
    var synced = Synced(remote: upstream.remote, branch: upstream.branch)
    var chance = desk.chance
    for attempt in 1...attempts {
      synced.committed += try commit()
      let theirs = try repository.fetch(upstream)
      if let theirs { try takeIn(theirs, upstream, &synced, commit: commit) }
      let outgoing = try repository.outgoing(past: theirs)
      guard outgoing.isAny else { return synced }
      if try repository.push(upstream) {
        (synced.pushed, synced.hasPushed) = (outgoing.events, true)
        return synced
      }
      // Those who met at the remote try again at different times.
      if attempt < attempts {
        pause(50 * attempt + Int(chance.next() % UInt64(100 * attempt)))
      }
    }
    throw GitError.outrun(remote: upstream.remote, attempts: attempts)
  }

  /// Others write to the desk at any time: what they wrote is committed before git merges.
  private func takeIn(
    _ theirs: String, _ upstream: Upstream, _ synced: inout Synced, commit: () throws -> Int
  ) throws {
    let news = try repository.news(in: theirs)
    for _ in 1...20 {
      let merged = try desk.store.merge(theirs, upstream, in: repository, by: committer) { events in
        let title = "Merge \(counted(events.count, "event")) from \(upstream.name)"
        return try desk.text(events: events, title: title)
      }
      switch merged {
      case .nothing: return
      case nil: synced.committed += try commit()
      case .fastForward, .merge:
        synced.pulled += news
        synced.hasPulled = true
        synced.isMerged = synced.isMerged || merged == .merge
        // What the fold made of it, and what was written meanwhile.
        synced.committed += try commit()
        return
      }
    }
    throw GitError.neverQuiet
  }
}
