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

  private static let lineFields = TicketLine.fields + [.customer]

  private static let times: [IndexColumn] = [
    .created, .updated, .lastMessage, .resolved, .closed, .firstResponse, .firstMessage,
    .latestMessage,
  ]

  private(set) var ids: [UInt64] = []
  private var times: [[Int64]] = Array(repeating: [], count: Self.times.count)
  private var marks: [UInt16] = []
  /// The bytes of all subjects, and where each ends.
  private var subjects: (bytes: [UInt8], ends: [Int]) = ([], [])
  private var tables: [String: ValueTableWriter] = [:]
  /// Ticket by ticket, the numbers in their tables of what a line shows, the fields of `TicketLine` and
  /// the customer, counted from 1; 0 for none.
  private var lineValues: [UInt16] = []
  /// Addresses that are too long for a table.
  private var longCustomers: [Int: String] = [:]

  var count: Int { ids.count }

  init() {
    for field in Self.fields { tables[field.description] = ValueTableWriter() }
  }

  mutating func add(_ ticket: Ticket) {
    let number = UInt16(ids.count)
    let messages = ticket.messages
    ids.append(ticket.id.number)
    subjects.bytes += ticket.subject.utf8
    subjects.ends.append(subjects.bytes.count)
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
    var shown = Array(repeating: UInt16(0), count: Self.lineFields.count)
    for field in Self.fields + ticket.customFields {
      for value in subject.spellings(field) {
        let known = tables[field.description, default: ValueTableWriter()].add(value, number)
        guard let place = Self.lineFields.firstIndex(of: field) else { continue }
        shown[place] = known.map { UInt16($0 + 1) } ?? 0
        if known == nil, field == .customer { longCustomers[Int(number)] = value }
      }
    }
    lineValues += shown
    for author in messages.compactMap(\.author) where author.email == nil {
      tables[Self.author.description, default: ValueTableWriter()].add(author.description, number)
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
    let lines = lines(
      TicketLine.fields.map { field in
        tables.first { $0.name == field.description }?.table.places ?? []
      })
    let sections = IndexColumn.allCases.map { column in
      var writer = ByteWriter()
      switch column {
      case .id: writer.put(ids)
      case .created, .updated, .lastMessage, .resolved, .closed, .firstResponse, .firstMessage,
        .latestMessage:
        writer.put(times(column))
      case .marks: writer.put(marks)
      case .lineEnd: writer.put(lines.ends)
      case .lines: writer.put(bytes: lines.bytes)
      case .byCreated: writer.put(order(times(.created)))
      case .byUpdated: writer.put(order(times(.updated)))
      case .byLastMessage: writer.put(order(times(.lastMessage)))
      case .bySubject: writer.put(order(ids.indices.map { subject($0).lowercased() }))
      }
      return writer.bytes
    }
    return TicketColumns.put(
      count: ids.count, sections, tables.map { ($0.name, $0.table.bytes) })
  }

  private func subject(_ ticket: Int) -> String {
    let start = ticket == 0 ? 0 : subjects.ends[ticket - 1]
    return String(decoding: subjects.bytes[start..<subjects.ends[ticket]], as: UTF8.self)
  }

  /// `places` are those in the tables of what lines show, by its numbers.
  private func lines(_ places: [[Int]]) -> (bytes: [UInt8], ends: [UInt32]) {
    let messaged = times(.lastMessage)
    let customers = tables[FilterField.customer.description]?.texts ?? []
    var writer = ByteWriter()
    var ends: [UInt32] = []
    for ticket in ids.indices {
      let first = ticket * Self.lineFields.count
      let numbers = lineValues[first..<first + Self.lineFields.count].map { Int($0) - 1 }
      let customer = numbers[TicketLine.fields.count]
      let line = TicketLine.Content(
        id: ids[ticket], lastMessage: messaged[ticket], marks: marks[ticket],
        codes: zip(numbers, places).map { $0 < 0 ? 0 : UInt16($1[$0] + 1) },
        customer: customer < 0 ? longCustomers[ticket] : customers[customer],
        subject: subject(ticket))
      TicketLine.put(line, &writer)
      ends.append(UInt32(writer.bytes.count))
    }
    return (writer.bytes, ends)
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
