import CommandKit
import SupportModel

/// How a word looks, as SGR numbers (ECMA-48).
enum TextLook: Int {
  case bold = 1
  case dim = 2
  case italic = 3
  case underlined = 4
  case struck = 9
  case cyan = 36
}

/// Words with their looks, to be broken into lines. Looks take no room, so words are measured
/// before they get theirs.
struct StyledText {
  private struct Piece {
    var text: String
    var looks: Set<TextLook>
  }

  /// Between words there is a blank; a word may have pieces of different looks.
  private var lines: [[[Piece]]] = [[]]
  private var isInWord = false

  mutating func add(_ text: String, _ looks: Set<TextLook>) {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
    for (place, part) in parts.enumerated() {
      if place > 0 { isInWord = false }
      guard !part.isEmpty else { continue }
      let piece = Piece(text: Visible.line(String(part)), looks: looks)
      let last = lines.count - 1
      if isInWord {
        lines[last][lines[last].count - 1].append(piece)
      } else {
        lines[last].append([piece])
      }
      isInWord = true
    }
  }

  mutating func endLine() {
    lines.append([])
    isInWord = false
  }

  /// In columns, on one line.
  var width: Int {
    let words = lines.flatMap { $0 }
    return words.map(Self.width).reduce(0, +) + max(0, words.count - 1)
  }

  func lines(width: Int, _ isColoured: Bool) -> [String] {
    lines.flatMap { words in
      Self.broken(words.flatMap { Self.pieces(of: $0, width) }, width).map {
        Self.text($0, isColoured)
      }
    }
  }

  /// The text on one line, filled up with blanks.
  func padded(
    to width: Int, _ alignment: MarkdownTable.Alignment?, _ isColoured: Bool
  ) -> String {
    let space = max(0, width - self.width)
    let front = alignment == .right ? space : alignment == .center ? space / 2 : 0
    let blanks = { (count: Int) in String(repeating: " ", count: count) }
    return blanks(front) + Self.text(lines.flatMap { $0 }.map { ($0, true) }, isColoured)
      + blanks(space - front)
  }

  /// A word and whether a blank stands before it.
  private typealias Word = (pieces: [Piece], hasGap: Bool)

  private static func width(_ word: [Piece]) -> Int {
    word.map { displayWidth($0.text) }.reduce(0, +)
  }

  /// A word as it is, or character by character where it is too long and made of wide ones, which
  /// know no blanks.
  private static func pieces(of word: [Piece], _ width: Int) -> [Word] {
    let length = self.width(word)
    let count = word.map(\.text.count).reduce(0, +)
    guard length > width, length > count else { return [(word, true)] }
    return word.flatMap { piece in piece.text.map { Piece(text: String($0), looks: piece.looks) } }
      .enumerated().map { ([$1], $0 == 0) }
  }

  private static func broken(_ words: [Word], _ width: Int) -> [[Word]] {
    var lines: [[Word]] = [[]]
    var used = 0
    for word in words {
      let length = self.width(word.pieces)
      let gap = used > 0 && word.hasGap ? 1 : 0
      if used > 0, used + gap + length > width {
        lines.append([])
        used = 0
      }
      used += (used > 0 ? gap : 0) + length
      lines[lines.count - 1].append(word)
    }
    return lines
  }

  /// One piece after the other, each run of the same looks set off as a whole.
  private static func text(_ words: [Word], _ isColoured: Bool) -> String {
    var pieces: [Piece] = []
    for word in words {
      for (place, piece) in word.pieces.enumerated() {
        if place == 0, word.hasGap, let last = pieces.last {
          pieces.append(Piece(text: " ", looks: last.looks.intersection(piece.looks)))
        }
        pieces.append(piece)
      }
    }
    return joined(pieces).map { styled($0, isColoured) }.joined()
  }

  private static func joined(_ pieces: [Piece]) -> [Piece] {
    pieces.reduce(into: []) { joined, piece in
      if joined.last?.looks == piece.looks {
        joined[joined.count - 1].text += piece.text
      } else {
        joined.append(piece)
      }
    }
  }

  private static func styled(_ piece: Piece, _ isColoured: Bool) -> String {
    guard isColoured, !piece.looks.isEmpty else { return piece.text }
    let codes = piece.looks.map(\.rawValue).sorted().map(String.init).joined(separator: ";")
    return "\u{1B}[\(codes)m\(piece.text)\u{1B}[0m"
  }
}
