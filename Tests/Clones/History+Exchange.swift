/// The means of exchange that take more than one line of git.
extension History {
  /// Our own command for all of it. It leaves to people what git cannot merge: settings.
  func sync(_ clone: Clone) throws {
    let (text, status) = try run("support --as ada sync", in: clone, allowing: [0, 1, 5])
    if status == 1, !text.contains("nothing in common") {
      throw Complaint("sync failed in \(clone.name): \(text)")
    }
    if status != 0 { try pull(clone, "pull -q --no-edit origin main") }
  }

  func squash(_ clone: Clone) throws {
    try run("git fetch -q origin main", in: clone)
    try run("git merge -q --squash FETCH_HEAD", in: clone, allowing: [0, 1, 128])
    try conclude(clone)
  }

  /// The others' newest commits one by one; those before them come later, by another way.
  func cherryPick(_ clone: Clone) throws {
    try run("git fetch -q origin main", in: clone)
    let picked = "$(git rev-list --no-merges --reverse -n \(1 + dice.roll(3)) HEAD..FETCH_HEAD)"
    try run(
      "c=\"\(picked)\"; [ -z \"$c\" ] || git cherry-pick $c", in: clone, allowing: [0, 1, 128])
    try conclude(clone)
  }

  func rebaseOnto(_ clone: Clone) throws {
    try run("git fetch -q origin main", in: clone)
    try run(
      "b=$(git merge-base FETCH_HEAD HEAD) && git rebase -q --onto FETCH_HEAD $b main",
      in: clone, allowing: [0, 1, 128])
    try conclude(clone)
  }

  /// Git's merge of several heads gives up on conflicts; people then merge one by one.
  func octopus(_ clone: Clone) throws {
    let others = dice.some(clones.filter { $0 != clone }, most: 3)
    for other in others {
      try run("git fetch -q ../\(other.name) +main:refs/heads/of-\(other.name)", in: clone)
    }
    let names = others.map { "of-\($0.name)" }
    try run(
      "git merge -q --no-edit \(names.joined(separator: " ")) || "
        + "{ git merge --abort || git reset -q --merge; } 2>/dev/null", in: clone,
      allowing: [0, 1, 128])
    for name in names {
      try pull(clone, "merge -q --no-edit \(name)")
      try run("git branch -q -D \(name)", in: clone)
    }
  }

  /// The other's newest commits as patches in a mail.
  func mailbox(from other: Clone, to clone: Clone) throws {
    try save(other)
    try run("git fetch -q ../\(other.name) main", in: clone)
    let range = "-n \(1 + dice.roll(3)) HEAD..FETCH_HEAD"
    try run(
      "git format-patch -q --stdout \(range) >../mail; [ ! -s ../mail ] || git am -q -3 ../mail",
      in: clone, allowing: [0, 1, 128])
    try conclude(clone)
  }

  /// The other's log files and attachments without git: those that are new here, or longer.
  func carryLogs(from other: Clone, to clone: Clone) throws {
    let (there, here) = (folder(other), folder(clone))
    for file in there.files(in: "events") + there.files(in: "attachments") {
      let (text, present) = (there.text(file), here.text(file))
      guard text != present, text.hasPrefix(present) else { continue }
      let parent = file.split(separator: "/").dropLast().joined(separator: "/")
      try run(
        "mkdir -p \(parent) && cp --remove-destination ../\(other.name)/\(file) \(file)", in: clone)
    }
  }

  /// A folder copied whole, with everything that is its own, becomes one more clone.
  func copyFolder(of clone: Clone) throws {
    guard clones.count < 5 else { return }
    let copy = Clone(name: freshName(), yearsOff: clone.yearsOff)
    try git("--version >/dev/null && cp -a \(clone.name) \(copy.name)")
    clones.append(copy)
    try work(in: copy, times: 1)
    try work(in: clone, times: 1)
  }

  func worktree(_ clone: Clone) throws {
    let side = Clone(name: freshName(), yearsOff: clone.yearsOff)
    try run("git worktree add -q -b \(side.name) ../\(side.name)", in: clone)
    try work(in: side, times: 1 + dice.roll(3))
    try work(in: clone, times: dice.roll(3))
    try save(side)
    try save(clone)
    try pull(clone, "merge -q --no-edit \(side.name)")
    try run("git worktree remove --force ../\(side.name)", in: clone)
    try run("git branch -q -D \(side.name)", in: clone)
  }

