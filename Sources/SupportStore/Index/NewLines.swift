import SupportModel

/// What the log says of tickets past the place that an index stands for.
struct NewLines: Sendable {
  /// The tickets that began there, by the numbers of their ids, in order.
  let begun: [UInt64]
  /// The lines, with the number of their ticket's id.
  let lines: [(ticket: UInt64, line: LogLine)]

  /// What they tell of whose work is whose; nothing where one of them is hurt, for then documents may know
  /// more. That takes a fourth of the time that the documents take.
  func told() -> ToldWork {
    var work = ToldWork()
    var tickets = Array(repeating: ToldTicket(), count: begun.count)
    work.hasAllTurns = true
    for (ticket, line) in lines {
      guard let id = line.soundID else { return ToldWork() }
      let place = begun.indices.firstPlace { begun[$0] >= ticket }
      let hasBegun = place < begun.count && begun[place] == ticket
      let owner = line.setting(of: ToldTicket.fields.owner)
      if hasBegun {
        // A line in the file of an earlier day is folded by nobody.
        let isEarly = TicketID(number: ticket).date > line.file.date
        let status = isEarly ? .unclear : line.setting(of: ToldTicket.fields.status)
        tickets[place].take(status, owner, id)
      }
      switch owner {
      case .text(let handle):
        if !line.isImported { work.turns[handle] = max(work.turns[handle] ?? id, id) }
      case .unclear: work.hasAllTurns = false
      case .null, .nothing: continue
      }
    }
    for (id, ticket) in zip(begun, tickets) { work.states[id] = ticket.state }
    return work
  }
}

/// Whose work is whose, as lines of the log tell it.
package struct ToldWork {
  /// What of a ticket decides whose work it is.
  struct State {
    var status: String
    /// The handle of who has it.
    var owner: String?
  }

  /// How tickets are of which all that ever happened stands in the lines, by the numbers of their ids;
  /// without those of which the lines do not say it plainly.
  var states: [UInt64: State] = [:]
  /// The events by which agents were given a ticket last.
  var turns: [String: EventID] = [:]
  /// Whether `turns` are all that the lines hold.
  var hasAllTurns = false
}

/// What lines say of one ticket. The order in which they stand says nothing.
private struct ToldTicket {
  private var status = Field(), owner = Field()
  private var isPlain = true

  static let fields = (
    status: BackwardSearch("\"status\""), owner: BackwardSearch("\"assigned_to\"")
  )

  /// `id` is that of the event.
  mutating func take(_ status: Setting, _ owner: Setting, _ id: EventID) {
    if !self.status.take(status, id) || !self.owner.take(owner, id) { isPlain = false }
  }

  var state: ToldWork.State? {
    guard isPlain, case .text(let text) = status.value else { return nil }
    var state = ToldWork.State(status: text)
    if case .text(let handle) = owner.value { state.owner = handle }
    return state
  }

  /// A field, which the later event decides.
  private struct Field {
    var value = Setting.nothing
    private var decidedBy: EventID?

    /// False for what is not plain.
    mutating func take(_ new: Setting, _ id: EventID) -> Bool {
      switch new {
      case .unclear: return false
      case .nothing: return true
      case .null, .text:
        if decidedBy.map({ $0 < id }) ?? true { (value, decidedBy) = (new, id) }
        return true
      }
    }
  }
}

/// What a line sets a field to.
private enum Setting: Equatable {
  case nothing, null
  case text(String)
  /// Whoever wants to know has to fold the event.
  case unclear
}

extension LogLine {
  private static let set = Array("set".utf8)
  /// The members of an event that folding puts into no field of the ticket.
  private static let others = ["from", "message", "meta"].map { Array($0.utf8) }

  /// The setting of a field, which is looked for by its name in quotes.
  fileprivate func setting(of field: BackwardSearch) -> Setting {
    var (found, end) = (Setting.nothing, bytes.endIndex)
    while let place = field.lastPlace(in: bytes, before: end) {
      end = place
      let members = members(around: place)
      guard let part = members.first else { return .unclear }
      if members.count > 1 || Self.others.contains(where: part.elementsEqual) { continue }
      guard part.elementsEqual(Self.set), found == .nothing else { return .unclear }
      found = value(behind: place + field.count)
    }
    return found
  }

  /// A text without escapes, or null.
  private func value(behind key: Int) -> Setting {
    let rest = bytes[key...]
    if rest.starts(with: ":null".utf8) { return .null }
    guard rest.starts(with: ":\"".utf8) else { return .unclear }
    let text = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
    guard text.endIndex < bytes.endIndex, !text.contains(UInt8(ascii: "\\")) else {
      return .unclear
    }
    return .text(String(decoding: text, as: UTF8.self))
  }
}
