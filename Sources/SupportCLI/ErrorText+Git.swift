import SupportDesk

extension ErrorText {
  init(git error: GitError) {
    switch error {
    case .notInstalled:
      self.init("git is not installed", hint: "all other commands work without it")
    case .noRepository(let root):
      self.init("the desk in \(root) lies in no git repository", hint: "git init")
    case .failed(let command, let said):
      self.init("\(command) failed", lines: Self.indented(said))
    case .nobody:
      self.init(
        "git does not know who commits",
        hint: "git config user.email YOU@EXAMPLE.COM; git config user.name YOU")
    case .unfinished(let operation):
      self.init(
        "a \(operation.rawValue) is not finished", hint: Self.ending(of: operation), status: 5)
    case .conflicts(let files, let isAborted):
      self.init(
        "git cannot merge what was changed on both sides"
          + (isAborted ? "; the merge was taken back" : ""),
        hint: isAborted
          ? "git pull --no-rebase, mend the files, then support commit"
          : "mend the files, git add them, then support commit",
        status: 5, lines: Self.indented(files))
    case .detached:
      self.init("no branch is checked out", hint: "git switch BRANCH", status: 5)
    case .noRemote:
      self.init("there is no remote to sync with", hint: "git remote add origin URL")
    case .unknownRemote(let name, let known):
      self.init("no remote \"\(name)\"", hint: Self.hint(name, known), status: 3)
    case .unrelated(let remote, let branch):
      self.init(
        "\(remote)/\(branch) has nothing in common with this desk",
        hint: "clone the remote and work there, or name another remote", status: 5)
    case .unreachable(let remote, let said):
      self.init(
        "\(remote) cannot be reached",
        hint: "all is committed here; sync again when it can be", lines: Self.indented(said))
    case .rejected(let remote, let branch, let said):
      self.init("\(remote) does not take \(branch)", lines: Self.indented(said))
    case .outrun(let remote, let attempts):
      self.init(
        "\(remote) moved on before each of \(attempts) attempts", hint: "support sync", status: 5)
    case .neverQuiet:
      self.init(
        "other commands write to the desk all the time", hint: "support sync", status: 5)
    case .busy(let what, let holder):
      self.init(
        "another \(what) is at work: \(holder.isEmpty ? "another process" : holder)",
        hint: "try again when it is done", status: 5)
    }
  }

  private static func ending(of operation: GitOperation) -> String {
    switch operation {
    case .merge: "support commit ends it, git merge --abort takes it back"
    case .bisect: "git bisect reset"
    case .rebase, .cherryPick, .revert: "git \(operation.rawValue) --continue, or --abort"
    }
  }

  private static func indented(_ lines: [String]) -> [String] { lines.prefix(20).map { "  " + $0 } }
}
