import Foundation

/// The end of a history: all exchange until nobody has anything new, and are then compared.
extension History {
  func settle() throws {
    for _ in 0..<8 {
      for clone in clones.shuffled(using: &dice) {
        try save(clone)
        try pull(clone, "pull -q --no-edit origin main")
        try look(at: clone)
        try save(clone)
        try push(clone)
      }
      if try isQuiet() { return }
    }
    throw Complaint("the clones never come to rest")
  }

  /// Whether all clones stand at one commit, with nothing to commit after reading everything.
  private func isQuiet() throws -> Bool {
    var heads: Set<String> = []
    for clone in clones {
      try lookAtAll(of: clone)
      let (text, _) = try run("git rev-parse HEAD && git status --porcelain", in: clone)
      heads.insert(text)
    }
    return heads.count == 1 && heads.allSatisfy { $0.split(separator: "\n").count == 1 }
  }

  func judge() throws {
    for clone in clones {
      try run("support --as ada fsck", in: clone)
      try run("support --as ada rebuild --yes", in: clone)
      let changed = try run("git status --porcelain", in: clone).text
      guard changed.isEmpty else { throw Complaint("rebuild changes \(clone.name):\n\(changed)") }
      try findLost(in: clone)
      try compareFiles(of: clone)
    }
    try foldInAnotherOrder()
  }

  private func findLost(in clone: Clone) throws {
    let lines = Dictionary(
      events(in: clone).map { ($0.id, $0.line) }, uniquingKeysWith: { first, _ in first })
    for id in ledger.due
    where lines[id] != ledger.lines[id] && lines[id]?.contains(#","scrubbed":""#) != true {
      throw Complaint(
        "\(clone.name) has lost an event: \(ledger.lines[id] ?? id)\nand has: \(lines[id] ?? "none")"
      )
    }
  }

  private func compareFiles(of clone: Clone) throws {
    let (files, _) = try ask("git -c core.quotePath=false ls-files", in: clone)
    let (first, here) = (folder(clones[0]), folder(clone))
    for file in files.split(separator: "\n").map(String.init)
    where first.text(file) != here.text(file) {
      throw Complaint("\(clone.name) has another \(file) than \(clones[0].name)")
    }
  }

  /// A desk that is given the same lines in another order makes the same documents of them.
  private func foldInAnotherOrder() throws {
    let folder = folder(clones[0])
    var lines = Set(folder.logLines()).sorted().shuffled(using: &dice)
    // A group of events at the end of a file has to be whole.
    if let whole = lines.firstIndex(where: { !$0.contains(#""part":"#) }) {
      lines.append(lines.remove(at: whole))
    }
    guard let newest = folder.files(in: "events").max(by: { day($0) < day($1) }) else { return }
    let file = day(newest) + "-0000.jsonl"
    try git("clone -q origin.git other && rm -r other/events other/tickets")
    let other = Clone(name: "other", yearsOff: 0)
    try run(
      "rm -rf customers && mkdir -p \(file.split(separator: "/").dropLast().joined(separator: "/"))",
      in: other)
    let text = lines.map { $0 + "\n" }.joined()
    try text.write(toFile: self.folder(other).path + "/" + file, atomically: true, encoding: .utf8)
    try run("support --as ada rebuild --yes", in: other)
    let changed = try run("git status --porcelain tickets customers", in: other).text
    guard changed.isEmpty else { throw Complaint("another order folds otherwise:\n\(changed)") }
  }

  /// `events/2026/11/20` of a log file.
  private func day(_ file: String) -> String { String(file.prefix(17)) }
}
