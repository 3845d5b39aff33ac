#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The environment that a program was started in.
///
/// The process's own is asked for one variable at a time: most commands look at five of the dozens
/// there are.
package struct Environment: Sendable {
  /// Nil for the process's own.
  private let variables: [String: String]?

  package init(_ variables: [String: String]) { self.variables = variables }

  private init() { variables = nil }

  package static func current() -> Environment { Environment() }

  /// An empty variable counts as an absent one, as it does for git.
  package subscript(name: String) -> String? {
    text(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a variable is set at all, be it to nothing.
  package func has(_ name: String) -> Bool { text(name) != nil }

  /// The names of the variables that begin like this.
  package func names(beginning prefix: String) -> [String] {
    if let variables { return variables.keys.filter { $0.hasPrefix(prefix) }.sorted() }
    var names: [String] = []
    var next = environ
    while let variable = next.pointee {
      let name = String(String(cString: variable).prefix { $0 != "=" })
      if name.hasPrefix(prefix) { names.append(name) }
      next += 1
    }
    return names.sorted()
  }

  private func text(_ name: String) -> String? {
    if let variables { return variables[name] }
    return getenv(name).map { String(cString: $0) }
  }
}
