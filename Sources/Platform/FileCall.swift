/// A system call that touches a file, as errors and tests name it. Files that are open already go by
/// their descriptor and by the path that an error is to tell.
package enum FileCall {
  case open(String, flags: Int32)
  case close(Int32)
  case read(Int32, String)
  case map(Int32, String)
  case write(Int32, String, UnsafeRawBufferPointer)
  case seek(Int32, String, to: Int)
  case truncate(Int32, String, to: Int)
  case sync(Int32, String)
  case syncFolder(Int32, String)
  case syncFileSystem(String)
  case lock(Int32, String)
  case rename(String, to: String)
  case exchange(String, with: String)
  case remove(String)
  case removeFolder(String)
  case makeFolder(String)
  case status(String)
  case list(String)
  case resolve(String)
  case permission(String)

  /// The path that the call is about.
  package var path: String {
    switch self {
    case .close: ""
    case .open(let path, _), .read(_, let path), .map(_, let path), .write(_, let path, _),
      .seek(_, let path, _),
      .truncate(_, let path, _), .sync(_, let path), .syncFolder(_, let path), .lock(_, let path),
      .rename(_, let path), .exchange(_, let path), .remove(let path), .removeFolder(let path),
      .makeFolder(let path), .syncFileSystem(let path), .status(let path), .list(let path),
      .resolve(let path), .permission(let path):
      path
    }
  }

  /// What was tried, as an error says it: "cannot OPERATION PATH".
  package var operation: String {
    switch self {
    case .open: "open"
    case .close: "close"
    case .read, .map, .seek, .status, .list, .permission: "read"
    case .write: "write"
    case .truncate: "truncate"
    case .sync, .syncFolder, .syncFileSystem: "sync"
    case .lock: "lock"
    case .rename, .exchange: "rename"
    case .remove, .removeFolder: "remove"
    case .makeFolder: "make"
    case .resolve: "find"
    }
  }
}
