/// Takes lines apart into blocks. What a quote or an item holds is parsed as a text of its own.
struct MarkdownBlockParser {
  let references: MarkdownReferences
  let depth: Int

  func blocks(of lines: ArraySlice<MarkdownLine>) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var rest = lines
    while let line = rest.first {
      if line.isBlank || references.isDefinition(line) {
        rest.removeFirst()
      } else if let block = block(&rest) {
        blocks.append(block)
      }
    }
    return blocks
  }

  /// Takes the block at the front.
  private func block(_ rest: inout ArraySlice<MarkdownLine>) -> MarkdownBlock? {
    let line = rest[rest.startIndex]
    if line.isIndented { return indentedCode(&rest) }
    if let fence = line.fence {
      rest.removeFirst()
      let inside = rest.prefix { !$0.closes(fence) }
      rest = rest.dropFirst(inside.count + 1)
      let text = inside.map { $0.dedented(line.indent).whole }.joined(separator: "\n")
      return .code(language: fence.language, text: text)
    }
    if let heading = line.heading {
      rest.removeFirst()
      return .heading(level: heading.level, inlines(heading.content))
    }
    if line.isRule {
      rest.removeFirst()
      return .rule
    }
    guard depth < Markdown.deepest else { return paragraph(&rest) }
    if line.quoted != nil { return quote(&rest) }
    if let item = MarkdownListItem(line) { return list(item, &rest) }
    return table(&rest) ?? paragraph(&rest)
  }

  private var inner: MarkdownBlockParser {
    MarkdownBlockParser(references: references, depth: depth + 1)
  }

  private func inlines(_ text: some StringProtocol) -> [MarkdownInline] {
    var parser = MarkdownInlineParser(String(text), references)
    return parser.inlines()
  }

  private func indentedCode(_ rest: inout ArraySlice<MarkdownLine>) -> MarkdownBlock {
    var code = rest.prefix { $0.isIndented || $0.isBlank }
    rest = rest.dropFirst(code.count)
    while code.last?.isBlank == true { code.removeLast() }
    return .code(language: "", text: code.map { $0.dedented(4).whole }.joined(separator: "\n"))
  }

  private func quote(_ rest: inout ArraySlice<MarkdownLine>) -> MarkdownBlock {
    var inside: [MarkdownLine] = []
    while let line = rest.first {
      if let quoted = line.quoted {
        inside.append(quoted)
      } else if goesOn(line, after: inside.last) {
        inside.append(line)
      } else {
        break
      }
      rest.removeFirst()
    }
    return .quote(inner.blocks(of: inside[...]))
  }

  private func list(
    _ first: MarkdownListItem, _ rest: inout ArraySlice<MarkdownLine>
  ) -> MarkdownBlock {
    var list = MarkdownList(start: first.number, isTight: true, items: [])
    while let item = rest.first.flatMap(MarkdownListItem.init), item.mark == first.mark {
      rest.removeFirst()
      let lines = self.lines(of: item, &rest)
      let blanks = rest.prefix(while: \.isBlank)
      if lines.dropFirst().contains(where: \.isBlank) { list.isTight = false }
      list.items.append(inner.blocks(of: lines[...]))
      let next = rest.dropFirst(blanks.count).first.flatMap(MarkdownListItem.init)
      guard next?.mark == first.mark else { break }
      if !blanks.isEmpty { list.isTight = false }
      rest = rest.dropFirst(blanks.count)
    }
    return .list(list)
  }

  /// The lines that belong to an item; empty ones behind it stay.
  private func lines(
    of item: MarkdownListItem, _ rest: inout ArraySlice<MarkdownLine>
  ) -> [MarkdownLine] {
    var lines = [item.line]
    while let line = rest.first {
      let blanks = rest.prefix(while: \.isBlank).count
      guard blanks == 0 else {
        guard let next = rest.dropFirst(blanks).first, next.indent >= item.content else { break }
        lines += rest.prefix(blanks)
        rest = rest.dropFirst(blanks)
        continue
      }
      let isInside = line.indent >= item.content
      // The next item of a list may have any number.
      guard isInside || MarkdownListItem(line) == nil && goesOn(line, after: lines.last) else {
        break
      }
      lines.append(line.dedented(item.content))
      rest.removeFirst()
    }
    return lines
  }

  /// Whether a line is more of the paragraph that the line above it belongs to.
  private func goesOn(_ line: MarkdownLine, after above: MarkdownLine?) -> Bool {
    guard let above, !above.isBlank, !line.isBlank, !interruptsText(line) else { return false }
    return above.heading == nil && above.fence == nil && !above.isRule
  }

  private func interruptsText(_ line: MarkdownLine) -> Bool {
    guard !line.isIndented else { return false }
    return line.heading != nil || line.fence != nil || line.isRule || line.quoted != nil
      || MarkdownListItem(line)?.interruptsText == true
  }

  private func paragraph(_ rest: inout ArraySlice<MarkdownLine>) -> MarkdownBlock? {
    var text = ""
    repeat {
      let line = rest.removeFirst()
      text += (text.isEmpty ? "" : "\n") + line.text
      if let level = rest.first?.underline {
        rest.removeFirst()
        return .heading(level: level, inlines(trimmed(text)))
      }
    } while rest.first.map({ !$0.isBlank && (isTooDeep || !interruptsText($0)) }) ?? false
    return .paragraph(inlines(trimmed(text)))
  }

  private var isTooDeep: Bool { depth >= Markdown.deepest }

  private func table(_ rest: inout ArraySlice<MarkdownLine>) -> MarkdownBlock? {
    guard let top = rest.first, let below = rest.dropFirst().first,
      let alignments = MarkdownTable.alignments(below.text), top.text.contains("|")
    else { return nil }
    let header = MarkdownTable.cells(top.text)
    guard header.count == alignments.count else { return nil }
    rest = rest.dropFirst(2)
    let lines = rest.prefix { !$0.isBlank && !interruptsText($0) }
    rest = rest.dropFirst(lines.count)
    let rows = lines.map { line in
      let cells = MarkdownTable.cells(line.text).prefix(header.count).map { inlines($0) }
      return cells + Array(repeating: [], count: header.count - cells.count)
    }
    return .table(
      MarkdownTable(
        alignments: alignments, header: header.map { inlines($0) }, rows: rows))
  }
}

extension MarkdownTable {
  /// What a line such as `| :--- | ---: |` says of the columns; nil where it is no such line.
  static func alignments(_ line: Substring) -> [Alignment?]? {
    guard line.contains("-"), line.allSatisfy({ "|:- \t".contains($0) }) else { return nil }
    let cells = cells(line)
    let dashes = cells.map { $0.drop { $0 == ":" } }.map { $0.last == ":" ? $0.dropLast() : $0 }
    guard dashes.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" } }) else { return nil }
    return cells.map { cell in
      switch (cell.hasPrefix(":"), cell.hasSuffix(":")) {
      case (true, true): .center
      case (true, false): .left
      case (false, true): .right
      case (false, false): nil
      }
    }
  }

  /// The cells of a row; `\|` is no border.
  static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in trimmed(line) {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.count > 1, cells[0].isEmpty { cells.removeFirst() }
    if cells.count > 1, trimmed(cells[cells.count - 1]).isEmpty { cells.removeLast() }
    return cells.map { trimmed($0) }
  }
}
