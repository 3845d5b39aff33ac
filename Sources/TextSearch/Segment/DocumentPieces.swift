/// The words of one document in the order they were written, kept until the languages of its texts
/// are known.
struct DocumentPieces {
  private struct Written {
    let word: UInt32
    let place: Occurrence
  }

  /// A text of the document.
  private struct Piece {
    /// Where its words end.
    let end: Int
    /// Its language, where its own words tell.
    let language: Language?
  }

  private var words: [Written] = []
  private var pieces: [Piece] = []
  /// The votes of the piece at hand.
  private var votes = SIMD8<UInt32>()
  private var voters = 0

  /// More function words of a text than these are not needed.
  private static let mostVoters = 500

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    (votes, voters) = (SIMD8(), 0)
  }

  /// Adds a word of the piece at hand.
  mutating func add(_ word: Int, _ place: Occurrence) {
    words.append(Written(word: UInt32(word), place: place))
  }

  /// Counts what a word of the piece says about its language.
  mutating func count(_ votes: SIMD8<UInt32>) {
    guard voters < Self.mostVoters else { return }
    self.votes &+= votes
    voters += 1
  }

  /// Ends the piece at hand and begins another one.
  mutating func endPiece() {
    pieces.append(Piece(end: words.count, language: FunctionWords.language(by: votes)))
    (votes, voters) = (SIMD8(), 0)
  }

  /// Calls `body` with each word and the language to stem it in: the one given, or that of its own
  /// text. One that is too short to tell is taken to be in the language of the text before it, or of
  /// the first that tells, or in English.
  func forEachWord(
    in known: Language?, _ body: (_ word: Int, Occurrence, Language) -> Void
  ) {
    var language = known ?? pieces.lazy.compactMap(\.language).first ?? .english
    var start = 0
    for piece in pieces {
      language = known ?? piece.language ?? language
      for place in start..<piece.end {
        body(Int(words[place].word), words[place].place, language)
      }
      start = piece.end
    }
  }
}
