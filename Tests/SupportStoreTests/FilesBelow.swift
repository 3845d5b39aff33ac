import Platform

/// All files below a folder, by path, with their bytes.
func files(below folder: String) throws -> [String: [UInt8]] {
  var found: [String: [UInt8]] = [:]
  for name in try FileSystem.namesIfPresent(in: folder) {
    let path = folder + "/" + name
    if try FileSystem.status(path).kind == .folder {
      found.merge(try files(below: path)) { $1 }
    } else {
      found[path] = try FileSystem.read(path)
    }
  }
  return found
}
