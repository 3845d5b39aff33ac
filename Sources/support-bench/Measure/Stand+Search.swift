/// Texts are searched; the words come from the tickets themselves.
extension Stand {
  var searching: [Heat] {
    [
      heat("search rare") { search { ($0.rare, $0.rare) } },
      heat("search and") {
        search { ("\($0.both.0) \($0.both.1)", "\($0.both.0) AND \($0.both.1)") }
      },
      heat("search or") { search { (Self.either($0), "\($0.common.0) OR \($0.common.1)") } },
      heat("search phrase") {
        search { words in
          let phrase = "\"\(words.phrase.0) \(words.phrase.1)\""
          return (phrase, phrase)
        }
      },
      heat("search prefix") { search { ("\($0.prefix)*", "\($0.prefix)*") } },
    ]
  }

  /// Two words that are in very many tickets, any of them.
  static func either(_ words: SearchWords) -> String { "\(words.common.0) or \(words.common.1)" }

  /// A search as we and as FTS5 write it.
  private func search(_ query: (SearchWords) -> (ours: String, theirs: String)) -> (Trial, Peer)? {
    guard let words else { return nil }
    let (ours, theirs) = query(words)
    return (support("ticket search \(ours)") { _ in ["ticket", "search", ours] }, match(theirs))
  }
}
