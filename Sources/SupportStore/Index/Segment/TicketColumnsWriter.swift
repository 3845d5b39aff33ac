import SupportModel

/// Collects what the columns of a segment hold of its tickets, in the order of their ids.
struct TicketColumnsWriter {
  /// More tickets than this have no numbers in 16 bits.
  static let most = 65_535
  /// The fields that have a table of values; custom fields come to them as they are found.
  static let fields: [FilterField] = [
    .status, .was, .priority, .category, .channel, .customer, .assignee, .team, .order, .rating,
    .externalID, .comment, .tag, .watcher, .link, .sourceEmail, .sourcePhone, .erased,
    .messageDirection,
    .attachment,
  ]
  /// The table of those who wrote the messages, without customers: they are as many as tickets.
  static let author = FilterField.messageAuthor

  /// Whether the values of a field are in a table, of every ticket that has any.
  static func keeps(_ field: FilterField) -> Bool {
    if case .custom = field { true } else { fields.contains(field) }
  }

  private static let times: [IndexColumn] = [
    .created, .updated, .lastMessage, .resolved, .closed, .firstResponse, .firstMessage,
    .latestMessage,
  ]

  private(set) var ids: [UInt64] = []
  private var times: [[Int64]] = Array(repeating: [], count: Self.times.count)
  private var marks: [UInt16] = []
  private var subjects: [String] = []
  private var tables: [String: ValueTableWriter] = [:]
  /// The one value of each field that has a column of codes.
  private var codes: [[String?]] = Array(repeating: [], count: IndexColumn.codes.count)

  var count: Int { ids.count }

  init() {
    for field in Self.fields { tables[field.description] = ValueTableWriter() }
  }

  mutating func add(_ ticket: Ticket) {
    let number = UInt16(ids.count)
    let messages = ticket.messages
    ids.append(ticket.id.number)
    subjects.append(ticket.subject)
    marks.append(Self.marks(ticket, messages).rawValue)
    let sent = messages.compactMap(\.at)
    let instants = [
      ticket.createdAt, ticket.updatedAt, ticket.lastMessageAt, ticket.resolvedAt, ticket.closedAt,
      ticket.firstResponseAt, sent.min(), sent.max(),
    ]
    for (place, instant) in instants.enumerated() {
      times[place].append(instant?.milliseconds ?? IndexRow.noInstant)
    }
    let subject = FilterSubject(ticket)
    for field in Self.fields + ticket.customFields {
      for value in subject.spellings(field) {
        tables[field.description, default: ValueTableWriter()].add(value, number)
      }
    }
    for author in messages.compactMap(\.author) where author.email == nil {
      tables[Self.author.description, default: ValueTableWriter()].add(author.description, number)
    }
    for (place, code) in IndexColumn.codes.enumerated() {
      codes[place].append(subject.spellings(code.field).first)
    }
  }

  private static func marks(_ ticket: Ticket, _ messages: [Message]) -> IndexMark {
    var marks: IndexMark = []
    if ticket.isUnreadByAgent { marks.insert(.unreadByAgent) }
    if ticket.isUnreadByCustomer { marks.insert(.unreadByCustomer) }
    if messages.contains(where: \.isInternal) { marks.insert(.note) }
    for message in messages where message.document["attachments"] != nil {
      guard !message.attachments.isEmpty else { continue }
      marks.insert(message.isInternal ? .anyAttachment : [.attachment, .anyAttachment])
    }
    return marks
  }

  // MARK: Writing

  /// The bytes of `TicketColumns`.
  consuming func bytes() -> [UInt8] {
    let tables = tables.sorted { $0.key < $1.key }.map { name, table in
      (name: name, table: table.table(capacity: ids.count))
    }
    var sections: [[UInt8]] = []
    for column in IndexColumn.allCases {
      var writer = ByteWriter()
      switch column {
      case .id: writer.put(ids)
      case .created, .updated, .lastMessage, .resolved, .closed, .firstResponse, .firstMessage,
        .latestMessage:
        writer.put(times(column))
      case .marks: writer.put(marks)
      case .status, .priority, .assignee, .customer:
        writer.put(codes(column, tables.map { ($0.name, $0.table.places) }))
      case .subjectEnd:
        var end: UInt32 = 0
        for subject in subjects {
          end += UInt32(subject.utf8.count)
          writer.put(end)
        }
      case .subjects: for subject in subjects { writer.put(bytes: subject.utf8) }
      case .byCreated: writer.put(order(times(.created)))
      case .byUpdated: writer.put(order(times(.updated)))
      case .byLastMessage: writer.put(order(times(.lastMessage)))
      case .bySubject: writer.put(order(subjects.map { $0.lowercased() }))
      }
      sections.append(writer.bytes)
    }
    return TicketColumns.put(
      count: ids.count, sections, tables.map { ($0.name, $0.table.bytes) })
  }

  private func times(_ column: IndexColumn) -> [Int64] {
    Self.times.firstIndex(of: column).map { times[$0] } ?? []
  }

  /// From the earliest to the latest of a column's times; nil where no ticket has one.
  func bounds(of column: IndexColumn) -> ClosedRange<Int64>? {
    let known = times(column).filter { $0 != IndexRow.noInstant }
    guard let first = known.min(), let last = known.max() else { return nil }
    return first...last
  }

  private func codes(
    _ column: IndexColumn, _ tables: [(name: String, places: [String: Int])]
  ) -> [UInt16] {
    guard let place = IndexColumn.codes.firstIndex(where: { $0.column == column }) else {
      return []
    }
    let name = IndexColumn.codes[place].field.description
    let places = tables.first { $0.name == name }?.places ?? [:]
    return codes[place].map { value in
      value.flatMap { places[$0] }.map { UInt16($0 + 1) } ?? 0
    }
  }

  /// The numbers of the tickets by their keys, those with the same one by their numbers.
  private func order<Key: Comparable>(_ keys: [Key]) -> [UInt16] {
    (0..<UInt16(keys.count)).sorted { left, right in
      let (one, other) = (keys[Int(left)], keys[Int(right)])
      return one == other ? left < right : one < other
    }
  }
}

extension Ticket {
  /// The fields of its own that it has, also those within others.
  fileprivate var customFields: [FilterField] {
    var paths: [String] = []
    func add(_ object: JSONObject, _ prefix: String) {
      for member in object.members {
        if let inner = member.value.object {
          add(inner, prefix + member.key + ".")
        } else {
          paths.append(prefix + member.key)
        }
      }
    }
    add(fields, "")
    return paths.count < 2 ? paths.map(FilterField.custom) : Set(paths).map(FilterField.custom)
  }
}
