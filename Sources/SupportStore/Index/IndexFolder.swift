import Platform
import SupportModel

/// The files of the index. Each but the manifest is named by what it holds and by the CRC-32C of its
/// bytes, and is never changed once it is there: whoever still reads the manifest before finds what
/// it names.
struct IndexFolder: Sendable {
  let path: String

  init(_ layout: DeskLayout) { path = layout.index }

  private var manifest: String { path + "/manifest" }
  var lock: String { path + "/lock" }

  func readManifest() throws -> [UInt8]? { try FileSystem.readIfPresent(manifest) }

  func writeManifest(_ bytes: [UInt8]) throws { try FileSystem.replace(manifest, with: bytes) }

  func removeManifest() throws { try FileSystem.removeIfPresent(manifest) }

  /// Bytes that fit their name.
  func read(_ name: String) throws(IndexDamage) -> [UInt8] {
    // The index is never needed: what cannot be read for whatever reason is as good as lost.
    guard let bytes = try? FileSystem.read(path + "/" + name), name.hasSuffix(Self.ending(bytes))
    else { throw IndexDamage() }
    return bytes
  }

  /// Returns the name that the file got.
  func write(_ bytes: [UInt8], _ title: String) throws -> String {
    let name = title + Self.ending(bytes)
    try FileSystem.replace(path + "/" + name, with: bytes)
    return name
  }

  /// A file that is checked as it is read.
  func open(
    _ name: String, _ access: SealedFile.Access = .few
  ) throws(IndexDamage) -> SealedFile {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { throw IndexDamage() }
    let check = String(name[name.index(after: dot)...])
    return try SealedFile(path + "/" + name, check: check, access)
  }

  /// Writes a file for `open`; returns the name that it got.
  func writeSealed(_ bytes: consuming [UInt8], _ title: String) throws -> String {
    let (bytes, check) = BlockChecks.sealed(bytes)
    let name = title + "." + check
    try FileSystem.replace(path + "/" + name, with: bytes)
    return name
  }

  private static func ending(_ bytes: [UInt8]) -> String { "." + CRC32C.text(bytes) }

  /// Forgets all of it. What somebody writes who is making an index at this moment stands for a part
  /// of the log that is past, and goes when the next one is made.
  func removeAll() throws {
    guard try FileSystem.statusIfPresent(path)?.kind == .folder else { return }
    try removeManifest()
    try sweep(keeping: [])
  }

  /// Removes the files that nobody reads any more.
  func sweep(keeping names: Set<String>) throws {
    for name in try FileSystem.namesIfPresent(in: path)
    where name != "manifest" && name != "lock" && !names.contains(name) {
      try FileSystem.removeIfPresent(path + "/" + name)
    }
  }
}

/// A file of the index is not what was written, or is gone: the index is made anew.
struct IndexDamage: Error {}
