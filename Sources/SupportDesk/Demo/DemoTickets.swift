/// The tickets of the sample desk, written as scripts, one per category.
package enum DemoTickets {
  /// Every script with the category it is about.
  package static let scripts: [(category: String, text: String)] = [
    ("account", account), ("billing", billing), ("orders", orders),
    ("hardware", hardware), ("app", app), ("how-to", howTo),
  ]

  /// All tickets, the oldest first.
  package static func all() throws(DemoScriptError) -> [DemoTicket] {
    var tickets: [DemoTicket] = []
    for script in scripts { tickets += try DemoScript.parse(script.text) }
    return tickets.sorted { $0.age > $1.age }
  }
}
