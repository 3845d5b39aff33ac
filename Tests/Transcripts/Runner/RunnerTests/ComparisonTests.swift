import Testing

struct ComparisonTests {
  @Test func `Wildcards match lines and parts of lines`() throws {
    #expect(try comparison("one\n  t[..]\n  ...\n  nine\n  ...", "one\ntwo\n3\n4\nnine\n").agrees)
    #expect(try !comparison("one\n  ...\n  nine", "one\ntwo\n").agrees)
    #expect(try comparison("...", "").agrees)
    #expect(try !comparison("...", "", status: 1).agrees)
  }

  @Test func `A mismatch is a diff that names its place`() throws {
    let text = "  $ cmd\n  > more\n  1\n  2\n  3\n  4\n  old\n  [..]\n  [5]\n"
    let step = try #require(try Session(text).steps.first)
    let comparison = Comparison(
      step, .init(output: Array("1\n2\n3\n4\nnew\nlast\n".utf8), status: 1))
    #expect(
      comparison.diff(of: step, in: "a.md") == """
        $ cmd
        > more
        --- expected
        +++ printed
        @@ a.md:4 @@
         2
         3
         4
        -old
        +new
         [..]
        -[5]
        +[1]
        """)
  }

  @Test func `Any lines take in nothing that another line explains`() throws {
    let changed = try comparison("old\n  now [..]\n  ...\n  end", "new\nnow 1\n2\n3\nlast\n")
    #expect(changed.accepted == ["new", "now [..]", "...", "last"])
  }

  @Test func `Blank lines and a missing line feed count`() throws {
    #expect(try !comparison("one", "one\n\n").agrees)
    #expect(try !comparison("one", "one").agrees)
    #expect(try !comparison("one\n\n  two", "one\ntwo\n").agrees)
  }

  @Test func `Accepting keeps prose, commands, wildcards and other steps`() throws {
    let session = try Session(
      """
      Prose.

        $ first
        at [..]
        old
        ...
        end
      Prose between.

        $ second
        same [..]

        $ third
        gone

      Last prose.

      """)
    let printed = ["at noon\nnew\n\n1\n2\nend\n", "same here\n", "> quoted\n\n"]
    let comparisons = zip(session.steps, printed).map {
      Comparison($0, .init(output: Array($1.utf8), status: $0.seed == 3 ? 3 : 0))
    }
    let accepted = session.rewritten(with: comparisons)
    #expect(
      accepted == """
        Prose.

          $ first
          at [..]
          new
          ...
          end
        Prose between.

          $ second
          same [..]

          $ third
          \\x3e quoted (esc)
           (esc)
          [3]

        Last prose.

        """)
    let again = try Session(accepted)
    for (step, output) in zip(again.steps, printed) {
      #expect(
        Comparison(step, .init(output: Array(output.utf8), status: step.status)).agrees)
    }
  }

  private func comparison(
    _ expected: String, _ printed: String, status: Int32 = 0
  ) throws -> Comparison {
    let step = try #require(try Session("  $ cmd\n  \(expected)\n").steps.first)
    return Comparison(step, .init(output: Array(printed.utf8), status: status))
  }
}
