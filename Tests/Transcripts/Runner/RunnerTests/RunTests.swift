import TestPrograms
import Testing

/// Runs small sessions for real, the failing ones too.
struct RunTests {
  @Test func `A session that prints what it says has no failures`() throws {
    let report = try Session("  $ cd ..; x=1\n  $ echo $x; false\n  1\n  [1]\n  $ echo $?\n  1\n")
      .run(as: "a.md")
    #expect(report.failures == [])
    #expect(report.rewritten == nil)
  }

  @Test func `A session that prints something else fails at its line and can be accepted`() throws {
    let report = try Session("Prose.\n\n  $ echo new; pwd\n  old\n").run(as: "a.md")
    #expect(report.failures.map(\.line) == [3])
    #expect(report.failures.first?.text.contains("@@ a.md:4 @@\n-old\n+new\n") == true)
    #expect(report.rewritten == "Prose.\n\n  $ echo new; pwd\n  new\n  [..]/work\n")
  }

  @Test func `A shell that ends too early is a failure that nobody can accept`() throws {
    let report = try Session("  $ echo here; exit 3\n  $ true\n  different\n").run(as: "a.md")
    #expect(report.unfinished?.line == 1)
    #expect(report.unfinished?.text.hasPrefix("the shell ended with status 3 in: echo") == true)
    #expect(report.unfinished?.text.hasSuffix("printed so far:\nhere") == true)
    #expect(report.rewritten == nil)
  }

  @Test func `The last command may end the shell`() throws {
    #expect(try Session("  $ echo here; exit 3\n  here\n  [3]\n").run(as: "a.md").failures == [])
  }

  @Test func `A command that hangs is killed with all it started`() throws {
    let begun = ContinuousClock.now
    let report = try Session("Timeout: 1\n  $ echo here; sleep 60 | sleep 60\n").run(as: "a.md")
    #expect(report.unfinished?.text.hasPrefix("the time was up (1.0 seconds) in: echo") == true)
    #expect(report.unfinished?.text.hasSuffix("here") == true)
    #expect(ContinuousClock.now - begun < .seconds(10))
  }

  @Test func `What runs on in the background neither holds the test up nor survives it`() throws {
    let sandbox = try Sandbox()
    let ended = try sandbox.run("(sleep 1; touch alive) & echo here")
    #expect(ended.text == "here\n")
    #expect(ended.status == 0)
    #expect(try sandbox.run("sleep 1.2; test -e alive").status == 1)
  }

  @Test func `A transcript without its programs is not run`() throws {
    let report = try Session("Needs: sh, no-such-program\n  $ false\n").run(as: "a.md")
    #expect(report.missing == ["no-such-program"])
    #expect(report.failures == [])
  }

  @Test func `A program that is not there says where it was looked for`() {
    #expect(throws: Program.Missing.self) { try Program.built("no-such-program") }
  }
}
