import Testing

@testable import TextSearch

@Suite("Snippets")
struct SnippetTests {
  @Test(
    "show the best place with its matches marked",
    arguments: [
      ("Reset your password here.", "passwords", 80, "Reset your [password] here."),
      ("  two\n\n lines\t and \0 controls ", "line", 80, "two [lines] and controls"),
      ("no match at all in this rather long text", "zebra", 20, "no match at all in…"),
      ("one two three four five six seven", "five", 15, "…[five] six seven"),
      (
        "reset, and much later, a password. Then: reset password again", "reset password", 30,
        "…[password]. Then: [reset] [password]…"
      ),
      (
        "reset password, password reset", "\"password reset\"", 80,
        "reset password, [password reset]"
      ),
      ("Error ERR-4012 came", "err-4012", 80, "Error [ERR-4012] came"),
      ("Mail bob@example.com now", "example.com", 80, "Mail bob@[example].[com] now"),
      ("passing passwords", "passw*", 80, "passing [passwords]"),
      ("東京都の支店", "京都", 80, "東[京都]の支店"),
      ("keep this, not that", "keep -that", 80, "[keep] this, not that"),
      ("the end", "the", 80, "[the] end"),
      ("", "word", 80, ""),
      ("🙂🙂🙂🙂", "word", 2, "🙂🙂…"),
      ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "", 1, "👩‍👩‍👧‍👦…"),
      ("Is it done? (Yes.) And more follows", "done", 17, "Is it [done]? (Yes.)…"),
    ])
  func shows(text: String, query: String, length: Int, expected: String) {
    let snippet = Snippet(of: text, for: Query(query), length: length)
    #expect(snippet.rendered { "[\($0)]" } == expected)
  }

  @Test("mark only what is wanted in their field")
  func fields() {
    let query = Query("title:reset password", fields: ["title", "body"])
    let snippet = Snippet(of: "reset password", for: query, field: "body")
    #expect(snippet.rendered { "[\($0)]" } == "reset [password]")
  }

  @Test("are about as long as asked for, wherever they are cut", arguments: [1, 10, 50, 160])
  func lengths(length: Int) {
    let text = String(repeating: "some words and a needle, then more; ", count: 200)
    let snippet = Snippet(of: text, for: Query("needle more"), length: length)
    #expect(snippet.text.count <= length + 4)
    #expect(snippet.text.count >= length / 2)
  }
}
