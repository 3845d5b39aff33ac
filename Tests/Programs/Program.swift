import Foundation

/// The programs that tests run.
package enum Program {
  package struct Missing: Error, CustomStringConvertible {
    let name: String, near: String
    package var description: String {
      "no program '\(name)' beside \(near) or above: has 'swift build --build-tests' built it?"
    }
  }

  /// The `support` that was built together with these tests, wherever that is: in the folder of
  /// the test bundle (Linux), or in one above (macOS, where a bundle is a folder).
  package static func built(_ name: String = "support") throws -> String {
    let bundle = image()
    var folder = bundle.deletingLastPathComponent()
    for _ in 0..<4 {
      let file = folder.appending(path: name)
      if isExecutable(file.path) { return file.path }
      folder.deleteLastPathComponent()
    }
    throw Missing(name: name, near: bundle.path)
  }

  /// Whether a transcript would find the program on its PATH.
  package static func isInstalled(_ name: String) -> Bool {
    Sandbox.folders.contains { isExecutable($0 + "/" + name) }
  }

  private static func isExecutable(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }

  /// The file that this code was loaded from.
  private static func image() -> URL {
    #if os(Linux)
      URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      var facts = Dl_info()
      guard dladdr(#dsohandle, &facts) != 0, let name = facts.dli_fname else {
        return URL(filePath: CommandLine.arguments[0])
      }
      return URL(filePath: String(cString: name))
    #endif
  }
}
