@testable import TextSearch

/// A segment's bytes in memory.
final class ByteSource: TextSource, Sendable {
  private let bytes: [UInt8]
  nonisolated(unsafe) private let base: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    base = .allocate(byteCount: bytes.count, alignment: 8)
    base.copyBytes(from: bytes)
  }

  deinit { base.deallocate() }

  var count: Int { bytes.count }

  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: base[range])
  }
}

/// Chance that falls the same each time, for documents and queries.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64 of Steele, Lea and Flood.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func next(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  /// Mostly a frequent word, sometimes a rare one.
  mutating func word() -> String {
    let rank = min(next(Self.words.count), next(Self.words.count), next(Self.words.count))
    return next(25) == 0 ? "n\(next(500))" : Self.words[rank]
  }

  mutating func text(_ most: Int) -> String {
    (0..<next(most)).map { _ in word() }.joined(separator: next(9) == 0 ? ", " : " ")
  }

  mutating func document() -> [String] {
    let texts = [text(6), text(next(12) == 0 ? 300 : 30), next(4) == 0 ? text(9) : ""]
    return next(10) == 0 ? Array(texts.prefix(next(3))) : texts
  }

  mutating func query() -> String {
    (0..<next(3) + 1).map { _ in clause() }.joined(separator: " ")
  }

  private mutating func clause() -> String {
    let sign = next(6) == 0 ? "-" : ""
    let field = next(5) == 0 ? ["title:", "body:", "note:"][next(3)] : ""
    let word = word()
    switch next(6) {
    case 0: return sign + field + word.prefix(next(4) + 1) + "*"
    case 1:
      return "\(sign)\(field)\"\(word) \(self.word())\(next(3) == 0 ? " " + self.word() : "")\""
    default: return sign + field + word
    }
  }

  mutating func misspelt() -> String {
    var letters = Array(word())
    letters.remove(at: next(letters.count))
    if next(2) == 0 { letters.insert("e", at: next(letters.count + 1)) }
    return word() + " " + String(letters)
  }

  /// Letters and digits that stand next to each other in some text.
  mutating func letters(from documents: [[String]]) -> String {
    while true {
      let text = documents[next(documents.count)].joined(separator: " ").lowercased()
      let runs = text.split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
      guard !runs.isEmpty else { continue }
      let run = runs[next(runs.count)]
      let letters = run.dropFirst(next(run.count)).prefix(next(6) + 1)
      if letters != "s" { return String(letters) }
    }
  }

  private static let words = [
    "the", "reset", "password", "printer", "passwords", "connection", "connected", "order",
    "e-mail",
    "email", "ERR-4012", "4012", "err", "bob@example.com", "bob", "is", "on", "fire", "ties",
    "tie-s",
    "tie", "Bob's", "don't", "O'Brien", "Zürich", "zurich", "Straße", "2026-11-20", "1,000",
    "v2.3.1",
    "U.S.A.", "boundary-layer", "東京都", "京", "京都", "支店", "ไทย", "привет", "мир", "news", "skies",
    "résumé", "e-e", "re\u{AD}set", "Ｆｕｌｌ", "x", "wi-fi", "a.b.c.d.e.f.g.h.i.j",
    "longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglong", "passed", "passing",
  ]
}
