extension SettingsReader {
  /// Opens a file whose text is one JSON list, as if it stood in an object under a key. Nil for any
  /// other text, also one that is not JSON.
  package init?(list bytes: [UInt8], under key: String, file: String) throws {
    guard (try? JSONParser.parse(bytes))?.array != nil else { return nil }
    // What is put around the list leaves its lines where they are.
    let text = Array("{\"\(key)\":".utf8) + bytes + Array("}".utf8)
    try self.init(file: file, bytes: text)
  }
}
