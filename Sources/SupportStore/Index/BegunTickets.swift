import SupportModel

/// The tickets that began past the place that an index stands for. All that ever happened to them stands
/// in the lines that came since: these tell how they are in a fourth of the time that their documents take.
struct BegunTickets: Sendable {
  /// The numbers of their ids, in order.
  let ids: [UInt64]
  /// What came since of all tickets, by the numbers of their ids; nil where that is much.
  let lines: [(ticket: UInt64, line: LogLine)]?

  /// What of a ticket decides whose work it is.
  struct State {
    var status: String
    /// The handle of who has it.
    var owner: String?
  }

  /// How they are, by the numbers of their ids, without those of which the lines do not say it plainly.
  func states() -> [UInt64: State] {
    var told = Array(repeating: Told(), count: ids.count)
    for (ticket, line) in lines ?? [] {
      let place = ids.indices.firstPlace { ids[$0] >= ticket }
      if place < ids.count, ids[place] == ticket { told[place].take(line) }
    }
    var states: [UInt64: State] = [:]
    for (id, told) in zip(ids, told) { states[id] = told.state }
    return states
  }
}

/// What lines say of one ticket. The order in which they stand says nothing.
private struct Told {
  private var status = Field(), owner = Field()
  private var isPlain = true

  private static let words = (
    status: BackwardSearch("\"status\""), owner: BackwardSearch("\"assigned_to\"")
  )

  mutating func take(_ line: LogLine) {
    let status = line.setting(Self.words.status)
    let owner = line.setting(Self.words.owner)
    if status == .nothing, owner == .nothing { return }
    guard let id = line.soundID, self.status.take(status, id), self.owner.take(owner, id) else {
      isPlain = false
      return
    }
  }

  var state: BegunTickets.State? {
    guard isPlain, case .text(let text) = status.value else { return nil }
    var state = BegunTickets.State(status: text)
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
        if decidedBy.map({ $0 <= id }) ?? true { (value, decidedBy) = (new, id) }
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
  /// What an event has beside it, and what of its ticket is no field.
  private static let others = ["message", "meta"].map { Array($0.utf8) }

  /// The setting of the field whose name, in quotes, is looked for.
  fileprivate func setting(_ name: BackwardSearch) -> Setting {
    var (found, end) = (Setting.nothing, bytes.endIndex)
    while let place = name.lastPlace(in: bytes, before: end) {
      end = place
      let members = members(around: place)
      guard let part = members.first else { return .unclear }
      if members.count > 1 || Self.others.contains(where: part.elementsEqual) { continue }
      guard part.elementsEqual(Self.set), found == .nothing else { return .unclear }
      found = value(behind: place + name.count)
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
