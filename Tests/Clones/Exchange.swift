/// The means by which people bring clones together.
enum Exchange: CaseIterable {
  case pull, pullRebased, push, sync, setUp
  case squash, cherryPick, rebaseOnto, mergeOurs, mergeTheirs, octopus, mailbox
  case peer, carriedLogs, copiedFolder, worktree, branches
  case stash, hardReset, amend, cloneAgain, newClone
}

extension History {
  func exchange(_ clone: Clone) throws {
    let means = dice.pick(Exchange.allCases)
    if means != .stash, means != .carriedLogs { try save(clone) }
    let other = dice.pick(clones.filter { $0 != clone })
    switch means {
    case .pull: try pull(clone, "pull -q --no-edit origin main")
    case .pullRebased: try pull(clone, "pull -q --rebase origin main")
    case .push: try push(clone)
    case .sync: try sync(clone)
    case .setUp: try run("support git setup\(dice.pick(["", " --undo"]))", in: clone)
    case .squash: try squash(clone)
    case .cherryPick: try cherryPick(clone)
    case .rebaseOnto: try rebaseOnto(clone)
    case .mergeOurs: try pull(clone, "pull -q --no-edit -X ours origin main")
    case .mergeTheirs: try pull(clone, "pull -q --no-edit -X theirs origin main")
    case .octopus: try octopus(clone)
    case .mailbox: try mailbox(from: other, to: clone)
    case .peer: try pull(clone, "pull -q --no-edit ../\(other.name) main")
    case .carriedLogs: try carryLogs(from: other, to: clone)
    case .copiedFolder: try copyFolder(of: clone)
    case .worktree: try worktree(clone)
    case .branches: try branches(clone)
    case .stash: try stash(clone)
    case .hardReset: try hardReset(clone)
    case .amend: try amend(clone)
    case .cloneAgain: try cloneAgain(clone)
    case .newClone: if clones.count < 5 { try join() }
    }
    if dice.once(in: 2) { try lookAtAll(of: clone) }
  }

  // MARK: Steps that the means share

  /// Commits what there is, as people do: with our own command, or git's.
  func save(_ clone: Clone) throws {
    if dice.once(in: 3) {
      try run("support --as ada commit", in: clone)
      return
    }
    try run(
      "git add -A && { git diff --cached --quiet || git commit -qm work; }", in: clone)
  }

  func push(_ clone: Clone) throws {
    try run("git push -q origin HEAD:main", in: clone, allowing: [0, 1])
  }

  func pull(_ clone: Clone, _ command: String) throws {
    let (text, _) = try run("git " + command, in: clone, allowing: [0, 1, 128])
    if text.contains("unrelated histories") {
      // A shallow clone that does not reach down to the common commit, or an amended first commit.
      try run("git fetch -q --unshallow origin", in: clone, allowing: [0, 128])
      try run(
        "git pull -q --no-edit --allow-unrelated-histories origin main", in: clone,
        allowing: [0, 1])
    }
    try conclude(clone)
  }

  /// Brings whatever git left unfinished to its end, as somebody would who only knows that `support`
  /// folds documents: settings by hand, one `support` command, `git add`, and on.
  func conclude(_ clone: Clone) throws {
    for _ in 0..<40 {
      guard let (next, skip) = try unfinished(in: clone) else { return }
      try resolve(clone)
      let isEmpty = try run("git diff --cached --quiet", in: clone, allowing: [0, 1]).status == 0
      try run(isEmpty ? skip : next, in: clone, allowing: [0, 1, 128])
    }
    throw Complaint("git never comes to an end in \(clone.name)")
  }

  /// Settings that conflict are decided by hand; for documents any command does.
  func resolve(_ clone: Clone) throws {
    let (paths, _) = try run(
      "git -c core.quotePath=false diff --name-only --diff-filter=U", in: clone)
    for path in paths.split(separator: "\n") where isSetting(path) {
      let side = dice.pick(["ours", "theirs"])
      try run(
        "git checkout -q --\(side) -- '\(path)' || git rm -q --cached '\(path)'", in: clone)
    }
    try run("support --as ada ticket list -a", in: clone)
    try run("git add -A", in: clone)
  }

  private func isSetting(_ path: Substring) -> Bool {
    !["tickets/", "customers/", "events/"].contains { path.hasPrefix($0) }
  }

  /// The commands that go on with what git stopped in, and that pass over an empty step of it.
  private func unfinished(in clone: Clone) throws -> (next: String, skip: String)? {
    let marks = [
      ("rebase-apply/applying", "git am -q --continue", "git am -q --skip"),
      ("rebase-merge", "git rebase --continue", "git rebase --skip"),
      ("rebase-apply", "git rebase --continue", "git rebase --skip"),
      ("CHERRY_PICK_HEAD", "git cherry-pick --continue", "git cherry-pick --skip"),
      ("sequencer", "git cherry-pick --continue", "git cherry-pick --skip"),
      (
        "MERGE_HEAD", dice.pick(["git commit -q --no-edit", "support --as ada commit"]),
        "git commit -q --no-edit"
      ),
      ("SQUASH_MSG", "git commit -q --no-edit", "rm \"$(git rev-parse --git-path SQUASH_MSG)\""),
    ]
    let test = marks.map { "[ -e \"$d/\($0.0)\" ] && echo \($0.0)" }.joined(separator: "; ")
    let (found, _) = try ask("d=$(git rev-parse --git-dir); \(test); true", in: clone)
    return marks.first { found.split(separator: "\n").contains($0.0[...]) }.map { ($0.1, $0.2) }
  }
}
