import Testing

@testable import SupportModel

/// Templates: what is filled with what, and what is wrong with them.
struct TemplateTests {
  /// Templates in words: `a=Hello {{> b}}`.
  private func templates(_ words: [String]) -> [Template] {
    words.map { word in
      let name = String(word.prefix { $0 != "=" })
      return Template(name: name, title: name, body: String(word.dropFirst(name.count + 1)))
    }
  }

  private func rendered(
    _ words: [String], _ own: [String: String] = [:], language: String? = nil
  ) throws -> String {
    let all = templates(words)
    var values = TemplateValues(DeskSettings(), at: sampleTime)
    values.own = own
    var renderer = TemplateRenderer(values, language: language) { name in
      all.first { $0.name == name }
    }
    return try renderer.body([try #require(try renderer.template(all[0].name))])
  }

  @Test(
    "Places are filled",
    arguments: [
      ("a=Hello", "Hello"), ("a={{x}}", "1"), ("a={{ x }}!", "1!"), ("a={{y|two}}", "two"),
      ("a={{y|}}.", "."), ("a={{ y | two words }}", "two words"), ("a={{x|two}}", "1"),
      ("a=\\{{x}}", "{{x}}"), ("a={ {x} }", "{ {x} }"), ("a={{x}}{{x}}", "11"),
      ("a=}} {{x}}", "}} 1"), ("a={{evil}}", "{{x}} {{> a}}"), ("a={{empty|none}}", "none"),
      ("a={{y|a|b}}", "a|b"), ("a=\n\n{{x}}\n\n", "1"), ("a={{x.y|z}}", "dotted"),
    ])
  func filled(given: String, expected: String) throws {
    let own = ["x": "1", "evil": "{{x}} {{> a}}", "empty": "", "x.y": "dotted"]
    let pieces = TemplateText(reviewing: given, of: "a", line: 1).pieces
    let used = own.filter { value in
      pieces.contains { if case .variable(value.key, _, _) = $0 { true } else { false } }
    }
    #expect(try rendered([given], used) == expected)
  }

  @Test("A value that no template has a place for is mistyped, whatever is missing besides")
  func unused() throws {
    for given in ["a={{name|you}} {{x}}", "a={{name}} {{> b}}"] {
      #expect(throws: TemplateError.unused(name: "nmae", used: ["name", "x"])) {
        _ = try rendered([given, "b={{x}}"], ["nmae": "Bob"])
      }
    }
    #expect(try rendered(["a={{> b}}", "b={{name}}"], ["name": "Bob"]) == "Bob")
  }

  @Test("A template says what it includes, in its place, in the language that is wanted")
  func included() throws {
    let words = ["a=Hello,\n{{> b}}\nBye", "b=\n\nInside {{x}}\n", "b.fr=Dedans"]
    #expect(try rendered(words, ["x": "1"]) == "Hello,\nInside 1\nBye")
    #expect(try rendered(words, language: "fr-be") == "Hello,\nDedans\nBye")
  }

  @Test(
    "What is wrong is an error, whatever else is right",
    arguments: [
      (["a={{x"], "unclosed"), (["a={{x\n}}"], "unclosed"), (["a={{}}"], "badName"),
      (["a={{a b}}"], "badName"), (["a={{{x}}}"], "badName"), (["a={{.x}}"], "badName"),
      (["a={{x|{{customer.name}}}}"], "nested"), (["a={{x|\\{{y}}"], "nested"),
      (["a={{x|a {{> b}}"], "nested"),
      (["a={{> ../b}}"], "badName"), (["a={{> b}}"], "unknownInclude"),
      (["a={{ticket.nothing}}"], "unknownVariable"), (["a={{what.ever|x}}"], "unknownVariable"),
      (["a={{x}} {{y}}"], "missing"), (["a={{ticket.id}}"], "missing"), (["a={{> a}}"], "cycle"),
      (["a={{> b}}", "b={{> c}}", "c={{> b}}"], "cycle"),
    ])
  func wrong(given: [String], expected: String) throws {
    do {
      _ = try rendered(given)
      Issue.record("it is rendered")
    } catch let error as TemplateError {
      #expect("\(error)".hasPrefix(expected))
    }
  }

  @Test("All that is missing is named at once, with its lines")
  func missing() throws {
    let place = { TemplateError.Place(template: $0, line: $1) }
    do {
      _ = try rendered(["a={{x}}\n{{y|2}} {{x}}\n{{z}} {{> b}}", "b={{w}}"])
      Issue.record("it is rendered")
    } catch TemplateError.missing(let gaps) {
      let expected = [
        TemplateError.Gap(place: place("a", 1), name: "x"),
        .init(place: place("a", 2), name: "x"), .init(place: place("a", 3), name: "z"),
        .init(place: place("b", 1), name: "w"),
      ]
      #expect(gaps == expected)
    }
  }

  @Test("What doubles with each include is stopped")
  func growth() {
    let words = (1...40).map { "a\($0)={{> a\($0 + 1)}}{{> a\($0 + 1)}}" } + ["a41="]
    #expect(throws: TemplateError.self) { try rendered(words) }
    let long = String(repeating: "x", count: 200_000)
    let values = ["a={{x}}{{x}}{{x}}{{x}}{{x}}{{x}}"]
    #expect(throws: TemplateError.self) { try rendered(values, ["x": long]) }
  }

  @Test("A customer is called what their record says, else what they signed themselves")
  func name() throws {
    func greeting(_ more: JSON) throws -> String {
      var values = TemplateValues(DeskSettings(), at: sampleTime)
      var document = members(["id": "261120-k7qx9m", "customer": "bob@example.com"])
      document["messages"] = more
      values.ticket = Ticket(document)
      var renderer = TemplateRenderer(values, language: nil) { _ in nil }
      return try renderer.body(templates(["a=Hello {{customer.name|there}}"]))
    }
    let bob: JSON = ["author": "customer:bob@example.com", "author_name": "Bob"]
    let alice: JSON = ["author": "customer:alice@example.com", "author_name": "Alice"]
    let nameless: JSON = ["author": "customer:bob@example.com"]
    #expect(try greeting([alice, nameless, bob]) == "Hello Bob")
    // A split gave the ticket to somebody else than wrote it.
    #expect(try greeting([alice]) == "Hello there")
    let hidden: JSON = [
      "author": "customer:bob@example.com", "author_name": "B", "is_internal": true,
    ]
    #expect(try greeting([hidden]) == "Hello there")
  }

  @Test("A review finds all mistakes, with their lines")
  func review() {
    let all = templates([
      "a={{open\n{{ticket.nothing}}\n{{> gone}} {{> b}}\n{{a b}}", "b={{> c}}", "c={{> b}} {{x}}",
    ])
    let review = TemplateReview(all, DeskSettings(), categories: [])
    let found = all.map { template in
      review.mistakes(in: template).map { "\($0.line) \("\($0.error)".prefix { $0 != "(" })" }
    }
    #expect(found[0] == ["1 unclosed", "2 unknownVariable", "3 unknownInclude", "4 badName"])
    #expect(found[1] == ["1 cycle"])
    #expect(found[2] == ["1 cycle"])
    #expect(review.including("b") == ["a", "c"])
  }

  @Test("A file reads back as it was written, and mistakes in it are named")
  func file() throws {
    var template = Template(name: "refund", title: "Money back", body: "Hello\n")
    template.subject = "About {{ticket.order}}"
    template.categories = ["billing", "orders/returns"]
    (template.language, template.isActive, template.author) = ("en", false, "ada")
    template.createdAt = sampleTime
    let read = try Template(name: "refund", file: "f", text: template.text)
    #expect(read == template)
    #expect(read.lines == (body: 11, subject: 3, categories: 4))
    for header in [
      "titel: x", "active: maybe", "language: English", "categories: A B", "created_at: x",
    ] {
      #expect(throws: SettingsError.self) {
        try Template(name: "x", file: "f", text: "---\n\(header)\n---\n\nHello")
      }
    }
  }

  @Test(
    "A template of a category is for its tickets and those below",
    arguments: [
      ("billing", true), ("billing/refunds", true), ("billings", false), ("orders", false),
      (nil, false),
    ])
  func fits(category: String?, expected: Bool) {
    var template = Template(name: "refund", title: "", body: "")
    #expect(template.fits(category))
    template.categories = ["billing", "hardware"]
    #expect(template.fits(category) == expected)
  }
}
