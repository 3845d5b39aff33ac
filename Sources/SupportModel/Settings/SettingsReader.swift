/// What is wrong with a settings file: the file, the line where it is known, the dotted path of the
/// field, and the reason.
package struct SettingsError: Error, Equatable {
  package var file: String
  package var line: Int?
  package var field: String
  package var reason: String
  /// What the field could have been, where a word in it is not known.
  package var known: [String] = []
  /// What is wrong with a filter in the field.
  package var filter: FilterError?

  package init(
    file: String, line: Int? = nil, field: String = "", reason: String, known: [String] = []
  ) {
    (self.file, self.line, self.field) = (file, line, field)
    (self.reason, self.known) = (reason, known)
  }
}

/// Walks a settings file and notices every field that is missing, of the wrong kind or unknown.
///
/// A reader stands on one object of the file; `path` is its dotted place.
package struct SettingsReader {
  /// The file as it lies on disk, kept to find the line of a field only when one is wrong.
  package final class Source: Sendable {
    let file: String
    let bytes: [UInt8]
    init(file: String, bytes: [UInt8]) { (self.file, self.bytes) = (file, bytes) }
  }

  let source: Source
  let object: JSONObject
  /// The list of objects that was left unread, if one was.
  private(set) var unread: UnreadObjects?
  /// The place of the object, or of the list that it stands in: few readers are asked for more.
  private let outer: String
  private let number: Int?

  /// Opens a file whose text is one JSON object. The list of objects that `unread` names stays so.
  package init(file: String, bytes: [UInt8], leaving unread: UnreadObjects? = nil) throws {
    source = Source(file: file, bytes: bytes)
    (outer, number) = ("", nil)
    do {
      let json: JSON
      if let unread {
        (json, self.unread) = try JSONParser.parse(bytes, leaving: unread)
      } else {
        json = try JSONParser.parse(bytes)
      }
      guard let object = json.object else {
        throw SettingsError(file: file, line: 1, field: "", reason: "the file is not a JSON object")
      }
      self.object = object
    } catch let error as JSONError {
      throw SettingsError(
        file: file, line: error.line, field: "",
        reason: "not JSON: \(error.message) (column \(error.column))")
    }
  }

  var file: String { source.file }

  private init(source: Source, at outer: String, _ number: Int? = nil, object: JSONObject) {
    (self.source, self.object) = (source, object)
    (self.outer, self.number) = (outer, number)
  }

  var path: String { number.map { "\(outer)[\($0)]" } ?? outer }

  package func error(_ key: String, _ reason: String) -> SettingsError {
    let field = place(key)
    let lines = (try? JSONParser.lines(of: source.bytes)) ?? [:]
    return SettingsError(
      file: source.file, line: lines[field] ?? lines[path], field: field, reason: reason)
  }

  func error(_ key: String, notFilter fault: FilterError) -> SettingsError {
    var error = error(key, "not a filter: \(fault.text)")
    error.filter = fault
    return error
  }

  private func place(_ key: String) -> String {
    key.isEmpty ? path : path.isEmpty ? key : "\(path).\(key)"
  }

  /// Refuses members that are not in `known`: a misspelt setting must not be silently without effect.
  package func allowOnly(_ known: [String]) throws {
    for member in object.members where !known.contains(member.key) {
      var error = error(member.key, "unknown field")
      error.known = known
      throw error
    }
  }

  /// The members as they stand, for files whose keys are free.
  package var values: JSONObject { object }

  package func has(_ key: String) -> Bool { object[key] != nil && object[key] != .null }

  package func text(_ key: String) throws -> String? {
    try value(key, "a text should be here", \.string)
  }

  /// A text that says something, where there is one.
  func filledText(_ key: String) throws -> String? {
    guard has(key) else { return nil }
    return try requiredText(key)
  }

  package func requiredText(_ key: String) throws -> String {
    guard let text = try text(key), !text.isEmpty else {
      throw error(key, "a text is missing here")
    }
    return text
  }

  package func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
    let number = try value(key, "a whole number should be here", \.integer)
    if let number, !range.contains(number) {
      throw error(key, "\(number) is not between \(range.lowerBound) and \(range.upperBound)")
    }
    return number
  }

  package func number(_ key: String, in range: ClosedRange<Double>) throws -> Double? {
    let number = try value(key, "a number should be here", \.number)
    if let number, !range.contains(number) {
      throw error(key, "\(number) is not between \(range.lowerBound) and \(range.upperBound)")
    }
    return number
  }

  package func bool(_ key: String) throws -> Bool? {
    try value(key, "true or false should be here", \.bool)
  }

  package func texts(_ key: String) throws -> [String]? {
    try value(key, "a list of texts should be here") { value in
      guard let elements = value.array else { return nil }
      let texts = value.strings
      return texts.count == elements.count ? texts : nil
    }
  }

  package func span(_ key: String) throws -> TimeSpan? {
    try value(key, "a duration such as \"4h\" or \"1h30m\" should be here") { value in
      value.string.flatMap { TimeSpan($0) }
    }
  }

  /// The object under a key.
  package func child(_ key: String) throws -> SettingsReader? {
    try value(key, "an object should be here", \.object).map {
      SettingsReader(source: source, at: place(key), object: $0)
    }
  }

  /// The objects of the list under a key.
  package func children(_ key: String) throws -> [SettingsReader]? {
    guard let elements = try value(key, "a list should be here", \.array) else { return nil }
    let list = place(key)
    return try elements.enumerated().map { number, element in
      guard let object = element.object else {
        throw error("\(key)[\(number)]", "an object should be here")
      }
      return SettingsReader(source: source, at: list, number, object: object)
    }
  }

  /// An object of the list that was left unread.
  func unread(_ objects: UnreadObjects, _ number: Int) -> SettingsReader {
    SettingsReader(
      source: source, at: place(objects.key), number,
      object: objects.object(number, of: source.bytes))
  }

  /// The elements of the list under a key; none where it is absent.
  func list(_ key: String) throws -> [JSON] {
    try value(key, "a list should be here", \.array) ?? []
  }

  /// A reader of an object inside of this one, whose place is known already.
  func object(at key: String, _ element: JSON) throws -> SettingsReader? {
    element.object.map { SettingsReader(source: source, at: place(key), object: $0) }
  }

  private func value<Value>(
    _ key: String, _ expected: String, _ read: (JSON) -> Value?
  ) throws -> Value? {
    guard let json = object[key], json != .null else { return nil }
    guard let value = read(json) else {
      throw error(key, "\(expected), not \(json.kindName)")
    }
    return value
  }
}
