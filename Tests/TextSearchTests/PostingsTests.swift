import Testing

@testable import TextSearch

@Suite("Postings")
struct PostingsTests {
  @Test("come back as they were written")
  func roundTrip() {
    var postings = Postings()
    let written = [
      (0, [at(0, 0)]), (1, [at(0, 5), at(0, 6), at(3, 1), at(63, 67_108_863)]),
      (90_000, [at(2, 300)]),
    ]
    for (document, occurrences) in written { postings.append(document, occurrences) }
    #expect(postings.count == 3)
    #expect(read(postings) == written.map { "\($0) \($1.map(\.bits))" })
  }

  @Test("of a phrase are those of its last word where the words follow each other in one field")
  func phrases() {
    let first = made([(1, [at(0, 3), at(1, 0)]), (2, [at(0, 0)]), (4, [at(0, 67_108_863)])])
    let second = made([(1, [at(0, 4), at(1, 7)]), (3, [at(0, 1)]), (4, [at(1, 0)])])
    #expect(read(.phrase([first, second])) == ["1 \([at(0, 4).bits])"])
    #expect(Postings.phrase([]).isEmpty)
    #expect(read(.phrase([first])) == read(first))
  }

  @Test("of several words are theirs together, document by document")
  func unions() {
    let first = made([(1, [at(0, 3)]), (7, [at(0, 1)])])
    let second = made([(0, [at(1, 0)]), (1, [at(0, 1)])])
    let union = Postings.union([first, Postings(), second])
    #expect(union.count == 3)
    #expect(
      read(union) == [
        "0 \([at(1, 0).bits])", "1 \([at(0, 1).bits, at(0, 3).bits])", "7 \([at(0, 1).bits])",
      ])
    #expect(read(union.inField(1)) == ["0 \([at(1, 0).bits])"])
  }

  private func at(_ field: Int, _ position: Int) -> Occurrence {
    Occurrence(field: field, position: position)
  }

  private func made(_ documents: [(Int, [Occurrence])]) -> Postings {
    var postings = Postings()
    for (document, occurrences) in documents { postings.append(document, occurrences) }
    return postings
  }

  private func read(_ postings: Postings) -> [String] {
    var (cursor, documents) = (postings.makeCursor(), [String]())
    while cursor.next() { documents.append("\(cursor.document) \(cursor.occurrences.map(\.bits))") }
    return documents
  }
}
