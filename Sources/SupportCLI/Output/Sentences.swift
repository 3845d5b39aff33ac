import SupportModel

/// `1 event`, `2 events`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

extension Session {
  /// Says lines to people, or gives a record to scripts.
  func tell(_ record: JSONObject, _ lines: [String]) throws {
    try output.show(record) { lines.map { $0 + "\n" }.joined() }
  }
}
