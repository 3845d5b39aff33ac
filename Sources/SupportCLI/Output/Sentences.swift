import SupportModel

extension Session {
  /// Says lines to people, or gives a record to scripts.
  func tell(_ record: JSONObject, _ lines: [String]) throws {
    try output.show(record) { lines.map { $0 + "\n" }.joined() }
  }
}
