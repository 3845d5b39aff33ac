/// The format in which the sample tickets are written: plain text, easy to write and review.
///
/// ```
/// ticket: Grinder will not pair             a ticket begins; its headers follow
/// from: Maya Lindqvist <maya@lindqvist.example>
/// opened: 12d 3h before                     before now, in days, hours and minutes
/// channel: email
/// category: app
/// priority: high
/// tags: pairing, ios                        optional, as are `order:` and `phone:`
///
/// +0m maya@lindqvist.example                after the opening: who, and nothing else: a message
///   Since the update ...                    its body, indented by two spaces
/// +4m ada assigns ben                       who does what
/// ```
///
/// What people do: `notes` (with a body), `resolves`, `reopens` and `rates 5` (with or without),
/// `assigns HANDLE`, `assigns team TEAM`, `sets status VALUE` (or `priority`, `category`),
/// `tags +NEW -OLD`, `closes`, `reads`, `watches`. An address is a customer, a word an agent.
package enum DemoScript {
  /// The tickets of a script, in its order.
  package static func parse(_ text: String) throws(DemoScriptError) -> [DemoTicket] {
    var reader = DemoScriptReader(text)
    var tickets: [DemoTicket] = []
    while let ticket = try reader.nextTicket() { tickets.append(ticket) }
    return tickets
  }

  /// Seconds in a span such as `12d 3h` or `2d4h30m`; nil when it is not one.
  static func seconds(_ span: some StringProtocol) -> Int? {
    var total = 0
    var count: Int?
    for character in span where character != " " {
      if let digit = character.wholeNumberValue, character.isASCII {
        count = (count ?? 0) * 10 + digit
      } else if let unit = secondsPerUnit[character], let number = count {
        total += number * unit
        count = nil
      } else {
        return nil
      }
    }
    return span.isEmpty || count != nil ? nil : total
  }

  private static let secondsPerUnit: [Character: Int] = ["d": 86_400, "h": 3_600, "m": 60]
}
