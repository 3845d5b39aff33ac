import Foundation

/// One working copy of the desk.
struct Clone: Equatable {
  /// Its folder below the history's.
  let name: String
  /// How wrong its clock is.
  let yearsOff: Int
}

/// One line of an event log, as far as this test reads it for itself.
struct LoggedEvent {
  let id: String
  /// The record it is about: `ticket 261120-k7qx9m`.
  let record: String
  let hasMessage: Bool
  let line: String

  /// Nil for a line that is no event.
  init?(_ line: String) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let id = object["id"] as? String
    else { return nil }
    self.id = id
    self.line = line
    hasMessage = object["message"] != nil
    let kind = ["ticket", "customer"].first { object[$0] is String }
    record = kind.map { "\($0) \(object[$0] as? String ?? "")" } ?? "setting"
  }
}

/// A desk's folder, read without the product.
struct DeskFolder {
  let path: String

  /// The lines of all log files, in the order of the files' names.
  func logLines() -> [String] {
    files(in: "events").flatMap { text($0).split(separator: "\n").map(String.init) }
  }

  /// The ids of the tickets that have documents, in order.
  func tickets() -> [String] {
    files(in: "tickets").map { String($0.split(separator: "/").last?.dropLast(5) ?? "") }
  }

  /// The paths of the files below a folder of the desk, in order.
  func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path + "/" + folder)
    return (names?.compactMap { $0 as? String } ?? []).map { folder + "/" + $0 }.filter {
      $0.hasSuffix(folder == "tickets" ? ".json" : folder == "events" ? ".jsonl" : "")
        && !isFolder($0)
    }.sorted()
  }

  func text(_ file: String) -> String {
    let bytes = FileManager.default.contents(atPath: path + "/" + file) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isFolder(_ file: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path + "/" + file, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
