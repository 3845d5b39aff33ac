import SupportModel

/// One thing that is wrong with a desk's files.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Sendable {
    /// Something is lost, or may be.
    case error
    /// The desk is fine all the same.
    case warning
    /// Nothing is wrong; somebody may want to look.
    case note
  }

  package var code: Code
  /// Below the desk's folder.
  package var file: String
  package var line: Int?
  package var record: RecordKey?
  package var detail: String
  package var isRepaired = false

  init(
    _ code: Code, file: String, line: Int? = nil, record: RecordKey? = nil, _ detail: String
  ) {
    (self.code, self.file, self.line) = (code, file, line)
    (self.record, self.detail) = (record, detail)
  }

  package var json: JSONObject {
    var object = JSONObject([
      ("code", .string(code.rawValue)), ("severity", .string(code.severity.rawValue)),
      ("file", .string(file)),
    ])
    object["line"] = line.map { .integer(Int64($0)) }
    object["record"] = record.map { .string("\($0.kind.rawValue):\($0.name)") }
    object["detail"] = .string(detail)
    object["derivable"] = .bool(code.isDerivable)
    object["repaired"] = .bool(isRepaired)
    return object
  }
}
