/// The erasures as lines of a file that can be made again:
///
///     01M7W6C380000000000000000A customer 6h2m9xw0qk@erased.invalid SALT DIGEST
///     01M7W6C380000000000000000B ticket 261120-k7qx9m
extension Erasures: CustomStringConvertible {
  package var description: String {
    lines.map { "\($0.id) \($0.words.joined(separator: " "))\n" }.joined()
  }

  private var lines: [(id: EventID, words: [String])] {
    let people = persons.flatMap { salt, people in
      people.flatMap { digest, person in
        Set([person.oldest, person.newest]).map { id in
          (id: id, words: ["customer", person.pseudonym, salt, digest])
        }
      }
    }
    let records = contents.map { key, id in (id: id, words: [key.kind.rawValue, key.name]) }
    return (people + records).sorted { $0.id < $1.id }
  }

  /// Reads such lines; nil where they are anything else.
  package init?(_ text: String) {
    self.init()
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3 || words.count == 5, let id = EventID(words[0]),
        let kind = RecordKind(rawValue: words[1])
      else { return nil }
      let key = RecordKey(kind, words[2])
      let erasure: Erasure =
        words.count == 3 ? .content : .person(salt: words[3], digest: words[4])
      learn(erasure, of: key, id)
    }
  }
}
