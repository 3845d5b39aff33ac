/// Words that add (`WORD`, `+WORD`) and words that take away (`-WORD`).
enum SignedWords {
  static func split(_ words: [String]) -> (add: [String], remove: [String]) {
    let remove = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
    let add = words.filter { !$0.hasPrefix("-") }.map {
      $0.hasPrefix("+") ? String($0.dropFirst()) : $0
    }
    return (add, remove)
  }
}
