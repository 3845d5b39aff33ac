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

  private func text(_ name: String) -> String? {
    if let variables { return variables[name] }
    return getenv(name).map { String(cString: $0) }
  }
}
