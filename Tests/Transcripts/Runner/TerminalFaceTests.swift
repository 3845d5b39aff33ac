import TestPrograms
import Testing

/// What `support` does only where somebody sits at a terminal.
struct TerminalFaceTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run("support init --as ada")
  }

  /// Runs on a terminal, without a pager or colours unless a test wants them.
  private func terminal(
    _ command: String, columns: Int = 80, answering: KeyValuePairs<String, String> = [:],
    _ environment: [String: String] = [:]
  ) throws -> Ended {
    let usual = ["SUPPORT_PAGER": "cat", "NO_COLOR": "1", "SUPPORT_NOW": "2026-11-20T13:00:00Z"]
    return try Terminal.run(
      command, in: sandbox, columns: columns, answering: answering,
      environment: usual.merging(environment) { $1 })
  }

  private func open(_ subject: String, _ options: String = "") throws {
    let ended = try sandbox.run("support ticket new -s '\(subject)' -m 'The text.' \(options)")
    #expect(ended.status == 0)
  }

  // MARK: Many tickets

  @Test func `More than fifty tickets change only after a question, and are told as a number`()
    throws
  {
    let script = "for n in $(seq 1 51); do support ticket new -s $n -m text > /dev/null; done"
    _ = try sandbox.run(script: script, timeout: .seconds(60))
    let edit = "support ticket edit --where 'is:open' --tag"
    let refused = try terminal("\(edit) a", answering: ["[y/N] ": "n\n"])
    #expect(refused.text == "Change 51 tickets? [y/N] n\nsupport: error: nothing was done\n")
    #expect(refused.status == 1)
    let changed = try terminal("\(edit) b", answering: ["[y/N] ": "y\n"])
    #expect(changed.text == "Change 51 tickets? [y/N] y\n51 tickets changed\n")
    #expect(try terminal("\(edit) b --yes").text == "0 tickets changed\n51 unchanged\n")
    #expect(try terminal("\(edit) c --dry-run").text == "51 tickets would be changed\n")
    let few = try terminal("support ticket edit --where 'subject:51' --tag d").text
    #expect(few.hasSuffix(" edited\n") && !few.contains("?"))
  }

  // MARK: Tables

  @Test func `A table has a header, relative times and cut subjects, and fits the terminal`() throws
  {
    try open("Paper")
    try open(
      "Cannot sign in although the password is the one that was sent by mail yesterday evening",
      "--customer robert.the.builder@construction.example.com -p urgent --assign me")
    let ended = try terminal("support ticket list")
    #expect(
      ended.text == """
        ID             STATUS  PRIORITY  ASSIGNEE  DUE     SUBJECT
        261120-dz33gd  new     urgent    ada       1h ago  Cannot sign in although the …
        261120-2j7rz5  new     normal              in 1d   Paper

        """)
    for columns in [40, 70, 80, 200] {
      let lines = try terminal("support ticket list", columns: columns).text.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(columns < 70 || lines.allSatisfy { $0.count <= columns })
    }
  }

  @Test func `Policies are told one by one, with their mistakes, and fit the terminal`() throws {
    _ = try sandbox.run(
      script: """
        cat >support.json <<'END'
        {"format": 1, "sla": {"policies": [
          {"name": "gold", "when": "customer.tier:gold customer:@example.com,@example.org -tag:spam",
           "targets": {"high": {"first_response": "15m", "next_response": "30m", "resolution": "36h"},
                       "urgent": {"first_response": "5m"}, "critical": {"first_response": "5m"}},
           "categories": {"billing": {"high": {"resolution": "90m"}}},
           "pause_in": ["on_hold"], "pause_first_response": true,
           "escalate": {"team": "tier-2", "priority": "urgent", "tag": "late", "notify": ["ada"]}}]}}
        END
        """, timeout: .seconds(10))
    try open("Paper")
    let text = try terminal("support sla policies").text
    #expect(
      text == """
        1. gold: 0 open tickets
          when       customer.tier:gold customer:@example.com,@example.org -tag:spam
          calendar   24x7
          warns at   80%
          pauses in  on_hold, the first response too
          escalates  team tier-2, priority urgent, tag late, notify ada
          PRIORITY  CATEGORY  FIRST RESPONSE  NEXT RESPONSE  RESOLUTION
          critical            5m              -              -
          urgent              5m              -              -
          high                15m             30m            36h
          high      billing   -               -              1h30m
          warning    targets: a ticket of this priority gets no clock: low, normal
                     (no_target)
          warning    categories.billing: nothing has the category "billing"
                     (unknown_category)
          warning    escalate.team: no agent is in a team "tier-2" (unknown_team)

        """)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `COLUMNS counts before the terminal's own width`() throws {
    try open("Cannot sign in although the password is the one that was sent by mail yesterday")
    let wide = try terminal("support ticket list", ["COLUMNS": "160"]).text
    #expect(wide.contains("CUSTOMER"))
    #expect(wide.contains("sent by mail yesterday\n"))
  }

  @Test func `An empty list says that it is empty`() throws {
    let ended = try terminal("support ticket list")
    #expect(ended.text == "no tickets match\n")
    #expect(ended.status == 0)
  }

  @Test func `A body is wrapped on a terminal and whole in a pipe`() throws {
    let text = Array(repeating: "word", count: 40).joined(separator: " ")
    try sandbox.run("support ticket new -s Long -m '\(text)'")
    let shown = try terminal("support ticket show 2", columns: 50).text
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 50 })
    #expect(shown.contains("opened      2026-11-20 10:00 UTC (2h ago)"))
    #expect(try terminal("support ticket show 2 | cat").text.contains(text + "\n"))
  }

  @Test func `An explanation of clocks fits the terminal`() throws {
    try open("Cannot sign in", "--customer robert.the.builder@construction.example.com -p urgent")
    try sandbox.run("support ticket edit 2 -p critical")
    for columns in [80, 100] {
      let lines = try terminal("support sla explain 2", columns: columns).text
        .split(separator: "\n").map(String.init)
      #expect(
        lines.contains("First response: late by 2h29m59s. Due Fri 2026-11-20 10:30:01 after 30m."))
      #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
      #expect(lines.contains { $0.contains("priority critical") })
    }
  }

  // MARK: Bytes from strangers

  @Test func `What strangers wrote cannot move the cursor or colour the screen`() throws {
    _ = try sandbox.run(
      #"""
      support ticket new -s "$(printf 'red\033[31m\302\233 \342\200\256evil')" \
        -m "$(printf 'body\033[2J\r\nline\ttab\177')" \
        --customer "$(printf 'E\033[1mve <eve@example.com>')"
      """#)
    try sandbox.run(#"support agent add eve --name "$(printf 'E\033[1mve')""#)
    for command in [
      "ticket list", "ticket list --color never", "ticket show 2", "log", "agent show eve",
      "ticket list --format '%(subject)'", "ticket show 2 --format '%(subject)'",
    ] {
      let text = try terminal("support " + command, columns: 200).text
      #expect(
        !text.unicodeScalars.contains { "\u{1B}\u{9B}\u{202E}\u{7F}".unicodeScalars.contains($0) })
    }
    #expect(
      try terminal("support ticket list --format '%1B[1m%(subject)'", columns: 200).text
        .hasPrefix("\u{1B}[1mred^["))
    #expect(
      try terminal("support ticket list", columns: 200).text
        .contains("red^[[31m<U+009B> <U+202E>evil"))
    let shown = try terminal("support ticket show 2").text
    #expect(shown.contains("--- 1. E^[[1mve, 2026-11-20"))
    #expect(shown.contains("body^[[2J\nline\ttab^?\n"))
  }

  @Test func `An error repeats hostile words harmlessly`() throws {
    let ended = try terminal(#"support ticket show "$(printf '\033[2Jx')""#)
    #expect(ended.text.contains("\"^[[2Jx\" is no ticket id"))
  }

  // MARK: Colours

  @Test func `Colours come on a terminal, unless somebody says otherwise`() throws {
    try open("Paper", "-p urgent")
    func isColoured(_ command: String, _ environment: [String: String]) throws -> Bool {
      let quiet = ["SUPPORT_PAGER": "cat", "SUPPORT_NOW": "2026-11-20T10:00:09Z"]
      return try Terminal.run(
        command, in: sandbox, environment: quiet.merging(environment) { $1 }
      ).text.contains("\u{1B}[")
    }
    let list = "support ticket list"
    #expect(try isColoured(list, [:]))
    #expect(try !isColoured(list, ["NO_COLOR": "1"]))
    #expect(try isColoured(list, ["NO_COLOR": ""]))
    #expect(try !isColoured(list, ["TERM": "dumb"]))
    #expect(try !isColoured(list, ["SUPPORT_COLOR": "never"]))
    #expect(try !isColoured("support --color never ticket list", ["SUPPORT_COLOR": "always"]))
    #expect(try isColoured("support --color always ticket list", ["NO_COLOR": "1"]))
    #expect(try !isColoured("support ticket list | cat", [:]))
    #expect(try isColoured("support --color always ticket show 2 | cat", [:]))
  }

  // MARK: The editor

  @Test func `The editor writes what no option said`() throws {
    let ended = try terminal(
      "support ticket new -s Paper", ["SUPPORT_EDITOR": editor("From the editor.")])
    #expect(ended.status == 0)
    #expect(
      try sandbox.run("support ticket show $(support ticket list --format '%(id)')").text
        .hasSuffix("\nFrom the editor.\n"))
    #expect(try sandbox.run("ls .support/drafts").text == "")
  }

  @Test func `Whoever saves nothing has said nothing`() throws {
    let ended = try terminal("support ticket new -s Paper", ["SUPPORT_EDITOR": "cat"])
    #expect(ended.text.contains("# What is the matter? Subject: Paper\n"))
    #expect(ended.text.hasSuffix("support: error: the message is empty\n"))
    #expect(ended.status == 2)
    #expect(try sandbox.run("support ticket list --all; ls .support/drafts").text == "")
  }

  @Test func `An editor that fails is no message`() throws {
    let ended = try terminal("support ticket new -s Paper", ["SUPPORT_EDITOR": "false"])
    #expect(ended.text == "support: error: the editor \"false\" ended with status 1\n")
    #expect(ended.status == 1)
  }

  @Test func `A draft survives a command that fails, and is there the next time`() throws {
    try open("Paper")
    let failed = try terminal(
      "support ticket reply 2 --status nonsense", ["SUPPORT_EDITOR": editor("Much work.")])
    #expect(failed.status == 2)
    #expect(
      failed.text.contains("your text is kept in \(sandbox.folder)/.support/drafts/reply-2.md\n"))
    #expect(failed.text.contains("support: error: no status is called \"nonsense\""))
    let again = try terminal("support ticket reply 2", ["SUPPORT_EDITOR": "cat"])
    #expect(again.text == "Much work.\n261120-2j7rz5 answered, open\n")
    #expect(try sandbox.run("ls .support/drafts").text == "")
  }

  @Test func `An answer to what is no longer the end of the thread is sent only after a question`()
    throws
  {
    try open("Paper", "--customer 'Bob Li <bob@example.com>'")
    try sandbox.run(
      """
      printf '%s\\n' 'support --as customer:bob@example.com ticket reply 2 -m "Wait: it works!"' \\
        'support ticket note 2 -m "Bob called."' 'printf "My answer.\\n" > "$1"' > busy.sh
      """)
    let busy = ["SUPPORT_EDITOR": "sh busy.sh"]
    let question = "Send your answer all the same? [y/N] "
    let news = """
      2 new messages since you opened ticket 261120-2j7rz5:
        Bob Li: Wait: it works!
        ada (internal note): Bob called.

      """
    let refused = try terminal("support ticket reply 2", answering: [question: "n\n"], busy)
    #expect(refused.text.contains(news + question))
    #expect(refused.text.contains("your text is kept in"))
    #expect(refused.status == 1)
    #expect(!(try sandbox.run("support ticket show 2").text.contains("My answer.")))
    let sent = try terminal("support ticket reply 2", answering: [question: "y\n"], busy)
    #expect(sent.text.hasSuffix(question + "y\n261120-2j7rz5 answered, open\n"))
    #expect(try sandbox.run("support ticket show 2 | tail -n 1").text == "My answer.\n")
    let quiet = try terminal("support ticket reply 2", ["SUPPORT_EDITOR": editor("More.")])
    #expect(quiet.text == "261120-2j7rz5 answered, open\n")
    let gone = try terminal("support ticket reply zzzzzz", ["SUPPORT_EDITOR": editor("Lost.")])
    #expect(gone.status == 3 && !gone.text.contains("kept"))
  }

  @Test func `The first editor that is named is the one that opens`() throws {
    try open("Paper")
    let all = [
      "SUPPORT_EDITOR": editor("support"), "VISUAL": editor("visual"), "EDITOR": editor("editor"),
    ]
    func note(_ environment: [String: String]) throws -> String? {
      #expect(try terminal("support ticket note 2", environment).status == 0)
      return try sandbox.run("support ticket show 2 | tail -n 1").text
    }
    #expect(try note(all) == "support\n")
    try sandbox.run("support config editor \"\(editor("config"))\"")
    let visual = all.filter { $0.key != "SUPPORT_EDITOR" }
    #expect(try note(visual) == "config\n")
    try sandbox.run("support config editor --unset")
    #expect(try note(visual) == "visual\n")
    #expect(try note(["EDITOR": editor("editor")]) == "editor\n")
  }

  @Test func `An article is edited whole, and a mistake in it loses nothing`() throws {
    try sandbox.run("support kb new paper -t Paper -m 'Two boxes.'")
    let broken = try terminal(
      "support kb edit paper", ["SUPPORT_EDITOR": "sed -i.old 's/^title: /title /'"])
    #expect(broken.status == 1)
    #expect(broken.text.contains("your text is kept in"))
    #expect(try sandbox.run("support kb show paper --format '%(title)'").text == "Paper\n")
    let mended = try terminal(
      "support kb edit paper", ["SUPPORT_EDITOR": "sed -i.old 's/^title /title: New /'"])
    #expect(mended.text == "en/paper changed\n")
    #expect(try sandbox.run("support kb show paper --format '%(title)'").text == "New Paper\n")
  }

  /// A command that puts a text into the file it is given.
  private func editor(_ text: String) -> String { "printf '%s\\n' '\(text)' >" }

  // MARK: Questions

  @Test func `Only a yes removes an agent`() throws {
    try sandbox.run("support agent add ben")
    let question = "Remove the agent ben? [y/N] "
    for answer in ["n", "", "maybe"] {
      let ended = try terminal("support agent remove ben", answering: [question: answer + "\n"])
      #expect(ended.text == question + answer + "\nsupport: error: nothing was done\n")
      #expect(ended.status == 1)
    }
    #expect(try sandbox.run("support agent show ben").status == 0)
    let ended = try terminal("support agent remove ben", answering: [question: "y\n"])
    #expect(ended.text == question + "y\nben removed\n")
    #expect(try sandbox.run("support agent show ben").status == 3)
  }

  @Test func `With --yes nothing is asked`() throws {
    try sandbox.run("support agent add ben")
    #expect(try terminal("support agent remove ben --yes").text == "ben removed\n")
  }

  @Test func `An interrupted question changes nothing`() throws {
    try sandbox.run("support agent add ben")
    let ended = try terminal("support agent remove ben", answering: ["[y/N] ": "\u{3}"])
    #expect(ended.status == 130)
    #expect(try sandbox.run("support agent show ben").status == 0)
  }

  // MARK: The pager

  @Test func `The pager shows what a person reads, and nothing else`() throws {
    try open("Paper")
    try open("Pencils")
    let pager = ["SUPPORT_PAGER": "sed 's/^/| /'"]
    let listed = try terminal("support ticket list -n 1", pager).text
    #expect(listed.hasPrefix("| ID "))
    #expect(listed.contains("\nshowing 1 ticket; more with --cursor "))
    for command in [
      "support ticket list | cat", "support --no-pager ticket list", "support ticket list --json",
      "support ticket note 2j -m 'Two boxes.'", "support ticket list --format '%(id)'",
    ] {
      #expect(try !terminal(command, pager).text.contains("| "))
    }
    #expect(
      try terminal("support help ticket close", pager).text.hasPrefix("| support ticket close"))
    let unread = try terminal("support ticket show 2j", ["SUPPORT_PAGER": "true"])
    #expect(unread.text == "")
    #expect(unread.status == 0)
    #expect(try terminal("support ticket list --bogus", pager).text.hasPrefix("support: error:"))
  }

  @Test func `A pager that is left early is no error`() throws {
    let long = Array(repeating: "line\n", count: 50_000).joined()
    try long.write(toFile: sandbox.folder + "/long.txt", atomically: true, encoding: .utf8)
    try sandbox.run("support ticket new -s Long -F long.txt")
    let ended = try terminal("support ticket show 2", ["SUPPORT_PAGER": "head -n 1"])
    #expect(ended.text == "Long\n")
    #expect(ended.status == 0)
  }

  // MARK: Without a terminal

  @Test(arguments: [
    "support ticket new -s Pencils", "support ticket reply 2", "support ticket note 2",
    "support kb new a -t A", "support kb edit paper", "support agent remove ada",
    "support agent remove ben", "support ticket show", "support ticket edit 2",
  ])
  func `Nothing waits for a person who is not there`(_ command: String) throws {
    try open("Paper")
    try sandbox.run("support agent add ben; support kb new paper -t Paper -m 'Two boxes.'")
    // An input that never ends, as a daemon's may be.
    let ended = try sandbox.run("mkfifo input; sleep 30 >input & \(command) <input")
    #expect([2, 5].contains(ended.status))
    let half = try terminal("\(command) | cat; echo", ["SUPPORT_EDITOR": "false"])
    #expect(half.status == 0)
    #expect(!half.text.contains("the editor"))
  }
}
