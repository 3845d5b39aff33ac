import SupportModel

/// How the two sides of a line are run.
extension Stand {
  /// A command of `support` in this desk.
  func support(_ name: String, _ words: @escaping (_ run: Int) -> [String]) -> Trial {
    Trial(name, equipment.support) { ["-C", desk] + words($0) }
  }

  /// The sqlite3 shell with some statements for the database of the same tickets.
  func sqlite(_ name: String, _ statements: @escaping (_ run: Int) -> String) -> Peer {
    guard let program = equipment.tools.sqlite else { return .notInstalled("sqlite3") }
    return .runs(Trial("sqlite3 \(name)", program) { [database, statements($0)] })
  }

  /// A query for ranked tickets.
  func match(_ query: String) -> Peer {
    guard equipment.tools.searchesTexts else { return .notInstalled("sqlite3 with FTS5") }
    return sqlite("FTS5 MATCH, bm25") { _ in
      """
      SELECT t.id, t.subject FROM texts JOIN tickets t ON t.rowid = texts.rowid
        WHERE texts MATCH '\(query)' ORDER BY bm25(texts) LIMIT 20;
      """
    }
  }
}
