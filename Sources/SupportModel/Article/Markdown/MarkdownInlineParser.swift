/// Takes the text of a block apart into inlines, by the method of CommonMark's appendix: marks are
/// collected in order, brackets are matched as they close, emphasis once its surroundings are known.
///
/// Everything that is looked for has a bound, so that a text of a megabyte of marks takes no longer
/// than one of words.
struct MarkdownInlineParser {
  private let bytes: [UInt8]
  private let references: MarkdownReferences
  private var place = 0
  /// From where on bytes are text that nothing has taken yet.
  private var textStart = 0
  private var items: [MarkdownItem] = []
  /// The open brackets among the items.
  private var brackets: [Bracket] = []
  /// Lengths of runs of backticks that have no partner in the rest of the text.
  private var unmatchedTicks: Set<Int> = []

  private struct Bracket {
    let item: Int
    let isImage: Bool
    /// Where the text inside begins.
    let start: Int
  }

  /// An address longer than this is text.
  private static let longestAddress = 2000
  private static let longestTicks = 32
  private static let mostBrackets = 1000

  init(_ text: String, _ references: MarkdownReferences) {
    (bytes, self.references) = (Array(text.utf8), references)
  }

  mutating func inlines() -> [MarkdownInline] {
    while place < bytes.count { step() }
    flush()
    return MarkdownItem.resolved(items[...]).nodes
  }

