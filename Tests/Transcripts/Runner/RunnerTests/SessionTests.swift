import TestPrograms
import Testing

struct SessionTests {
  @Test func `A session is what is indented, and output goes on over blank lines`() throws {
    let session = try Session(
      """
      Closing.
        This belongs to the prose.

        $ support close \\
        > k7q
        one

          two

        [5]

        $ true
      More prose.
        > not output
      """)
    #expect(session.steps.map(\.command) == ["support close \\\nk7q", "true"])
    #expect(session.steps.map(\.expected) == [["one", "", "  two"], []])
    #expect(session.steps.map(\.status) == [5, 0])
    #expect(session.steps.map(\.line) == [4, 12])
    #expect(session.steps.map(\.body) == [5..<10, 12..<12])
  }

  @Test func `The clock ticks, and an at sign sets it`() throws {
    let session = try Session("  $ a\n  $ b\n  @ 2026-11-21T09:00:00Z\n  $ c\n  $ d\n")
    #expect(
      session.steps.map { Clock.text($0.now) } == [
        "2026-11-20T10:00:00.000Z", "2026-11-20T10:00:01.000Z",
        "2026-11-21T09:00:00.000Z", "2026-11-21T09:00:01.000Z",
      ])
    #expect(session.steps.map(\.seed) == [1, 2, 3, 4])
    #expect(throws: Clock.NotATime.self) { try Session("  @ noon\n") }
  }

  @Test func `Pages for readers run their console fences only`() throws {
    let session = try Session(
      """
      <!-- Needs: git, sqlite3 -->
        $ not this
      ```sh
      $ nor this
      ```
      <!-- @ 2026-11-21T09:00:00Z -->
      ```console
      $ support list
      one

      two
      $ support show
      ```
      """, style: .fenced)
    #expect(session.needs == ["git", "sqlite3"])
    #expect(session.steps.map(\.command) == ["support list", "support show"])
    #expect(session.steps.map(\.expected) == [["one", "", "two"], []])
    #expect(session.steps.map { Clock.text($0.now) }.first == "2026-11-21T09:00:00.000Z")
  }

  @Test func `Needs and a timeout stand before the first command`() throws {
    let session = try Session("Needs: git, rg.\nTimeout: 5\n  $ a\nNeeds: nothing\n")
    #expect(session.needs == ["git", "rg"])
    #expect(session.timeout == .seconds(5))
  }
}