  /// Two branches in one working copy that both go on, now and then from an older commit.
  func branches(_ clone: Clone) throws {
    let start = dice.once(in: 2) ? "HEAD" : "$(git rev-list --first-parent -n 2 HEAD | tail -n 1)"
    try run("git checkout -q -b side \(start)", in: clone)
    try work(in: clone, times: 1 + dice.roll(3))
    try save(clone)
    try run("git checkout -q main", in: clone)
    if dice.once(in: 2) { try lookAtAll(of: clone) }
    try work(in: clone, times: 1 + dice.roll(2))
    try save(clone)
    try pull(clone, dice.once(in: 3) ? "rebase -q side" : "merge -q --no-edit side")
    try run("git branch -q -D side", in: clone)
  }

  /// Work that is not committed makes way for a pull, and comes back.
  func stash(_ clone: Clone) throws {
    try work(in: clone, times: 1 + dice.roll(2))
    let isDirty = try !ask("git status --porcelain", in: clone).text.isEmpty
    guard isDirty else { return }
    let way = dice.pick(["", " -u"])
    try run("git stash push -q\(way)", in: clone)
    let isStashed = try !ask("git stash list", in: clone).text.isEmpty
    if dice.once(in: 3) { try look(at: clone) }
    if dice.once(in: 3) { try work(in: clone, times: 1) }
    try save(clone)
    try pull(clone, "pull -q --no-edit origin main")
    if dice.once(in: 3) { try look(at: clone) }
    guard isStashed else { return }
    try save(clone)
    let popped = try run("git stash pop -q", in: clone, allowing: [0, 1]).status == 0
    if !popped { try takeStash(clone) }
    try save(clone)
  }

  /// A stash that met conflicts: as in a merge, and then it is dropped.
  private func takeStash(_ clone: Clone) throws {
    try resolve(clone)
    try run("git stash drop -q", in: clone)
  }

  /// Goes back to an older commit; what no other copy has is gone, as was asked for.
  func hardReset(_ clone: Clone) throws {
    let before = Set(events(in: clone).map(\.id))
    try run(
      "git reset -q --hard $(git rev-list --first-parent -n \(1 + dice.roll(4)) HEAD | tail -n 1)",
      in: clone)
    try forget(before.subtracting(events(in: clone).map(\.id)))
    if dice.once(in: 2) { try look(at: clone) }
    if dice.once(in: 2) { try work(in: clone, times: 1) }
    try save(clone)
    try pull(clone, "pull -q --no-edit origin main")
  }

  /// But for a merge commit: what is added to one is lost in the next rebase, which leaves it out.
  func amend(_ clone: Clone) throws {
    try work(in: clone, times: 1)
    try run(
      "git rev-parse -q --verify HEAD^2 >/dev/null || { git add -A && git commit -q --amend --no-edit; }",
      in: clone)
  }

  /// The clone is thrown away, with what it never shared, and made again.
  func cloneAgain(_ clone: Clone) throws {
    let before = Set(events(in: clone).map(\.id))
    try pull(clone, "pull -q --no-edit origin main")
    try save(clone)
    try push(clone)
    try git("--version >/dev/null && rm -rf \(clone.name)")
    try git("clone -q \"file://$PWD/origin.git\" \(clone.name)")
    try forget(before.subtracting(events(in: clone).map(\.id)))
  }

  /// Strikes from the ledger what neither another clone nor the common repository holds.
  private func forget(_ gone: Set<String>) throws {
    guard !gone.isEmpty else { return }
    var kept = Set(clones.flatMap { events(in: $0) }.map(\.id))
    let common = Clone(name: "origin.git", yearsOff: 0)
    let text = try ask(
      "git ls-tree -r --name-only main events | while read f; do git show main:$f; done", in: common
    ).text
    kept.formUnion(text.split(separator: "\n").compactMap { LoggedEvent(String($0))?.id })
    ledger.throwAway(gone.subtracting(kept))
  }
}
