/// What people and scripts run all day, one command of each kind.
extension Stand {
  var everyday: [Trial] {
    get throws {
      let known: [Trial?] = [
        support("version") { _ in ["version"] },
        try inOffice(new()), try inOffice(given()), new(), reply(), close(),
        show(), list([]), list(["--assignee", Self.agent, "--json"]),
        list(["-a", "--sort", "subject"]), words.map(search), check(),
        answered.first.map { id in
          support("ticket note") { _ in ["ticket", "note", id.description, "-m", "He called."] }
        },
        support("log") { run in ["log", shown[run % shown.count].description] },
      ]
      return known.compactMap { $0 }
    }
  }

  private func search(_ words: SearchWords) -> Trial {
    let query = Self.either(words)
    return support("ticket search") { _ in ["ticket", "search", query] }
  }
}
