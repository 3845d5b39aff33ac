import Testing

@testable import CommandKit

@Suite struct HelpPageTests {
  private func page(
    _ words: String..., width: Int = 80, style: HelpStyle = .plain
  ) throws -> String {
    try HelpPage(Sample.table, width: width, style: style).render(for: words)
  }

  @Test func `The program's page is the way in`() throws {
    #expect(
      try page() == """
        support - a help desk in a folder

        USAGE
          support [-C DIR] [--as ACTOR] [--no-pager] COMMAND ...

        Tickets are files. Everything is plain text.

        COMMON COMMANDS
          init          Make a desk

          ticket list   List tickets
          ticket close  Close tickets

        MORE COMMANDS
          help        Explain a command
          completion  Print a completion script

        NOUNS
          ticket  What people ask for
          kb      Articles

        OPTIONS
          -C, --directory DIR  Work in another folder
              --as ACTOR       Act as somebody else
              --no-pager       Do not page
              --version        Show the version

        OPTIONS OF EVERY COMMAND
              --json[=FIELDS]  Write JSON
          -z, --null           End records with NUL
          -h, --help           Show this help

        TOPICS
          exit-codes  Exit codes

        Read more with `support help` and a noun, a command or a topic, or with `--help`
        after any command.

        """)
  }

  @Test func `A noun's page lists its verbs`() throws {
    #expect(
      try page("kb") == """
        support kb - Articles

        USAGE
          support kb VERB ...

        Answers, written once.

        COMMANDS
          search  Search articles

        Read about one with `support kb VERB --help`.

        """)
  }

  @Test func `A narrow command's page wraps everything`() throws {
    #expect(
      try page("ticket", "assign", width: 50) == """
        support ticket assign - Give tickets to somebody

        USAGE
          support ticket assign ID...
                                (AGENT | --team TEAM | --auto)
                                [-m TEXT]

        EXAMPLES
          support ticket assign k7q m2x ana

        ARGUMENTS
          ID...  The tickets; - reads ids from standard
                 input
          AGENT  Who takes it

        OPTIONS
              --team TEAM     A team
              --auto          Whoever has least to do
          -m, --message TEXT  What to say

        ALSO
          --json[=FIELDS], -z, -h, -C DIR, --as ACTOR,
          --no-pager

        Options that every command takes: `support
        --help`. Exit status: `support help exit-codes`.

        """)
  }

  @Test func `Details keep their items and verbatim lines`() throws {
    #expect(
      try page("ticket", "list").contains(
        """
        Terms are joined by *and*; a leading - negates one. Ways to say it:

        - `status:open` the status is open
        - `-tag:vip` the tag is missing

          support ticket list 'a | b'

        That is all.

        ARGUMENTS
        """))
  }

  @Test func `What is allowed and what holds otherwise is said`() throws {
    let page = try page("ticket", "list")
    #expect(page.contains("Only these; one of open, pending, closed; may be repeated"))
    #expect(page.contains("Sort by; one of created, priority (default: created)"))
    #expect(page.contains("How many at most; a whole number from 1 to 1000"))
    #expect(try self.page("ticket", "erase").contains("--reason TEXT  Why (required)"))
  }

  @Test func `Bold headings change nothing else`() throws {
    let bold = try page("ticket", "list", style: .bold)
    #expect(bold.contains("\u{1B}[1mUSAGE\u{1B}[0m\n"))
    let plain = bold.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    #expect(plain == (try page("ticket", "list")))
  }

  @Test func `Every command is listed on the page of everything, hidden ones nowhere`() {
    let page = HelpPage(Sample.table).render(.everything)
    for (path, _) in Sample.table.documented {
      #expect(page.contains("  " + path.joined(separator: " ")))
    }
    #expect(!page.contains("__complete"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func `No line is wider than asked for unless it must be`(width: Int) throws {
    let pages = Sample.table.documented.map { $0.path } + [[], ["ticket"], ["exit-codes"]]
    for path in pages {
      let page = try HelpPage(Sample.table, width: width).render(for: path)
      let examples = Sample.table.command(at: path)?.examples ?? []
      for line in page.split(separator: "\n") where !examples.contains(String(line.dropFirst(2))) {
        #expect(displayWidth(line) <= max(width, 60), "\(line)")
      }
    }
  }
}
