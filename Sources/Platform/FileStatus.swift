#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the system says of a file without opening it.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case file = "a file"
    case folder = "a folder"
    case link = "a link"
    case device = "a device"
    case pipe = "a pipe"
    case socket = "a socket"
  }

  package var kind: Kind
  /// In bytes.
  package var size: Int
  /// Nanoseconds since 1970, of the last change of the contents, their length or the file's
  /// attributes. Nobody can set it back, as rsync and tar do with the time of modification.
  package var changed: Int64
  package var inode: UInt64
  /// The file system it lies in.
  package var device: UInt64
  /// Who may read, write and run it: the nine bits of `chmod`.
  package var permissions: UInt32

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFCHR, S_IFBLK: .device
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .file
      }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_ctimespec
    #else
      let time = status.st_ctim
    #endif
    changed = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    inode = UInt64(status.st_ino)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    permissions = UInt32(status.st_mode) & 0o777
  }
}
