import TestPrograms
import Testing

/// What an article looks like where somebody sits at a terminal.
struct ArticleFaceTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run("support init --as ada")
  }

  private func write(_ body: String) throws {
    try sandbox.run(
      """
      mkdir -p kb/en
      cat > kb/en/lamp.md <<'...'
      ---
      title: Lamp
      status: published
      category: lamps/desk
      tags: bulb
      ---

      # Lamp

      \(body)
      ...
      """)
  }

  private func show(
    columns: Int = 60, _ environment: [String: String] = ["NO_COLOR": "1"]
  ) throws -> String {
    let usual = ["SUPPORT_PAGER": "cat", "SUPPORT_NOW": "2026-11-20T13:00:00Z"]
    return try Terminal.run(
      "support kb show lamp", in: sandbox, columns: columns,
      environment: usual.merging(environment) { $1 }
    ).text
  }

  private let head = """
    Lamp
    article     en/lamp
    status      published
    category    lamps/desk
    tags        bulb


    """

  @Test func `Markdown is laid out, without colours by plain characters`() throws {
    try write(
      """
      Any **E27** bulb of `60 W` fits, *also* ~~old~~ ones of other makers, see [the list](bulbs.md).

      ## Steps

      9. Unplug.
      10. Turn the bulb to the left, and keep turning until it comes out of its socket.
          - gently
          - not *hot*

      > Never touch
      > a hot bulb.

      ```sh
      lamp --off   # and wait
      ```

      | watt | fits |
      |-----:|:----:|
      | 60 | yes |
      | 100 | no, never |

      ***

      <https://lamps.example>
      """)
    #expect(
      try show() == head + """
        Any E27 bulb of `60 W` fits, also old ones of other makers,
        see the list <bulbs.md>.

        Steps
        -----

        9.  Unplug.
        10. Turn the bulb to the left, and keep turning until it
            comes out of its socket.
            • gently
            • not hot

        │ Never touch a hot bulb.

            lamp --off   # and wait

        watt │   fits
        ─────┼──────────
          60 │    yes
         100 │ no, never

        ────────────────────────────────────────

        https://lamps.example

        """)
  }

  @Test func `Looks are colours where there are any, over words and the blanks between them`()
    throws
  {
    try write("**One two** and [a *link*](https://x.example/a).\n\n## Next `step`")
    let text = try show(["TERM": "xterm"])
    #expect(text.hasPrefix("\u{1B}[1mLamp\u{1B}[0m\n"))
    #expect(
      text.hasSuffix(
        "\u{1B}[1mOne two\u{1B}[0m and \u{1B}[4ma \u{1B}[0m\u{1B}[3;4mlink\u{1B}[0m "
          + "\u{1B}[2m<https://x.example/a>\u{1B}[0m.\n\n\u{1B}[1mNext \u{1B}[0m"
          + "\u{1B}[1;36mstep\u{1B}[0m\n"))
  }

  @Test func `Lines fit the terminal, wide characters too`() throws {
    try write(
      "> - Many words that go on and on and on without any end that could be seen from here.\n"
        + "> - " + String(repeating: "灯泡", count: 40))
    for columns in [24, 40, 77] {
      let lines = try show(columns: columns).split(separator: "\n").dropFirst(5)
      #expect(
        lines.allSatisfy { line in
          line.reduce(0) { $0 + ($1 > "\u{2E80}" ? 2 : 1) } <= columns
        }, "\(lines)")
    }
  }

  @Test func `What a stranger wrote moves no cursor`() throws {
    try write("a\u{1B}[2Jb `c\u{202E}d` [e\u{7}](f)\n\n    \u{1B}]0;x\u{7}\n\n| \u{9B}1m |\n|---|")
    let text = try show()
    #expect(text.contains("a^[[2Jb `c<U+202E>d` e^G <f>\n"))
    #expect(text.contains("    ^[]0;x^G\n"))
    #expect(text.contains("<U+009B>1m\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `Categories are a tree`() throws {
    try write("Text.")
    let text = try Terminal.run(
      "support kb categories", in: sandbox, columns: 60, environment: ["NO_COLOR": "1"]
    ).text
    #expect(text == "CATEGORY  OWN  ALL\nlamps       0    1\n  desk      1    1\n")
  }

  @Test func `Only a yes writes a site among other files`() throws {
    try write("Text.")
    try sandbox.run("mkdir site && echo mine > site/mine.txt")
    let question = "Write among files that are not the site's, such as mine.txt? [y/N] "
    let refused = try Terminal.run(
      "support kb export --html site", in: sandbox, columns: 80, answering: [question: "n\n"],
      environment: ["NO_COLOR": "1"])
    #expect(refused.status == 1)
    #expect(try sandbox.run("ls site").text == "mine.txt\n")
    let written = try Terminal.run(
      "support kb export --html site", in: sandbox, columns: 80, answering: [question: "y\n"],
      environment: ["NO_COLOR": "1"])
    #expect(written.text.hasSuffix("site: 1 article in 8 files\n"))
    #expect(try sandbox.run("cat site/mine.txt").text == "mine\n")
  }
}
