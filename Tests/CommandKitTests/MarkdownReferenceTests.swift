import Testing

@testable import CommandKit

@Suite struct MarkdownReferenceTests {
  static let pages = MarkdownReference(Sample.table).pages()

  @Test func `There is an index, a page for each noun and each topic`() {
    #expect(
      Self.pages.keys.sorted() == [
        "README.md", "exit-codes.md", "kb.md", "support.md", "ticket.md",
      ])
  }

  @Test func `Every link leads to a page and a heading that exist`() throws {
    var count = 0
    for text in Self.pages.values {
      for match in text.matches(of: /\]\(([^)#]+)#?([^)]*)\)/) {
        let page = try #require(Self.pages[String(match.1)])
        let anchors = page.split(separator: "\n").filter { $0.hasPrefix("#") }
          .map { $0.drop { "# ".contains($0) }.lowercased().replacing(" ", with: "-") }
        #expect(match.2.isEmpty || anchors.contains(String(match.2)))
        count += 1
      }
    }
    #expect(count > 20)
  }

  @Test func `A command's section has usage, tables and examples`() {
    #expect(
      Self.pages["ticket.md"]?.contains(
        """
        ## support ticket reply

        Answer a ticket.

        ```sh
        support ticket reply ID (-m TEXT | -F FILE) [--tag TAG]...
        ```

        | Argument | Meaning |
        | --- | --- |
        | `ID` | The ticket |

        | Option | Meaning |
        | --- | --- |
        | `-m, --message TEXT` | What to say |
        | `-F, --file FILE` | Read the text from a file |
        | `--tag TAG` | Add +TAG or take away -TAG; may be repeated |

        Examples:

        ```sh
        support ticket reply k7q -F answer.md
        ```
        """) == true)
  }

  static let escapes: [(String, String)] = [
    ("a*b_c", #"a\*b\_c"#), ("<b>", #"\<b\>"#), ("`a*b`", "`a*b`"), ("[x](y)", #"\[x\](y)"#),
  ]

  @Test(arguments: escapes)
  func `Nothing in a text is read as markup`(_ text: String, _ markdown: String) {
    #expect(Markdown.prose(text) == markdown)
  }

  @Test func `A table's cell holds no bar`() {
    #expect(Markdown.cell("`a|b`") == #"`a\|b`"#)
  }
}