  private mutating func step() {
    switch bytes[place] {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "`"): codeSpan()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): run()
    case UInt8(ascii: "!") where byte(at: place + 1) == UInt8(ascii: "["):
      open(isImage: true, width: 2)
    case UInt8(ascii: "["): open(isImage: false, width: 1)
    case UInt8(ascii: "]"): close()
    case UInt8(ascii: "<"): angled()
    case UInt8(ascii: "&"): entity()
    case UInt8(ascii: "h"): bareAddress()
    case UInt8(ascii: "\n"): lineEnd()
    default: place += 1
    }
  }

  private func byte(at place: Int) -> UInt8? {
    bytes.indices.contains(place) ? bytes[place] : nil
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Makes what was passed over text.
  private mutating func flush() {
    if textStart < place { items.append(.node(.text(text(textStart..<place)))) }
    textStart = place
  }

  /// Puts an inline where the bytes up to `end` stand.
  private mutating func put(_ node: MarkdownInline, upTo end: Int) {
    flush()
    items.append(.node(node))
    (place, textStart) = (end, end)
  }

  private mutating func escape() {
    guard let next = byte(at: place + 1) else {
      place += 1
      return
    }
    if next == UInt8(ascii: "\n") {
      put(.lineBreak, upTo: place + 2)
    } else if MarkdownText.isPunctuation(next) {
      put(.text(text(place + 1..<place + 2)), upTo: place + 2)
    } else {
      place += 1
    }
  }

  /// Two blanks before the end of a line break it; any other end is a blank.
  private mutating func lineEnd() {
    var start = place
    while start > textStart, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    let end = place + 1
    let isHard = place - start >= 2
    place = start
    put(isHard ? .lineBreak : .text(" "), upTo: end)
  }

  private mutating func codeSpan() {
    let count = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
    let start = place + count
    guard count <= Self.longestTicks, !unmatchedTicks.contains(count),
      let end = ticks(count, from: start)
    else {
      unmatchedTicks.insert(count)
      place = start
      return
    }
    var code = text(start..<end).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: " ")[...]
    if code.first == " ", code.last == " ", code.contains(where: { $0 != " " }) {
      code = code.dropFirst().dropLast()
    }
    put(.code(String(code)), upTo: end + count)
  }

  /// Where the next run of exactly so many backticks begins.
  private func ticks(_ count: Int, from start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let run = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return place }
      place += run
    }
    return nil
  }

  private mutating func run() {
    let mark = bytes[place]
    let count = bytes[place...].prefix { $0 == mark }.count
    let (before, after) = (byte(at: place - 1), byte(at: place + count))
    flush()
    items.append(.run(MarkdownRun(mark, count: count, before: before, after: after)))
    place += count
    textStart = place
  }

  private mutating func open(isImage: Bool, width: Int) {
    guard brackets.count < Self.mostBrackets else {
      place += width
      return
    }
    flush()
    brackets.append(Bracket(item: items.count, isImage: isImage, start: place + width))
    items.append(.node(.text(isImage ? "![" : "[")))
    place += width
    textStart = place
  }

  private mutating func close() {
    guard let bracket = brackets.popLast() else {
      place += 1
      return
    }
    guard let (typed, end) = target(bracket) else {
      place += 1
      return
    }
    flush()
    let content = MarkdownItem.resolved(items[(bracket.item + 1)...])
    items.removeSubrange(bracket.item...)
    let address = MarkdownAddress.safe(MarkdownText.unescaped(typed))
    if bracket.isImage {
      let alt = content.nodes.plainText
      items.append(.node(address.map { .image(alt: alt, address: $0) } ?? .text(alt)))
    } else if let address {
      let inside = content.nodes.withoutLinks
      items.append(.node(.link(inside, address: address), depth: content.depth + 1))
      // There are no links in links.
      brackets.removeAll { !$0.isImage }
    } else {
      items += content.nodes.map { .node($0, depth: content.depth) }
    }
    (place, textStart) = (end, end)
  }

  /// The address that belongs to a bracket that closes here, and where it ends.
  private func target(_ bracket: Bracket) -> (address: String, end: Int)? {
    if byte(at: place + 1) == UInt8(ascii: "(") { return destination(from: place + 2) }
    guard !references.isEmpty else { return nil }
    var (label, end) = (bracket.start..<place, place + 1)
    if byte(at: end) == UInt8(ascii: "["),
      let close = bytes[(end + 1)...].prefix(MarkdownReferences.longestLabel + 1)
        .firstIndex(of: UInt8(ascii: "]"))
    {
      if close > end + 1 { label = end + 1..<close }
      end = close + 1
    }
    guard label.count <= MarkdownReferences.longestLabel else { return nil }
    return references.address(text(label)).map { ($0, end) }
  }

  /// `address "title")`, with the title passed over.
  private func destination(from start: Int) -> (address: String, end: Int)? {
    let limit = min(bytes.count, start + Self.longestAddress)
    var place = blanks(from: start, to: limit)
    let isBracketed = byte(at: place) == UInt8(ascii: "<")
    let first = isBracketed ? place + 1 : place
    place = first
    var depth = 0
    while place < limit {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), place + 1 < limit {
        place += 2
        continue
      }
      if isBracketed ? byte == UInt8(ascii: ">") : byte <= 0x20 { break }
      if !isBracketed, byte == UInt8(ascii: "(") { depth += 1 }
      if !isBracketed, byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      place += 1
    }
    guard place < limit else { return nil }
    let address = text(first..<place)
    place = blanks(from: isBracketed ? place + 1 : place, to: limit)
    if let quote = byte(at: place), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[(place + 1)..<limit].firstIndex(of: quote) else { return nil }
      place = blanks(from: end + 1, to: limit)
    }
    guard place < limit, bytes[place] == UInt8(ascii: ")") else { return nil }
    return (address, place + 1)
  }

  private func blanks(from start: Int, to limit: Int) -> Int {
    bytes[min(start, limit)..<limit].firstIndex { $0 > 0x20 } ?? limit
  }

  /// `<https://example.com>` and `<bob@example.com>`.
  private mutating func angled() {
    let rest = bytes[(place + 1)...].prefix(Self.longestAddress)
    guard let end = rest.firstIndex(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E }),
      bytes[end] == UInt8(ascii: ">"), end > place + 1
    else {
      place += 1
      return
    }
    let inside = text(place + 1..<end)
    let isMail = !inside.contains(":") && EmailAddress(inside) != nil
    let typed = isMail ? "mailto:" + inside : inside
    guard MarkdownAddress.hasScheme(typed), let address = MarkdownAddress.safe(typed) else {
      place += 1
      return
    }
    put(.link([.text(inside)], address: address), upTo: end + 1)
  }

  /// An address of the web without any marks.
  private mutating func bareAddress() {
    let rest = bytes[place...]
    let isBare = rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8)
    let isInWord = byte(at: place - 1).map { MarkdownText.isWordByte($0) } ?? false
    guard isBare, !isInWord else {
      place += 1
      return
    }
    let run = rest.prefix(Self.longestAddress).prefix { $0 > 0x20 && !"<`]".utf8.contains($0) }
    let end = MarkdownText.endOfAddress(run)
    let address = text(place..<end)
    guard address.utf8.count > "https://".utf8.count, let safe = MarkdownAddress.safe(address)
    else {
      place += 1
      return
    }
    put(.link([.text(address)], address: safe), upTo: end)
  }

  private mutating func entity() {
    guard let (character, end) = MarkdownText.entity(bytes[place...]) else {
      place += 1
      return
    }
    put(.text(character), upTo: end)
  }
}
