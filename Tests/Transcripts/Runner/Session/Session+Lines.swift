extension Session {
  /// What a line of the file is to a session.
  enum Kind: Equatable {
    /// A line of a session, without its indent.
    case typed(String)
    /// Between two lines of output it is output; anywhere else it is only space.
    case blank
    case prose(String)
  }

  static func kinds(of lines: [String], in style: Style) -> [Kind] {
    switch style {
    case .indented: lines.map(indented)
    case .fenced: fenced(lines)
    }
  }

  private static func indented(_ line: String) -> Kind {
    if line.allSatisfy({ $0 == " " }) { return .blank }
    return line.hasPrefix("  ") ? .typed(String(line.dropFirst(2))) : .prose(line)
  }

  private static func fenced(_ lines: [String]) -> [Kind] {
    var fence: (ticks: Int, isConsole: Bool)?
    return lines.map { line in
      let ticks = line.prefix { $0 == "`" }.count
      let rest = line.dropFirst(ticks)
      switch fence {
      case nil:
        if ticks >= 3 { fence = (ticks, rest.split(separator: " ").first == "console") }
        return .prose(line)
      case (let opening, let isConsole)?:
        if ticks >= opening, rest.isEmpty {
          fence = nil
          return .prose("")
        }
        guard isConsole else { return .prose("") }
        return line.isEmpty ? .blank : .typed(line)
      }
    }
  }
}
