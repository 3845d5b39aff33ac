import SupportModel

/// Queries, and the documents that people judged to answer them.
///
/// Queries are lines of JSON: `{"id": ID, "text": TEXT}`. Judgements are lines of a query, a
/// document and a gain, parted by tabs or spaces; a fourth column before the document, as TREC has
/// it, is passed over, and so is a first line that names the columns.
package struct JudgedQueries: Sendable {
  package struct Query: Sendable {
    package let id: String
    package let text: String
  }

  package private(set) var queries: [Query] = []
  /// By query, by document.
  package private(set) var gains: [String: [String: Double]] = [:]
  private var queryReader: CollectionReader
  private var gainReader: CollectionReader

  /// Begins without any; the names of the files are those of errors.
  package init(queries: String, judgements: String) {
    queryReader = CollectionReader(queries)
    gainReader = CollectionReader(judgements)
  }

  /// Takes the next line of queries.
  package mutating func add(query line: [UInt8]) throws {
    guard let line = queryReader.text(line) else { return }
    let object = try queryReader.object(line)
    let id = try queryReader.id(object)
    guard let text = try queryReader.text("text", of: object) else {
      throw queryReader.error(.missing(member: "text"))
    }
    queries.append(Query(id: id, text: text))
  }

  /// Takes the next line of judgements.
  package mutating func add(judgement line: [UInt8]) throws {
    guard let line = gainReader.text(line) else { return }
    let separator: (UInt8) -> Bool =
      line.contains(0x09) ? { $0 == 0x09 } : { $0 == 0x20 }
    var words = line.split(whereSeparator: separator).map { String(decoding: $0, as: UTF8.self) }
    if words.count == 4 { words.remove(at: 1) }
    guard words.count == 3 else { throw gainReader.error(.notJudgement) }
    guard let gain = Double(words[2]), gain.isFinite else {
      if gainReader.line == 1 { return }
      throw gainReader.error(.notGain(words[2]))
    }
    gains[words[0], default: [:]][words[1]] = gain
  }

  /// The judged queries under the names that judgements have for them, in order. Where positions,
  /// from 1, fit more of the judgements than ids do, queries are numbered by position.
  package var judged: [Query] {
    let numbered = queries.enumerated().map {
      Query(id: String($0.offset + 1), text: $0.element.text)
    }
    func judged(_ queries: [Query]) -> [Query] { queries.filter { gains[$0.id] != nil } }
    let (byID, byPosition) = (judged(queries), judged(numbered))
    return byPosition.count > byID.count ? byPosition : byID
  }
}
