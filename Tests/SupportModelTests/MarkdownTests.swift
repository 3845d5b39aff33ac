import Testing

@testable import SupportModel

struct MarkdownTests {
  private func blocks(_ text: String) -> [MarkdownBlock] { Markdown(text).blocks }

  private func inlines(_ text: String) -> [MarkdownInline] {
    guard case .paragraph(let content) = blocks(text).first else { return [] }
    return content
  }

  @Test("Blocks are what people mean by them")
  func everyBlock() {
    #expect(
      blocks(
        """
        # Title #
        Below it
        -----

        One
        two

        > quoted
        goes on
        > - item

        ```sh
        ls  <dir>

          in
        ```

            code

            more

        ***
        """) == [
          .heading(level: 1, [.text("Title")]),
          .heading(level: 2, [.text("Below it")]),
          .paragraph([.text("One two")]),
          .quote([
            .paragraph([.text("quoted goes on")]),
            .list(
              MarkdownList(start: nil, isTight: true, items: [[.paragraph([.text("item")])]])),
          ]),
          .code(language: "sh", text: "ls  <dir>\n\n  in"),
          .code(language: "", text: "code\n\nmore"),
          .rule,
        ])
  }

  @Test("Lists nest, number and spread as they are written")
  func lists() {
    func item(_ text: String) -> MarkdownBlock { .paragraph([.text(text)]) }
    let inner = MarkdownList(start: nil, isTight: true, items: [[item("b")], [item("c d")]])
    #expect(
      blocks("3. a\n   - b\n   - c\n     d\n4. e\n") == [
        .list(
          MarkdownList(start: 3, isTight: true, items: [[item("a"), .list(inner)], [item("e")]]))
      ])
    #expect(
      blocks("- a\n\n  b\n\n- c\n\nd") == [
        .list(
          MarkdownList(start: nil, isTight: false, items: [[item("a"), item("b")], [item("c")]])),
        item("d"),
      ])
    #expect(blocks("- a\n+ b").count == 2)
    #expect(blocks("text\n2. not a list") == [item("text 2. not a list")])
    #expect(blocks("-no\n1.no") == [item("-no 1.no")])
  }

  @Test("A table has the cells of its header, and keeps escaped bars")
  func tables() {
    #expect(
      blocks("| a | b |\n|:--|--:|\n| 1 \\| 2 | `x` | 3 |\n| only |\n\nafter") == [
        .table(
          MarkdownTable(
            alignments: [.left, .right], header: [[.text("a")], [.text("b")]],
            rows: [[[.text("1 | 2")], [.code("x")]], [[.text("only")], []]])),
        .paragraph([.text("after")]),
      ])
    #expect(blocks("a | b\n--|").count == 1)
  }

  @Test(
    "Marks mean what they mean",
    arguments: [
      ("*a* **b** ~~c~~ `d`", "<i>a</i> <b>b</b> <s>c</s> {d}"),
      ("***a***", "<i><b>a</b></i>"),
      ("**a *b* c**", "<b>a <i>b</i> c</b>"),
      ("a * b * c", "a * b * c"), ("snake_case_name", "snake_case_name"), ("_a_", "<i>a</i>"),
      ("2*3*4", "2<i>3</i>4"), ("*open", "*open"), ("**a*", "*<i>a</i>"),
      ("\\*a\\* \\q", "*a* \\q"), ("`` a`b ``", "{a`b}"), ("`a", "`a"),
      ("a  \nb\\\nc\nd", "a|b|c d"), ("&lt;b&gt; &#65; &nosuch;", "<b> A &nosuch;"),
      ("<b onclick=x>a</b>", "<b onclick=x>a</b>"),
      ("[a *b*](https://x.org)", "[a <i>b</i>](https://x.org)"),
      ("[a](<x y> 'title')", "[a](xy)"), ("[a](x(1))", "[a](x(1))"), ("[a](x", "[a](x"),
      ("![a *b*](x.png)", "!(a b)(x.png)"),
      ("[![i](i.png)](x)", "[!(i)(i.png)](x)"), ("[a [b](c) d](e)", "[a [b](c) d](e)"),
      (
        "<https://x.org/?a=b> <bob@example.com>",
        "[https://x.org/?a=b](https://x.org/?a=b) [bob@example.com](mailto:bob@example.com)"
      ),
      ("See https://x.org/a_b_(c), ok.", "See [https://x.org/a_b_(c)](https://x.org/a_b_(c)), ok."),
      ("(http://x.org)", "([http://x.org](http://x.org))"),
      ("[https://x.org](https://y.org)", "[https://x.org](https://y.org)"),
      ("[a][Ref] [ref] [no]\n\n[REF]: /there 'Title'", "[a](/there) [ref](/there) [no]"),
    ])
  func marks(text: String, meaning: String) {
    #expect(Self.picture(inlines(text)) == meaning)
  }

  /// A short picture of inlines, for comparison.
  private static func picture(_ content: [MarkdownInline]) -> String {
    content.map { inline in
      switch inline {
      case .text(let text): text
      case .code(let code): "{\(code)}"
      case .emphasis(let inside): "<i>\(picture(inside))</i>"
      case .strong(let inside): "<b>\(picture(inside))</b>"
      case .struck(let inside): "<s>\(picture(inside))</s>"
      case .link(let inside, let address): "[\(picture(inside))](\(address))"
      case .image(let alt, let address): "!(\(alt))(\(address))"
      case .lineBreak: "|"
      }
    }.joined()
  }

  @Test(
    "An address that could run something, or leave the site unseen, is no link",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "java\u{9}script:alert(1)",
      "&#106;avascript:alert(1)", "javascript&colon;alert(1)x:", "\u{1}javascript:alert(1)",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.example", "",
    ])
  func hostileAddresses(address: String) {
    for text in ["[a](<\(address)>)", "![a](<\(address)>)", "<\(address)>"] {
      let content = inlines(text)
      #expect(
        content.allSatisfy { inline in
          switch inline {
          case .link(_, let address), .image(_, let address):
            !address.contains(":") && !address.hasPrefix("//") && !address.isEmpty
          default: true
          }
        }, "\(content)")
    }
  }

  @Test(
    "Addresses are written so that they end where they end",
    arguments: [
      ("a b.md", "ab.md"), ("x?q=\"><script>", "x?q=%22%3E%3Cscript%3E"), ("ü", "%C3%BC"),
      ("50%", "50%25"), ("a%20b", "a%20b"), ("\\\\evil", "%5Cevil"),
      ("mailto:a@b.org", "mailto:a@b.org"), ("#there", "#there"), ("a:b", nil),
    ] as [(String, String?)])
  func addresses(typed: String, safe: String?) {
    #expect(MarkdownAddress.safe(MarkdownText.unescaped(typed)) == safe)
  }

  @Test(
    "However many marks there are, a text is read in a moment",
    arguments: [
      "[", "](", "![", "*", "*a ", "**a*", "_a_ ", "~", "`", "` `` ", "<", "&", "> ", ">", "- ",
      "1. ", "[a](", "[a]: b\n", "http://a ", "[http://a", "![[a](b)", "|", "|-", "a\n-", "*a_ ",
      "\\", "#", "    ", "\n", "\u{0}", "a\n\n- ", "<a@", "*[a](b", "~~a~~", "é*", "***a** ",
    ])
  func hostileTexts(piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let clock = ContinuousClock()
    var markdown = Markdown("")
    let took = clock.measure { markdown = Markdown(text) }
    #expect(took < .seconds(10), "\(took)")
    #expect(markdown.plainText.utf8.count <= 2 * text.utf8.count)
  }

  @Test("A list in lists, a quote in quotes and emphasis in emphasis end somewhere")
  func nesting() {
    let levels = 500
    let list = (0..<levels).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    let quote = String(repeating: "> ", count: levels) + "a"
    let emphasis =
      String(repeating: "*a **b ", count: levels)
      + String(repeating: "b** a* ", count: levels)
    for text in [list, quote, emphasis] {
      #expect(Markdown(text).plainText.contains("a"))
    }
  }

  @Test("An opening is the first paragraph, cut between words")
  func opening() {
    #expect(Markdown("# Title\n\nOne **two** three").opening(length: 100) == "One two three")
    #expect(Markdown("One two three").opening(length: 9) == "One two…")
    #expect(Markdown("- a").opening(length: 9) == "")
  }

  @Test("What is said has no marks in it")
  func plainText() {
    #expect(
      Markdown("# A *b*\n\n- c\n- [d](e)\n\n| f | g |\n|---|---|\n| h | i |\n\n```\nj\n```")
        .plainText == "A b\nc\nd\nf\ng\nh\ni\nj")
  }
}
