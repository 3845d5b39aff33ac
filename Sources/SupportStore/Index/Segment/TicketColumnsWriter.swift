import SupportModel

/// Collects what the columns of a segment hold of its tickets, in the order of their ids.
struct TicketColumnsWriter {
  /// More tickets than this have no numbers in 16 bits.
  static let most = 65_535
  /// The fields that have a table of values; custom fields come to them as they are found.
  static let fields: [FilterField] = [
    .status, .was, .priority, .category, .channel, .customer, .assignee, .team, .order, .rating,
    .externalID, .comment, .tag, .watcher, .cc, .link, .sourceEmail, .sourcePhone, .erased,
    .messageDirection, .attachment, .reference, .pendingUntil,
  ]
  /// The table of those who wrote the messages, without customers: they are as many as tickets.
  static let author = FilterField.messageAuthor

  /// Whether the values of a field are in a table, of every ticket that has any.
  static func keeps(_ field: FilterField) -> Bool {
    switch field {
    case .custom, .referenceOfKind: true
    default: fields.contains(field)
    }
  }

  private static let times: [IndexColumn] = [
    .created, .updated, .lastMessage, .resolved, .closed, .firstResponse, .firstMessage,
    .latestMessage,
  ]

  private(set) var ids: [UInt64] = []
  private var times: [[Int64]] = Array(repeating: [], count: Self.times.count)
  private var marks: [UInt16] = []
  private var lines = ByteWriter()
  private var lineEnds: [UInt32] = []
  private var tables: [String: ValueTableWriter] = [:]

  var count: Int { ids.count }

  init() {
    for field in Self.fields { tables[field.description] = ValueTableWriter() }
  }

  mutating func add(_ ticket: Ticket) {
    let number = UInt16(ids.count)
    let messages = ticket.messages
    ids.append(ticket.id.number)
    let marks = Self.marks(ticket, messages)
    self.marks.append(marks.rawValue)
    TicketLine.put(ticket, marks, &lines)
    lineEnds.append(UInt32(lines.bytes.count))
    let sent = messages.compactMap(\.at)
    let instants = [
      ticket.createdAt, ticket.updatedAt, ticket.lastMessageAt, ticket.resolvedAt, ticket.closedAt,
      ticket.firstResponseAt, sent.min(), sent.max(),
    ]
    for (place, instant) in instants.enumerated() {
      times[place].append(instant?.milliseconds ?? IndexRow.noInstant)
    }
    let subject = FilterSubject(ticket)
    let kinds = Set(ticket.references.map(\.kind)).map(FilterField.referenceOfKind)
    for field in Self.fields + ticket.customFields + kinds {
      for value in subject.spellings(field) {
        tables[field.description, default: ValueTableWriter()].add(value, number)
      }
    }
    for author in messages.compactMap(\.author) where author.email == nil {
      tables[Self.author.description, default: ValueTableWriter()].add(author.description, number)
    }
  }

  private static func marks(_ ticket: Ticket, _ messages: [Message]) -> IndexMark {
    var marks: IndexMark = []
    if ticket.isUnreadByAgent { marks.insert(.unreadByAgent) }
    if ticket.isUnreadByCustomer { marks.insert(.unreadByCustomer) }
    if messages.contains(where: \.isInternal) { marks.insert(.note) }
    if ticket.unansweredSince != nil { marks.insert(.unanswered) }
    if ticket.isUntold { marks.insert(.untold) }
    if ticket.text("care.survey_at") != nil { marks.insert(.surveyed) }
    if messages.contains(where: { $0.secondsSpent != 0 }) { marks.insert(.timed) }
    for message in messages where message.document["attachments"] != nil {
      guard !message.attachments.isEmpty else { continue }
      marks.insert(message.isInternal ? .anyAttachment : [.attachment, .anyAttachment])
    }
    return marks
  }

  // MARK: Writing

  /// The bytes of `TicketColumns`.
  func bytes() -> [UInt8] {
    let tables = tables.sorted { $0.key < $1.key }
    var file = TicketColumnsFile(
      count: ids.count, tables: tables.map(\.key), size: ids.count * 160 + lines.bytes.count)
    for column in IndexColumn.allCases {
      file.add { writer in
        switch column {
        case .id: writer.put(ids)
        case .created, .updated, .lastMessage, .resolved, .closed, .firstResponse, .firstMessage,
          .latestMessage:
          writer.put(times(column))
        case .marks: writer.put(marks)
        case .lineEnd: writer.put(lineEnds)
        case .lines: writer.put(bytes: lines.bytes)
        case .byCreated: writer.put(TicketOrder.numbers(by: times(.created)))
        case .byUpdated: writer.put(TicketOrder.numbers(by: times(.updated)))
        case .byLastMessage: writer.put(TicketOrder.numbers(by: times(.lastMessage)))
        case .bySubject: writer.put(TicketOrder.numbers(by: subjects()))
        }
      }
    }
    for table in tables {
      file.add { $0.put(bytes: table.value.bytes(capacity: ids.count)) }
    }
    return file.bytes()
  }

  /// The subjects in lower case.
  private func subjects() -> [String] {
    lines.bytes.withUnsafeBytes { bytes in
      var start = 0
      return lineEnds.compactMap { end in
        defer { start = Int(end) }
        let line = try? TicketLine(UnsafeRawBufferPointer(rebasing: bytes[start..<Int(end)]))
        return line?.subject.lowercased()
      }
    }
  }

  private func times(_ column: IndexColumn) -> [Int64] {
    Self.times.firstIndex(of: column).map { times[$0] } ?? []
  }

  /// From the earliest to the latest of a column's times; nil where no ticket has one.
  func bounds(of column: IndexColumn) -> IndexManifest.Times? {
    IndexManifest.Times(of: times(column))
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
