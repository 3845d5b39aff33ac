import Testing

@testable import CommandKit

/// SplitMix64 (Steele, Lea and Flood, 2014), so that a failure can be repeated by its seed.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct ParserPropertyTests {
  /// Options that may be given together, each in all of its spellings.
  static let options: [[[String]]] = [
    [["-q"], ["--quiet"]], [["-z"], ["--null"]], [["--json=id"]], [["--no-pager"]],
    [["-n", "7"], ["-n7"], ["--limit=7"], ["--limit", "7"]],
    [["-s", "open"], ["-sopen"], ["--status", "open"], ["--status=open"]],
    [["--sort", "created"], ["--sort=created"]], [["-C", "-d"], ["--directory=-d"], ["-C-d"]],
  ]

  @Test(arguments: UInt64(1)...200)
  func `Options mean the same in any order and spelling`(seed: UInt64) throws {
    var random = SeededRandom(state: seed)
    let chosen = Self.options.filter { _ in Bool.random(using: &random) }
    let terms = ["status:open", "-tag:vip", "-", "word"]
    let plain = ["ticket", "list"] + chosen.flatMap { $0[0] } + terms
    var pieces = chosen.map { $0.randomElement(using: &random) ?? $0[0] }.shuffled(using: &random)
    for term in terms.reversed() {
      let floor = pieces.firstIndex { terms.contains($0[0]) } ?? pieces.count
      pieces.insert([term], at: Int.random(in: 0...floor, using: &random))
    }
    let expected = try #require(try Sample.table.call(plain))
    let mixed = try #require(try Sample.table.call(["ticket", "list"] + pieces.flatMap { $0 }))
    #expect(expected.call == mixed.call, "\(pieces)")
  }

  @Test(arguments: UInt64(1)...300)
  func `No line makes the parser crash, and two dashes keep every word`(seed: UInt64) throws {
    var random = SeededRandom(state: seed)
    let alphabet = ["-", "--", "=", ":", "q", "n", "m", "ticket", "list", " ", "'", "é", "日", "h"]
    let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random))
        .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
    }
    _ = try? Sample.table.parse(words)
    _ = try? Sample.table.parse(["ticket", "list"] + words)
    _ = Completer(Sample.table).suggest(words: words) { _ in [] }
    let kept = try #require(try Sample.table.call(["ticket", "list", "--"] + words))
    #expect(kept.call[Sample.filter] == words)
  }

  @Test(arguments: UInt64(1)...100)
  func `Quoted words survive splitting`(seed: UInt64) {
    var random = SeededRandom(state: seed)
    let alphabet = Array("ab '\"\\$|;\t")
    let words = (1...4).map { _ in
      String((0..<5).map { _ in alphabet.randomElement(using: &random) ?? "a" })
    }
    let quoted = words.map { word in
      "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: #"'\''"#) + "'"
    }
    #expect(ShellWords.split(quoted.joined(separator: " ")) == words)
  }
}
