import CommandKit
import SupportModel

/// One column of a table.
struct Column<Row> {
  let title: String
  /// The value in a pipe: whole, absolute, never cut.
  let plain: (Row) -> String
  /// The value on a terminal.
  let shown: (Row) -> Cell
  /// Whether the column gives way first when the terminal is narrow.
  let isElastic: Bool
  let isNumber: Bool
  /// Whether a narrow terminal does without the column; a pipe never does.
  let isOptional: Bool

  init(
    _ title: String, isElastic: Bool = false, isNumber: Bool = false, isOptional: Bool = false,
    plain: @escaping (Row) -> String, shown: ((Row) -> Cell)? = nil
  ) {
    self.title = title
    self.isElastic = isElastic
    self.isNumber = isNumber
    self.isOptional = isOptional
    self.plain = plain
    self.shown = shown ?? { Cell(plain($0)) }
  }
}

/// How rows of one kind are written: as a table, as tab-separated lines, as JSON.
struct Listing<Row> {
  let columns: [Column<Row>]
  /// The members that `--json=` and `--format` know.
  let fields: [String]
  let json: (Row) -> JSONObject
}

extension Output {
  /// Writes a list: a table on a terminal, tab-separated lines in a pipe, or a JSON line each.
  func list<Row>(_ rows: [Row], _ listing: Listing<Row>) throws {
    switch form {
    case .text where isTerminal: try write(Table(rows, listing.columns, self).text)
    case .text:
      for row in rows { try line(listing.columns.map { $0.plain(row) }) }
    case .json(let picked):
      let pick = try FieldPick(picked, known: listing.fields)
      for row in rows {
        try write(JSON.object(pick.pick(listing.json(row))).compact + recordEnd)
      }
    case .format(let template):
      try template.check(known: listing.fields)
      for row in rows { try write(template.fill(listing.json(row), visible) + recordEnd) }
    }
  }

  /// Whether one member is asked for by its name.
  func names(_ field: String) -> Bool {
    switch form {
    case .text: false
    case .json(let picked): picked?.contains(field) ?? false
    case .format(let template): template.fields.contains(field)
    }
  }

  /// Whether the form says nothing of a record but these members.
  func asksOnly(for fields: [String]) -> Bool {
    switch form {
    case .text: true
    case .json(let picked): picked?.allSatisfy(fields.contains) ?? false
    case .format(let template): template.fields.allSatisfy(fields.contains)
    }
  }

  /// Writes a table with headings, for a terminal.
  func table<Row>(_ sections: [TableSection<Row>], _ columns: [Column<Row>]) throws {
    try write(Table(sections, columns, self).text)
  }

  /// Writes values parted by tabs, for a pipe.
  func line(_ values: [String]) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: "\t")) }
      let start = bytes.count
      bytes += value.utf8
      // A value keeps to its place.
      for place in start..<bytes.count where bytes[place] < 0x20 { bytes[place] = 0x20 }
    }
    try write(bytes + recordEnd.utf8)
  }

  /// Writes one record: as `text` says for people and pipes, or as one JSON document.
  func show(
    _ record: @autoclosure () -> JSONObject, fields: [String]? = nil, text: () throws -> String
  ) throws {
    if isText { return try write(text()) }
    let record = record()
    let known = fields ?? record.keys
    switch form {
    case .text: break
    case .json(let picked):
      let pick = try FieldPick(picked, known: known)
      try write(JSON.object(pick.pick(record)).prettyBytes.dropLast() + Array(recordEnd.utf8))
    case .format(let template):
      try template.check(known: known)
      try write(template.fill(record, visible) + recordEnd)
    }
  }

  /// Writes one record of names and lists of names, a line for each member.
  func showMembers(_ record: JSONObject, fields: [String]) throws {
    try show(record, fields: fields) {
      record.members.map { member in
        let value =
          member.value.array == nil
          ? member.value.string ?? member.value.compact
          : member.value.strings.joined(separator: ", ")
        return "\(member.key)\t\(visible(value))\n"
      }.joined()
    }
  }
}

/// The members of a record that `--json=FIELD,FIELD` asks for.
struct FieldPick {
  private let picked: [String]?

  init(_ picked: [String]?, known: [String]) throws {
    self.picked = picked
    for field in picked ?? [] { try Self.check(field, known) }
  }

  /// A dotted field is known by its first part.
  static func check(_ field: String, _ known: [String]) throws {
    let first = String(field.prefix { $0 != "." })
    guard known.contains(first) else { throw OutputError.unknownField(field, known: known) }
  }

  func pick(_ record: JSONObject) -> JSONObject {
    guard let picked else { return record }
    return JSONObject(picked.map { ($0, record.value(at: $0) ?? .null) })
  }
}

/// What is wrong with the way output was asked for.
enum OutputError: Error, Equatable {
  case unknownField(String, known: [String])
  case badFormat(String, reason: String)
}
