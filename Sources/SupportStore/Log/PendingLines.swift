import SupportModel

/// The events of a transaction as lines to be, one behind the other in memory. What part of the
/// transaction a line is, only the last one tells: parts and checksums come with `sealed`.
struct PendingLines {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private(set) var subjects: [RecordKey] = []
  private(set) var first: EventID?
  private(set) var last: EventID?
  /// Whether one of them erases something.
  private(set) var erases = false

  var count: Int { ends.count }

  mutating func add(_ event: Event) {
    bytes += JSON.object(event.json).compactBytes
    ends.append(bytes.count)
    subjects.append(event.subject)
    first = first ?? event.id
    last = event.id
    erases = erases || event.erasure != nil
  }

  private subscript(place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  /// The lines to append, of which none counts without the others.
  func sealed() -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count + count * 48)
    for place in ends.indices {
      lines += EventLine.seal(self[place], EventPart(place + 1, of: count))
      lines.append(0x0A)
    }
    return lines
  }

  func event(at place: Int) -> Event {
    guard let object = try? JSONParser.parse(Array(self[place])).object,
      let event = try? Event(json: object)
    else { preconditionFailure("a line of our own cannot be read") }
    return event
  }
}
