import Platform
import SupportModel

/// Settings files of one kind as they were read: those that make sense, and what is wrong with the
/// others.
package struct ReadFiles<Value: Sendable>: Sendable {
  package var values: [Value] = []
  package var broken: [SettingsError] = []

  package init() {}

  /// Values of which every one makes sense.
  init(_ values: [Value]) { self.values = values }

  /// `file` gives the path below the desk's folder, `read` nil for a file that is gone by now.
  init<Name>(_ names: [Name], file: (Name) -> String, read: (Name) throws -> Value?) throws {
    for name in names {
      do {
        if let value = try read(name) { values.append(value) }
      } catch let error as SettingsError {
        broken.append(error)
      } catch let error as SystemError where error.isNoFile || error.isReadOnly {
        broken.append(
          SettingsError(file: file(name), reason: "it cannot be read: \(error.reason)"))
      }
    }
  }

  /// The same files, with something else made of each that makes sense.
  package func map<Other: Sendable>(_ make: (Value) throws -> Other) rethrows -> ReadFiles<Other> {
    var files = ReadFiles<Other>()
    files.values = try values.map(make)
    files.broken = broken
    return files
  }
}
