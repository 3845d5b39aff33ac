import SupportModel
import TextSearch

/// Documents that belong to no desk, in memory, searched as tickets are: a title as a subject is, and
/// a text as messages are.
///
/// They are lines of JSON: `{"id": ID, "title": TEXT, "text": TEXT}`.
package struct DocumentCollection {
  private var ids: [String] = []
  private var reader: CollectionReader
  private var writer = SearchIndexWriter(fields: SegmentWriter.textFields)

  /// Begins without any; the name of the file is that of errors.
  package init(_ file: String) { reader = CollectionReader(file) }

  /// Takes the next line of documents.
  package mutating func add(_ line: [UInt8]) throws {
    guard let line = reader.text(line) else { return }
    let object = try reader.object(line)
    ids.append(try reader.id(object))
    let title = try reader.text("title", of: object) ?? ""
    writer.add([title, "", try reader.text("text", of: object) ?? ""])
  }

  /// What answers a text, found as `JudgedSearch` wants it.
  package consuming func search() -> JudgedSearch {
    let (ids, index) = (ids, writer.index())
    return JudgedSearch(documents: Set(ids)) { text, limit in
      index.search(Query(plain: text), limit: limit).map { (ids[$0.document], $0.score) }
    }
  }
}
