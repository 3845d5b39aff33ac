import Testing

@testable import SupportModel

@Suite("The text of a filter") struct FilterTextTests {
  private typealias Samples = FilterSamples

  @Test(
    "has a normal form, which reads back as the same filter",
    arguments: [
      ("", ""), ("  a   b ", "a b"), ("(a)", "a"), ("--a", "a"), ("---a", "-a"),
      ("(a (b and c)) d", "a b c d"), ("a or (b or c)", "a or b or c"),
      ("(a or b) c", "(a or b) c"), ("-(a or -(b c))", "-(a or -(b c))"),
      ("STATUS:Waiting-For-Customer,open", "status:pending,open"),
      ("assigned_to:@Ada,ME,None", "assignee:ada,me,none"), ("tag:\"me\"", "tag:\"me\""),
      ("priority:>=medium", "priority:>=normal"), ("priority:..medium", "priority:..normal"),
      ("created:Mon..", "created:monday.."), ("created:-7D", "created:-7d"),
      ("created:\"2026-11-20\"", "created:2026-11-20"),
      (
        "created:\"2026-11-20t10:00\"..\"2026-11-20 11:00z\"",
        "created:2026-11-20T10:00..\"2026-11-20 11:00Z\""
      ),
      ("last-message:today", "last_message:today"), ("id:#K7QO", "id:k7q0"),
      ("subject:\"a  b\"", "subject:\"a b\""), ("subject:a..b", "subject:\"a..b\""),
      ("\"or\" \"a:b\" \"-a\" \"a\" x\"y", "\"or\" \"a:b\" \"-a\" a \"x\\\"y\""),
      ("category:/A//b/", "category:a/b"), ("category:A/b", "category:a/b"),
      ("category:a//b", "category:a/b"), ("category:a/", "category:a"), ("TAG:Vip", "tag:Vip"),
      ("field.Plan:x", "field.Plan:x"),
      ("sort:-activity a sort:id or b", "a or b sort:-last_message sort:id"),
      ("sort:-priority,created", "sort:-priority sort:created"), ("IS:Open", "is:open"),
      ("has:assigned_to,Attachments", "has:assignee,attachment"),
    ])
  func normalForm(_ text: String, _ normal: String) throws {
    let filter = try Samples.filter(text)
    #expect(filter.description == normal)
    #expect(try Samples.filter(normal) == filter)
  }

  @Test(
    "is joined from the words of a command line",
    arguments: [
      (["status:open", "tag:vip"], "status:open tag:vip"),
      (["subject:reset password"], "subject:\"reset password\""),
      (["-subject:reset password", "a"], "-subject:\"reset password\" a"),
      (["reset password"], "\"reset password\""), (["-reset password"], "-\"reset password\""),
      (["Re: invoice 5"], "\"Re: invoice 5\""), (["a \\ b"], "\"a \\\\ b\""),
      (["status:open priority:high"], "status:open priority:high"),
      (["reset password -tag:vip"], "reset password -tag:vip"),
      (["(a", "or", "b)"], "(a or b)"), (["(a or b)", "c"], "(a or b) c"),
      (["subject:\"reset password\" x"], "subject:\"reset password\" x"),
      (["created:>2026-11-20 10:00"], "created:>\"2026-11-20 10:00\""),
      (["status:open "], "status:open "), ([""], "\"\""), ([" "], "\"\""), ([], ""),
    ])
  func words(_ words: [String], _ text: String) { #expect(FilterWords.joined(words) == text) }

  @Test("an empty word of a script is an error, not everything")
  func emptyWord() {
    #expect(throws: FilterError.self) { try Filter.parse(words: [""], Samples.context()) }
  }

  @Test("flags come to terms, and parts to one filter")
  func flags() throws {
    let context = Samples.context()
    let status = try Filter.parse(.status, anyOf: ["open", "new,pending"], context)
    #expect(status == (try Samples.filter("status:open,new,pending")))
    let team = try Filter.parse(.team, anyOf: ["second line", "none"], context)
    #expect(team.description == "team:\"second line\",none")
    let words = try Samples.filter("a or b sort:id")
    let all = Filter.and([words, .everything, status])
    #expect(all.description == "(a or b) status:open,new,pending sort:id")
    #expect(Filter.everything.and(status) == status)
    #expect(throws: FilterError.self) { try Filter.parse(.status, anyOf: [""], context) }
  }

  @Test("survives printing and reading, whatever it is", arguments: 0..<40)
  func roundTrip(_ seed: UInt64) throws {
    var random = FilterRandom(state: seed)
    for _ in 0..<25 {
      let text = RandomFilter.text(depth: 3, &random)
      let filter = try Samples.filter(text)
      let printed = filter.description
      #expect(try Samples.filter(printed) == filter, "\(text) -> \(printed)")
      #expect(try Samples.filter(printed).description == printed)
    }
  }

  @Test("is read or refused, never more, whatever it is", arguments: 0..<20)
  func noise(_ seed: UInt64) {
    var random = FilterRandom(state: seed)
    let pieces = [
      "(", ")", "-", "\"", "\\", ":", ",", "..", ">", "<=", " ", "or", "and", "a", "é", "\u{301}",
      "status:", "created:", "-7d", "2026", "priority:", "high", "sort:", "field.x:", "me", "@",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0..<16, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      if let error = Samples.error(text) {
        #expect(error.offset + error.length <= text.count + 1)
        #expect(error.picture().contains("^"))
      } else {
        let filter = try? Samples.filter(text)
        #expect(filter.flatMap { try? Samples.filter($0.description) } == filter, "\(text)")
      }
    }
  }
}
