/// English words so common that they say nothing about what a question is about.
///
/// They are indexed, for phrases need them; a query leaves them out when it has other words.
package enum StopWords {
  /// Whether a folded word is too common to rank by.
  package static func contains(_ word: String) -> Bool { words.contains(word) }

  static var all: [String] { Array(words) }

  private static let words = Set(
    """
    a about after again all also am an and any are aren't as at be because been before being both \
    but by can can't cannot cant could couldn't did didn't do does doesn't doing don't dont down \
    each few for from further had hadn't has hasn't have haven't having he he'd he'll her here \
    hers him his how i i'd i'll i'm i've if in into is isn't it its itself just me more most my \
    myself no nor not of off on once only or other our ours out over own same she she'd she'll \
    should shouldn't so some such than that the their theirs them then there these they they'd \
    they'll they're they've this those through to too under until up us very was wasn't we we'd \
    we'll we're we've were weren't what when where which while who whom why will with won't wont \
    would wouldn't you you'd you'll you're you've your yours
    """.split(separator: " ").map(String.init))
}
