/// A manual page's source as it grows.
struct ManText {
  private(set) var rendered: String

  init(page: String, date: String, source: String) {
    let title = Roff.quoted(page.uppercased())
    rendered = ".TH \(title) 1 \(Roff.quoted(date, escapesHyphens: false)) \(Roff.quoted(source))\n"
  }

  /// A text or request line that is escaped already.
  mutating func line(_ escaped: String) {
    rendered += escaped + "\n"
  }

  mutating func section(_ title: String) {
    line(".SH " + Roff.quoted(title))
  }

  mutating func section(_ title: String, _ shapes: [ParameterShape]) {
    guard !shapes.isEmpty else { return }
    section(title)
    for shape in shapes {
      tagged(Roff.unit(Synopsis.label(of: shape)), Roff.prose(shape.fullHelp))
    }
  }

  mutating func section(_ title: String, verbatim lines: [String]) {
    guard !lines.isEmpty else { return }
    section(title)
    verbatim(lines, startsSection: true)
  }

  mutating func section(_ title: String, prose text: String) {
    section(title)
    for (index, block) in ProseBlock.parse(text).enumerated() {
      switch block {
      case .paragraph(let text):
        if index > 0 { line(".PP") }
        line(Roff.line(Roff.prose(text)))
      case .item(let text):
        line(".IP \\(bu 2")
        line(Roff.line(Roff.prose(text)))
      case .verbatim(let lines): verbatim(lines, startsSection: index == 0)
      }
    }
  }

  /// A term and the paragraph that explains it.
  mutating func tagged(_ term: String, _ text: String) {
    line(".TP")
    line(Roff.line(term))
    line(Roff.line(text))
  }

  mutating func seeAlso(_ pages: [String]) {
    guard !pages.isEmpty else { return }
    section("SEE ALSO")
    for (index, page) in pages.enumerated() {
      line(".BR \(Roff.literal(page)) (1)" + (index + 1 < pages.count ? "," : ""))
    }
  }

  private mutating func verbatim(_ lines: [String], startsSection: Bool) {
    if !startsSection { line(".PP") }
    line(".RS 4")
    line(".nf")
    for text in lines.flatMap({ $0.split(separator: "\n") }) {
      line(Roff.line(Roff.literal(String(text))))
    }
    line(".fi")
    line(".RE")
  }
}
