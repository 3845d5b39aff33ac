/// The headers of one scripted ticket, each with its line.
struct DemoHeaders {
  struct Value {
    var text: String
    var line: Int
  }

  static let names: Set = [
    "ticket", "from", "phone", "opened", "channel", "category", "priority", "tags", "order",
  ]

  private let values: [String: Value]
  private let ticketLine: Int

  init(_ values: [String: Value], ticketLine: Int) {
    self.values = values
    self.ticketLine = ticketLine
  }

  /// The ticket that these headers describe, still without steps.
  func ticket() throws(DemoScriptError) -> DemoTicket {
    let contact = try contact()
    return DemoTicket(
      subject: try required("ticket").text,
      customerName: contact.name, customerEmail: contact.email, phone: values["phone"]?.text,
      age: try age(),
      channel: try required("channel").text,
      category: try required("category").text,
      priority: try required("priority").text,
      tags: values["tags"].map { $0.text.split(separator: ",").map(\.trimmed) } ?? [],
      order: values["order"]?.text,
      steps: [])
  }

  private func required(_ name: String) throws(DemoScriptError) -> Value {
    guard let value = values[name] else { throw .missingHeader(name, line: ticketLine) }
    return value
  }

  private func contact() throws(DemoScriptError) -> (name: String, email: String) {
    let value = try required("from")
    let parts = value.text.split(separator: "<")
    guard parts.count == 2, parts[1].last == ">", parts[1].contains("@"), !parts[0].isBlank else {
      throw .badContact(value.text, line: value.line)
    }
    return (parts[0].trimmed, String(parts[1].dropLast()))
  }

  private func age() throws(DemoScriptError) -> Int {
    let value = try required("opened")
    let suffix = " before"
    guard value.text.hasSuffix(suffix),
      let seconds = DemoScript.seconds(value.text.dropLast(suffix.count))
    else { throw .badDuration(value.text, line: value.line) }
    return seconds
  }
}
