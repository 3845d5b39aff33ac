import Platform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs `body` while nothing below the folder can be written, also for root.
func withoutWriting(_ folder: String, _ body: () throws -> Void) throws {
  try shell("chmod -R a-w,a+rX '\(folder)'")
  defer { try? shell("chmod -R u+w '\(folder)'") }
  try asNobody(body)
}

/// Root may write anywhere. On Linux, one thread can look at files as somebody else (setfsuid).
private func asNobody(_ body: () throws -> Void) throws {
  #if os(Linux)
    guard getuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
    typealias SetUser = @convention(c) (UInt32) -> Int32
    let setUser = unsafeBitCast(symbol, to: SetUser.self)
    _ = setUser(65534)
    defer { _ = setUser(0) }
  #endif
  try body()
}

/// Runs `body` while nobody may read a file or folder, also not root.
func withoutReading(_ path: String, _ body: () throws -> Void) throws {
  // What else is written meanwhile has to be allowed to the one who looks.
  try shell("chmod -R a+rwX \"$(dirname '\(path)')\"; chmod a-rwx '\(path)'")
  defer { try? shell("chmod u+rwX '\(path)'") }
  try asNobody(body)
}
