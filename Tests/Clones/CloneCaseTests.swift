import Testing

/// What single uses of git must not do to a desk, each beside a second clone.
struct CloneCaseTests {
  private let history: History
  private let (here, there): (Clone, Clone)

  init() throws {
    history = try History(seed: 0)
    try history.begin()
    here = history.clones[0]
    there = try history.join(by: "clone")
  }

  @Test func `Packing and pruning change nothing`() throws {
    for clone in [here, there] {
      try history.work(in: clone, times: 4)
      try history.save(clone)
      try history.run("git gc -q --prune=now", in: clone)
      try history.lookAtAll(of: clone)
    }
    try history.git("-C origin.git gc -q --prune=now")
    try history.settle()
    try history.judge()
  }

  @Test func `A clone with line ends of Windows has the same desk`() throws {
    try history.change("support --as ada kb new soap -t Soap -m 'Two\nlines.'", in: here)
    try history.save(here)
    try history.push(here)
    let windows = try history.join(by: "clone -c core.autocrlf=true")
    let desk = history.folder(windows)
    #expect(desk.text("kb/en/soap.md").contains("\r\n"))
    for file in desk.files(in: "events") + desk.files(in: "tickets") {
      #expect(!desk.text(file).contains("\r"))
    }
    try history.change("support --as ada kb edit soap --tag +red", in: windows)
    try history.change("support --as ada agent edit ben --name Ben", in: windows)
    try history.work(in: windows, times: 3)
    try history.save(windows)
    try history.settle()
    for clone in history.clones { try history.run("support --as ada fsck", in: clone) }
    let desks = [here, there].map(history.folder)
    for desk in desks { #expect(!desk.text("kb/en/soap.md").contains("\r")) }
    #expect(desks[0].text("kb/en/soap.md") == desks[1].text("kb/en/soap.md"))
  }

  @Test func `Branches that add to one log file merge without a hand`() throws {
    try history.run("git checkout -q -b side", in: here)
    try history.change("support --as ada ticket new -s One -m Text", in: here)
    // The mark of the first branch is lost, and with it the knowledge that the file was longer.
    try history.save(here)
    try history.run("git checkout -q main && rm -r .support/folded", in: here)
    try history.change("support --as ada ticket new -s Two -m Text", in: here)
    try history.save(here)
    try history.pull(here, "merge -q --no-edit side")
    try history.settle()
    try history.judge()
    #expect(history.folder(there).tickets().count == history.folder(here).tickets().count)
  }

  @Test func `A log that was copied over in place is folded by a check`() throws {
    try history.change("support --as ada ticket new -s One -m Text", in: here)
    for _ in 0..<2 {
      try history.work(in: here, times: 2)
      try history.run(
        "cp -r ../\(here.name)/events ../\(here.name)/attachments . 2>&-; true", in: there)
      try history.run("support --as ada fsck --repair", in: there)
      try history.lookAtAll(of: there)
    }
  }

  @Test func `A plain stash that leaves the new log file behind is seen through`() throws {
    let ticket = try #require(history.folder(there).tickets().first)
    try history.change("support --as ada ticket note \(ticket) -m Text", in: there)
    try history.run("git stash push -q", in: there)
    // Git has taken the document back, and nothing in the log has moved.
    try history.lookAtAll(of: there)
  }
}
